import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import { Database, type EventScope } from '#platform';
import { type FourNumbers, fourNumbers, stillNeededInCash } from '../domain/budget.js';
import { ledgerRefusals as refuse } from '../domain/ledger.refusals.js';
import { BudgetStore, type PlanRow } from '../store/budget.store.js';
import { type BudgetRow, budgetAgainstActual } from '../store/budget-against-actual.query.js';

export type BudgetNumbers = FourNumbers & { neededInCash: bigint };

/** The budget against what was actually spent: each need with its numbers, and the totals, which are their sums (BUD-1). */
@Injectable()
export class ShowBudget {
  constructor(
    private readonly database: Database,
    private readonly budget: BudgetStore,
  ) {}

  async execute({ eventId }: EventScope): Promise<{ lines: { row: BudgetRow; numbers: BudgetNumbers }[]; totals: BudgetNumbers }> {
    const rows = await budgetAgainstActual(this.database, eventId);
    const lines = rows.map((row) => ({
      row,
      numbers: { ...fourNumbers(row), neededInCash: stillNeededInCash(row.planned_minor, row.met_in_kind_minor) },
    }));
    const total = (of: keyof BudgetNumbers): bigint => lines.reduce((sum, l) => sum + l.numbers[of], 0n);
    return {
      lines,
      totals: {
        planned: total('planned'),
        committed: total('committed'),
        actual: total('actual'),
        metInKind: total('metInKind'),
        neededInCash: total('neededInCash'),
      },
    };
  }

  /** Every plan a need has had, newest first. */
  async plans({ eventId }: EventScope, lineId: Id<'budget line'>): Promise<PlanRow[]> {
    const plans = await this.budget.plans(this.database, eventId, lineId);
    if (plans.length === 0) throw refuse.NO_SUCH_BUDGET_LINE();
    return plans;
  }
}
