import { defineRefusals } from '#kernel';

export const refuse = defineRefusals({
  WRONG_CREDENTIALS: { status: 401, title: 'E-mail and password do not go together' },
  TOO_MANY_TRIES: { status: 429, title: 'Too many tries; please wait before the next one' },
  NOT_CONFIRMED: { status: 403, title: 'Confirm your e-mail address first' },
  SUSPENDED: { status: 403, title: 'This account is suspended' },
  LINK_DEAD: { status: 410, title: 'This link has been used or is too old' },
  WEAK_PASSWORD: { status: 422, title: 'This password is too easy to guess' },
  OWN_ACCOUNT: { status: 409, title: 'Another admin has to do this to your own account' },
  LAST_OWNER: { status: 409, title: 'An event needs at least one owner' },
  ACCOUNT_BOUND: { status: 409, title: 'Something has to end before this account can be erased' },
  ROLE_HELD: { status: 409, title: 'This person has that role already' },
});
