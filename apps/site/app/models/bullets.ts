import type { BudgetLineView } from '../views/books';

export interface Bullet {
  readonly line: BudgetLineView;
  /** Widths on a scale of `BULLET_SCALE`, laid end to end: given in kind, spent, committed. */
  readonly inKind: number;
  readonly spent: number;
  readonly committed: number;
  /** Where the plan ends on the same scale. */
  readonly planned: number;
  readonly over: boolean;
}

export const BULLET_SCALE = 300;

/** Budget lines as bullet bars on one common scale, so that long bars mean much money. */
export function bullets(lines: readonly BudgetLineView[]): Bullet[] {
  const used = (l: BudgetLineView): number => l.metInKind.amount + l.actual.amount + l.committed.amount;
  const most = Math.max(1, ...lines.map((l) => Math.max(l.planned.amount, used(l))));
  const place = (amount: number): number => Math.round((Math.max(0, amount) / most) * BULLET_SCALE * 100) / 100;
  return lines.map((line) => ({
    line,
    inKind: place(line.metInKind.amount),
    spent: place(line.actual.amount),
    committed: place(line.committed.amount),
    planned: place(line.planned.amount),
    over: used(line) > line.planned.amount,
  }));
}
