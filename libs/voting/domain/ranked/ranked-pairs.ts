import type { Pairwise } from './pairwise.js';
import { duel } from './pairwise.js';
import type { Strength } from './schulze.js';

export interface RankedPairsResult {
  /** Not beaten by any locked defeat. */
  readonly winners: readonly number[];
  /** By number of candidates reachable over locked defeats, then lot order. */
  readonly order: readonly number[];
  /** Defeats left out because they would have closed a cycle: [winner, loser], strongest first. */
  readonly skipped: readonly (readonly [number, number])[];
  /** True when the lot decided between two equally strong defeats. */
  readonly lotUsed: boolean;
}

/** Locks the strongest defeats first, each unless it closes a cycle. */
export function rankedPairs(matrix: Pairwise, strength: Strength = 'winning-votes'): RankedPairsResult {
  const all = [...matrix.keys()];
  const defeats = all.flatMap((a) => all.filter((b) => duel(matrix, a, b) > duel(matrix, b, a)).map((b): [number, number] => [a, b]));
  const compare = ([a, b]: readonly [number, number], [c, d]: readonly [number, number]): number => {
    const [won, lost, otherWon, otherLost] = [duel(matrix, a, b), duel(matrix, b, a), duel(matrix, c, d), duel(matrix, d, c)];
    if (strength === 'margins') return otherWon - otherLost - (won - lost) || otherWon - won;
    return otherWon - won || lost - otherLost;
  };
  defeats.sort((x, y) => compare(x, y) || x[0] - y[0] || x[1] - y[1]);
  const reach = all.map((at) => new Set([at]));
  const beaten = new Set<number>();
  const skipped: [number, number][] = [];
  for (const [winner, loser] of defeats) {
    if (reach[loser]?.has(winner)) {
      skipped.push([winner, loser]);
      continue;
    }
    beaten.add(loser);
    for (const from of reach) if (from.has(winner)) for (const to of reach[loser] ?? []) from.add(to);
  }
  return {
    winners: all.filter((at) => !beaten.has(at)),
    order: [...all].sort((a, b) => (reach[b]?.size ?? 0) - (reach[a]?.size ?? 0) || a - b),
    skipped,
    lotUsed: defeats.some((defeat, at) => at > 0 && compare(defeats[at - 1] ?? defeat, defeat) === 0),
  };
}
