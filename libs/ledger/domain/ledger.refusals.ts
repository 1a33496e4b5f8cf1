import { defineRefusals } from '#kernel';

export const ledgerRefusals = defineRefusals({
  ENTRY_UNBALANCED: { status: 422, title: 'Debits and credits of this entry differ' },
  ENTRY_UNSOUND: { status: 422, title: 'This entry cannot be posted' },
  ENTRY_ALREADY_POSTED: { status: 409, title: 'This was posted before, with other lines' },
  ENTRY_ALREADY_REVERSED: { status: 409, title: 'This entry has been reversed already' },
  NO_SUCH_ENTRY: { status: 404, title: 'There is no such entry in these books' },
  NO_SUCH_BUDGET_LINE: { status: 404, title: 'There is no such line in this budget' },
  WRONG_CURRENCY: { status: 422, title: 'These books are kept in another currency' },
});
