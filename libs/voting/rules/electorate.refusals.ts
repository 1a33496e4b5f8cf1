import { defineRefusals } from '#kernel';

/** What electorates, codes and voidings say no with. */
export const refuseElector = defineRefusals({
  NOT_ELIGIBLE: { status: 403, title: 'You are not among those who may vote here' },
  VOTE_CLOSED: { status: 409, title: 'This vote is closed' },
  RULES_LOCKED: { status: 409, title: 'The rules of a vote do not change once it is open' },
  CODE_UNKNOWN: { status: 404, title: 'This is not a code of this vote' },
  CODE_EXHAUSTED: { status: 409, title: 'As many people as it was made for have used this code' },
  CODE_USED: { status: 409, title: 'This code has been used on paper or made void' },
  NOTHING_FLAGGED: { status: 409, title: 'No ballot carries this sign' },
  VOIDING_NEEDS_TWO: { status: 409, title: 'Another person has to decide about this' },
  VOIDING_DECIDED: { status: 409, title: 'This has been decided already, or the vote is closed' },
});
