import { duel } from './pairwise.js';
import type { RankedCount } from './ranked-count.js';

/** Every duel of a ranked vote as one table: who wins most duels comes first, equals in lot order. */
export interface DuelTable {
  readonly candidates: readonly string[];
  /** `votes[a][b]`: ballots that place a above b; null for nobody against themselves. */
  readonly votes: readonly (readonly (number | null)[])[];
}

/** The table of duels, for a page. */
export function explainDuels(count: RankedCount): DuelTable {
  const { candidates } = count.instance;
  const matrix = count.pairwise();
  const all = [...candidates.keys()];
  const won = all.map((a) => all.filter((b) => duel(matrix, a, b) > duel(matrix, b, a)).length);
  const order = [...all].sort((a, b) => won[b]! - won[a]! || a - b);
  return {
    candidates: order.map((at) => candidates[at]!),
    votes: order.map((a) => order.map((b) => (a === b ? null : duel(matrix, a, b)))),
  };
}

/** Ranked pairs as a page tells it: the order that was locked in, and the duels that were left out because they would have closed a ring. */
export interface RankedPairsExplanation {
  readonly winners: readonly string[];
  readonly order: readonly string[];
  readonly leftOut: readonly { readonly winner: string; readonly loser: string; readonly votes: number; readonly against: number }[];
  readonly lotUsed: boolean;
}

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
