import { copelandHalves, highest } from './copeland.js';
import type { Pairwise } from './pairwise.js';
import { duel } from './pairwise.js';

/** The smallest set whose members all beat everyone outside, in lot order. It holds whoever wins most duels. */
export function smithSet(matrix: Pairwise): number[] {
  const members = new Set(highest(copelandHalves(matrix)).slice(0, 1));
  for (const member of members) {
    matrix.forEach((_, other) => {
      if (!members.has(other) && duel(matrix, member, other) <= duel(matrix, other, member)) members.add(other);
    });
  }
  return [...members].sort((a, b) => a - b);
}
