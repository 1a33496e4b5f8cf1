import { Injectable } from '@nestjs/common';
import { type Actor, Database, type EventScope } from '#platform';
import type { ExpenseState } from '../domain/expense.js';
import { type ExpenseRow, ExpensesStore } from '../store/expenses.store.js';
import { seesAll } from './show-journal.js';

/** One's own expenses; those who keep the books see everyone's. */
@Injectable()
export class ListExpenses {
  constructor(
    private readonly database: Database,
    private readonly expenses: ExpensesStore,
  ) {}

  execute({ eventId }: EventScope, actor: Actor, limit: number, before: string, state: ExpenseState | null): Promise<ExpenseRow[]> {
    const of = seesAll(eventId, actor) ? null : actor.accountId;
    return this.expenses.list(this.database, eventId, { limit, before, of, state });
  }
}
