import type { StateTable } from '#kernel';
import { ledgerRefusals as refuse } from './ledger.refusals.js';

export type ExpenseState = 'submitted' | 'approved' | 'paid' | 'rejected' | 'withdrawn';

/** Paid, and not paid after all, is said by the bank only (EXP-4). */
export const EXPENSE_MOVES: StateTable<ExpenseState> = {
  submitted: ['approved', 'rejected', 'withdrawn'],
  approved: ['paid'],
  paid: ['approved'],
  rejected: [],
  withdrawn: [],
};

/** Refuses a decision on one's own expense (EXP-1). */
export function checkSecondPerson(submittedBy: string, decidedBy: string): void {
  if (submittedBy === decidedBy) throw refuse.NEEDS_SECOND_PERSON();
}

/** Refuses to approve beyond what a budget line has left, unless someone says why (EXP-5). Amounts in minor units. */
export function checkWithinBudget(
  line: { planned: bigint; metInKind: bigint; committed: bigint; actual: bigint },
  amount: bigint,
  because: string,
): void {
  const left = line.planned - line.metInKind - line.committed - line.actual;
  if (amount > left && because === '') throw refuse.BUDGET_LINE_EXCEEDED({ left: Number(left), amount: Number(amount) });
}
