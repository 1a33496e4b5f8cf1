import { ListPage } from '../common/list-page.js';
import { Money, When } from '../common/money.js';
import { State } from '../common/state.js';
import { useEvent } from '../layout/event-context.js';
import { DecideExpense } from './decide-expense.js';
import { SubmitExpense } from './submit-expense.js';
import type { Expense } from './types.js';

/** What people laid out: approved by a second person, paid by the bank only. */
export function ExpensesScreen() {
  const { roles, me } = useEvent();
  const decides = roles.some((role) => ['owner', 'organiser', 'treasurer'].includes(role));
  return (
    <ListPage<Expense>
      resource="expenses"
      title="expenses.title"
      intro="expenses.intro"
      empty="expenses.empty"
      actions={<SubmitExpense />}
      columns={[
        { name: 'text', show: (row) => row.text },
        { name: 'budgetLine', show: (row) => row.budgetLine },
        { name: 'amount', numeric: true, show: (row) => <Money value={row.amount} /> },
        { name: 'spentOn', show: (row) => <When at={row.spentOn} /> },
        { name: 'state', show: (row) => <State of={row.state} /> },
        { name: 'actions', show: (row) => <DecideExpense expense={row} mine={row.submittedBy === me.accountId} decides={decides} /> },
      ]}
    />
  );
}
