import { Injectable } from '@nestjs/common';
import { type Id, money, move } from '#kernel';
import { type Actor, type EventScope, type Tx, UnitOfWork } from '#platform';
import { fourNumbers } from '../domain/budget.js';
import { dayIn } from '../domain/day.js';
import { EXPENSE_MOVES, checkSecondPerson, checkWithinBudget } from '../domain/expense.js';
import { ledgerRefusals as refuse } from '../domain/ledger.refusals.js';
import { PAYABLE_EXPENSES, expenseApproved } from '../domain/postings/index.js';
import { Ledger } from '../ledger.js';
import { budgetAgainstActual } from '../store/budget-against-actual.query.js';
import { type ExpenseRow, ExpensesStore } from '../store/expenses.store.js';

export interface Decision {
  /** Why it is approved beyond the budget, or rejected. */
  because: string;
  /** Said after looking at an expense that seems to be the same (EXP-2). */
  notADuplicate: boolean;
}

/** Approves or rejects an expense: a second person does (EXP-1). Approved, it is owed and expected at the bank; only the bank pays it (EXP-4). */
@Injectable()
export class DecideExpense {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly expenses: ExpensesStore,
  ) {}

  approve({ eventId, timeZone }: EventScope, actor: Actor, id: Id<'expense'>, decision: Decision): Promise<ExpenseRow> {
    return this.unitOfWork.run(async (tx) => {
      const expense = await this.decide(tx, eventId, actor, id, 'approved', decision.because, async (found) => {
        const likely = decision.notADuplicate ? [] : await this.expenses.likely(tx, eventId, id);
        if (likely.length) throw refuse.LOOKS_LIKE_A_DUPLICATE({ of: likely });
        await this.checkBudget(tx, eventId, found, decision.because);
      });
      const amount = money(expense.amount_minor, expense.currency);
      const on = dayIn(timeZone, tx.now);
      await this.ledger.post(
        tx,
        expenseApproved({
          eventId,
          on,
          id,
          amount,
          account: expense.account,
          budgetLineId: expense.budget_line_id,
          text: `Expense approved: ${expense.text}`,
        }),
      );
      await this.ledger.expect(tx, {
        eventId,
        kind: 'expense',
        sourceId: id,
        direction: 'out',
        amount,
        expectedOn: on,
        counterAccount: PAYABLE_EXPENSES,
        text: `Expense paid: ${expense.text}`,
      });
      return expense;
    });
  }

  reject({ eventId }: EventScope, actor: Actor, id: Id<'expense'>, because: string): Promise<ExpenseRow> {
    return this.unitOfWork.run((tx) => this.decide(tx, eventId, actor, id, 'rejected', because, () => Promise.resolve()));
  }

  private async decide(
    tx: Tx,
    eventId: Id<'event'>,
    actor: Actor,
    id: Id<'expense'>,
    to: 'approved' | 'rejected',
    because: string,
    check: (found: ExpenseRow) => Promise<void>,
  ): Promise<ExpenseRow> {
    const found = await this.expenses.one(tx, eventId, id);
    if (!found) throw refuse.NO_SUCH_EXPENSE();
    move(EXPENSE_MOVES, found.state, to);
    checkSecondPerson(found.submitted_by, actor.accountId);
    await check(found);
    if (!(await this.expenses.decide(tx, eventId, id, to, actor.accountId, because))) throw refuse.DECIDED_MEANWHILE();
    await tx.audit({
      action: `expense ${to}`,
      eventId,
      subjectKind: 'expense',
      subjectId: id,
      from: found.state,
      to,
      reason: because || null,
    });
    return (await this.expenses.one(tx, eventId, id))!;
  }

  private async checkBudget(tx: Tx, eventId: Id<'event'>, expense: ExpenseRow, because: string): Promise<void> {
    const line = (await budgetAgainstActual(tx, eventId)).find((l) => l.id === expense.budget_line_id);
    if (line) checkWithinBudget(fourNumbers(line), expense.amount_minor, because);
  }
}
