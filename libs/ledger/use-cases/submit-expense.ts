import { Injectable } from '@nestjs/common';
import { type Id, type Money, move } from '#kernel';
import { type Actor, type EventScope, UnitOfWork } from '#platform';
import { dayIn } from '../domain/day.js';
import { EXPENSE_MOVES } from '../domain/expense.js';
import { ledgerRefusals as refuse } from '../domain/ledger.refusals.js';
import { BudgetStore } from '../store/budget.store.js';
import { type ExpenseRow, ExpensesStore } from '../store/expenses.store.js';

export interface ExpenseDraft {
  text: string;
  amount: Money;
  spentOn: string;
  budgetLineId: Id<'budget line'>;
  receiptHash: Buffer | null;
}

/** Hands in what someone laid out for a budget line. Nothing is booked yet. */
@Injectable()
export class SubmitExpense {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly budget: BudgetStore,
    private readonly expenses: ExpensesStore,
  ) {}

  execute({ eventId, currency, timeZone }: EventScope, actor: Actor, draft: ExpenseDraft): Promise<ExpenseRow> {
    return this.unitOfWork.run(async (tx) => {
      if (draft.amount.currency !== currency) throw refuse.WRONG_CURRENCY({ expected: currency });
      if (draft.spentOn > dayIn(timeZone, tx.now)) throw refuse.SPENT_IN_FUTURE();
      const line = await this.budget.planned(tx, eventId, draft.budgetLineId);
      if (!line) throw refuse.NO_SUCH_BUDGET_LINE();
      const id = await this.expenses.add(tx, { ...draft, eventId, account: line.account, submittedBy: actor.accountId });
      await tx.audit({ action: 'expense submitted', eventId, subjectKind: 'expense', subjectId: id, to: 'submitted' });
      return (await this.expenses.one(tx, eventId, id))!;
    });
  }

  /** Takes one's own expense back while nobody has decided. */
  withdraw({ eventId }: EventScope, actor: Actor, id: Id<'expense'>): Promise<ExpenseRow> {
    return this.unitOfWork.run(async (tx) => {
      const expense = await this.expenses.one(tx, eventId, id);
      if (!expense || expense.submitted_by !== actor.accountId) throw refuse.NO_SUCH_EXPENSE();
      const to = move(EXPENSE_MOVES, expense.state, 'withdrawn');
      if (!(await this.expenses.decide(tx, eventId, id, to, actor.accountId, ''))) throw refuse.DECIDED_MEANWHILE();
      await tx.audit({ action: 'expense withdrawn', eventId, subjectKind: 'expense', subjectId: id, from: expense.state, to });
      return (await this.expenses.one(tx, eventId, id))!;
    });
  }
}
