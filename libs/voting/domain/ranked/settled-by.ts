/** What settled ties on the way to a result: RULE where earlier rounds told them apart, LOT where the lot had to; null without a tie. */
export type SettledBy = 'RULE' | 'LOT' | null;

/** The stronger of what settled ties so far and one tie more among `tied`, of whom earlier rounds left `left`. */
export function settledBy(before: SettledBy, tied: readonly unknown[], left: readonly unknown[]): SettledBy {
  if (tied.length < 2 || before === 'LOT') return before;
  return left.length > 1 ? 'LOT' : 'RULE';
}
