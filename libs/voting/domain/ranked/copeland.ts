import type { Pairwise } from './pairwise.js';
import { duel } from './pairwise.js';

/** Points in halves: 2 per duel won, 1 per duel tied. */
export function copelandHalves(matrix: Pairwise): number[] {
  return matrix.map((_, a) =>
    matrix.reduce((sum, __, b) => {
      if (a === b) return sum;
      const difference = duel(matrix, a, b) - duel(matrix, b, a);
      return sum + (difference > 0 ? 2 : difference === 0 ? 1 : 0);
    }, 0),
  );
}

/** All positions with the most points. */
export function highest(points: readonly number[]): number[] {
  const most = points.reduce((best, own) => Math.max(best, own), -Infinity);
  return points.flatMap((own, at) => (own === most ? [at] : []));
}
