import { defineRefusals } from '#kernel';

export const refuse = defineRefusals({
  PROPOSAL_LOCKED: { status: 409, title: 'It is on a ballot; its text and prices do not change any more' },
  PROPOSAL_TAKES_NO_SUPPORT: { status: 409, title: 'This proposal takes no supports now' },
  PRICES_FROZEN: { status: 409, title: 'The prices have been approved and do not change any more' },
  NO_COST_SHEET: { status: 409, title: 'Nobody has put in what it costs' },
  ESTIMATOR_APPROVES: { status: 403, title: 'Whoever put in the prices cannot approve them; a second person must' },
  PROPOSAL_EDITED_MEANWHILE: { status: 409, title: 'Somebody else has changed this proposal meanwhile; load it again' },
});
