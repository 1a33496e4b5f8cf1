import { defineRefusals } from '#kernel';

export const refuse = defineRefusals({
  VOTE_CLOSED: { status: 409, title: 'This vote is closed' },
  VOTE_NOT_OPEN: { status: 409, title: 'This vote has not been opened yet' },
  NOT_ELIGIBLE: { status: 403, title: 'You are not among those who may vote here' },
  UNKNOWN_OPTION: { status: 422, title: 'This is not on the ballot' },
  DUPLICATE_OPTION: { status: 422, title: 'Something is on this ballot twice' },
  TOO_FEW: { status: 422, title: 'Choose more, or nothing at all' },
  TOO_MANY: { status: 422, title: 'Choose fewer' },
  RULES_LOCKED: { status: 409, title: 'The rules of a vote do not change once it is open' },
  RECEIPT_UNKNOWN: { status: 404, title: 'No ballot that counts has this receipt' },
  OPTIONS_NOT_READY: { status: 409, title: 'Only shortlisted proposals with approved prices can stand on a ballot' },
  PRICES_TOO_FRESH: { status: 409, title: 'The prices have not been public for long enough' },
  COST_ABOVE_POT: { status: 409, title: 'A proposal costs more than the whole pot' },
  RESULT_NOT_YET: { status: 409, title: 'The result is hidden until the vote is closed and counted' },
  TOO_FEW_TO_PUBLISH: { status: 409, title: 'So few people voted that their ballots stay unpublished' },
});
