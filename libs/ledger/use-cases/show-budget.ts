import { Injectable } from '@nestjs/common';
import { Database, type EventScope } from '#platform';
import { type FourNumbers, fourNumbers, stillNeededInCash } from '../domain/budget.js';
import { type BudgetRow, budgetAgainstActual } from '../store/budget-against-actual.query.js';

export type BudgetNumbers = FourNumbers & { neededInCash: bigint };

/** The budget against what was actually spent: each need with its numbers, and the totals, which are their sums (BUD-1). */
@Injectable()
export class ShowBudget {
  constructor(private readonly database: Database) {}

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
}
