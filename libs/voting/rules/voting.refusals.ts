import { defineRefusals } from '#kernel';
import type { BallotRefusal } from '#voting/count';

export const refuse = defineRefusals({
  VOTE_CLOSED: { status: 409, title: 'This vote is closed' },
  VOTE_NOT_OPEN: { status: 409, title: 'This vote has not been opened yet' },
  NOT_ELIGIBLE: { status: 403, title: 'You are not among those who may vote here' },
  UNKNOWN_OPTION: { status: 422, title: 'This is not on the ballot' },
  DUPLICATE_OPTION: { status: 422, title: 'Something is on this ballot twice' },
  TOO_FEW: { status: 422, title: 'Choose more, or nothing at all' },
  TOO_MANY: { status: 422, title: 'Choose fewer' },
  OVER_BUDGET: { status: 422, title: 'Together this costs more than the pot' },
  UNDER_MINIMUM: { status: 422, title: 'Choose things that cost more together, or nothing at all' },
  POINTS_RANGE: { status: 422, title: 'Give whole points, none or more, and no more than the most for one' },
  POINTS_SUM: { status: 422, title: 'More points are given than a ballot has' },
  RANK_RANGE: { status: 422, title: 'Ranks are whole numbers from 1' },
  RANK_GAP: { status: 422, title: 'A rank is left out' },
  RANK_TIE: { status: 422, title: 'In this vote no two may have the same rank' },
  UNKNOWN_ANSWER: { status: 422, title: 'This is not one of the answers' },
  REASON_REQUIRED: { status: 422, title: 'A block needs its reason' },
  WRONG_METHOD: { status: 422, title: 'Ballots of this vote are filled in another way' },
  CODE_USED: { status: 409, title: 'This code has been used on paper or made void' },
  RULES_LOCKED: { status: 409, title: 'The rules of a vote do not change once it is open' },
  RECEIPT_UNKNOWN: { status: 404, title: 'No ballot that counts has this receipt' },
  OPTIONS_NOT_READY: { status: 409, title: 'Only shortlisted proposals with approved prices can stand on a ballot' },
  PRICES_TOO_FRESH: { status: 409, title: 'The prices have not been public for long enough' },
  MINIMUM_OUT_OF_REACH: { status: 409, title: 'No choice within the pot costs as much as the minimum' },
  COST_ABOVE_POT: { status: 409, title: 'A proposal costs more than the whole pot' },
  RESULT_NOT_YET: { status: 409, title: 'The result is hidden until the vote is closed and counted' },
  BALLOT_FILE_BROKEN: { status: 422, title: 'This file of ballots cannot be taken in' },
  TALLIES_ONLY: { status: 409, title: 'Of this vote only totals are published; its auditors may count the ballots' },
  OTHER_BALLOT_FORM: { status: 409, title: 'The ballots of this vote are published in another form' },
  NOT_AN_AUDITOR: { status: 422, title: 'Two different people with an account are needed, none of whom runs this event' },
  TOO_FEW_TO_PUBLISH: { status: 409, title: 'So few people voted that their ballots stay unpublished' },
});

/** What is wrong with a ballot, as a refusal that names the option and the bound. */
export const refusalOf = ({ code, option, bound, found }: BallotRefusal): Error =>
  refuse[code]({
    ...(option === undefined ? {} : { option }),
    ...(bound === undefined ? {} : { bound: Number(bound) }),
    ...(found === undefined ? {} : { found: Number(found) }),
  });
