import { defineRefusals } from '#kernel';

export const accessRefusals = defineRefusals({
  SIGN_IN_NEEDED: { status: 401, title: 'Please sign in first' },
  NOT_ALLOWED: { status: 403, title: 'This is for people with another role' },
  OTHER_SITE: { status: 403, title: 'This request came from another site' },
  NOT_FOUND: { status: 404, title: 'There is nothing here' },
});
