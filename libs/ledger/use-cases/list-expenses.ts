import { Injectable } from '@nestjs/common';
import { type Actor, Database, type EventScope, type Role } from '#platform';
import { type ExpenseRow, ExpensesStore } from '../store/expenses.store.js';

const SEES_ALL: readonly Role[] = ['owner', 'organiser', 'treasurer'];

/** One's own expenses; those who keep the books see everyone's. */
@Injectable()
export class ListExpenses {
  constructor(
    private readonly database: Database,
    private readonly expenses: ExpensesStore,
  ) {}

  execute({ eventId }: EventScope, actor: Actor, limit: number, before: string): Promise<ExpenseRow[]> {
    const seesAll = actor.rolesIn(eventId).some((role) => SEES_ALL.includes(role));
    return this.expenses.list(this.database, eventId, limit, before, seesAll ? null : actor.accountId);
  }
}
