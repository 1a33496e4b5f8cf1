import type { RankedInstance } from '../instance.js';

/** `matrix[a][b]`: ballots that place a above b. */
export type Pairwise = readonly (readonly number[])[];

/** All duels at once. Candidates a ballot leaves out are below all listed ones and equal to each other. */
export function pairwise({ candidates, ballots }: RankedInstance): Pairwise {
  const many = candidates.length;
  const cells = new Float64Array(many * many);
  for (const { count, ranks } of ballots) {
    const below = new Set(candidates.keys());
    for (const group of ranks) {
      for (const at of group) below.delete(at);
      for (const winner of group) for (const loser of below) cells[winner * many + loser]! += count;
    }
  }
  return candidates.map((_, at) => [...cells.subarray(at * many, (at + 1) * many)]);
}

/** Ballots preferring a to b. */
export function duel(matrix: Pairwise, a: number, b: number): number {
  return matrix[a]?.[b] ?? 0;
}

/** The candidate who wins every duel; null when there is none. */
export function condorcetWinner(matrix: Pairwise): number | null {
  const winner = matrix.findIndex((_, a) => matrix.every((__, b) => a === b || duel(matrix, a, b) > duel(matrix, b, a)));
  return winner === -1 ? null : winner;
}
