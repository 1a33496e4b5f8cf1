import { duel } from './pairwise.js';
import type { RankedCount } from './ranked-count.js';

/** Ranked pairs as a page tells it: the order that was locked in, and the duels that were left out because they would have closed a ring. */
export interface RankedPairsExplanation {
  readonly winners: readonly string[];
  readonly order: readonly string[];
  readonly leftOut: readonly { readonly winner: string; readonly loser: string; readonly votes: number; readonly against: number }[];
  /** The lot had to decide between equally clear duels. */
  readonly lotUsed: boolean;
}

/** Why ranked pairs ends in its order. */
export function explainRankedPairs(count: RankedCount): RankedPairsExplanation {
  const name = (at: number): string => count.instance.candidates[at]!;
  const { winners, order, skipped, lotUsed } = count.rankedPairs();
  const matrix = count.pairwise();
  return {
    winners: winners.map(name),
    order: order.map(name),
    leftOut: skipped.map(([a, b]) => ({ winner: name(a), loser: name(b), votes: duel(matrix, a, b), against: duel(matrix, b, a) })),
    lotUsed,
  };
}
