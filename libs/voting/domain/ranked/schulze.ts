import type { Pairwise } from './pairwise.js';
import { duel } from './pairwise.js';

/** How strong a won duel is: the votes for the winner, or the votes by which it was won. */
export type Strength = 'winning-votes' | 'margins';

export interface SchulzeResult {
  readonly winners: readonly number[];
  /** Candidates grouped by how many others they beat by their strongest paths, best group first. */
  readonly order: readonly (readonly number[])[];
  /** `paths[a][b]`: strength of the strongest path, 0 if there is none. */
  readonly paths: Pairwise;
  /** The strongest path from a to b as a chain of positions, both ends included; empty if there is none. */
  chain(a: number, b: number): number[];
}

/** Strongest paths between all pairs (Floyd and Warshall's way). */
export function schulze(matrix: Pairwise, strength: Strength = 'winning-votes'): SchulzeResult {
  const all = [...matrix.keys()];
  const paths = all.map((a) => all.map((b) => link(matrix, a, b, strength)));
  const before = all.map((a) => all.map(() => a));
  for (const via of all) {
    for (const a of all) {
      if (a === via) continue;
      for (const b of all) {
        if (b === a || b === via) continue;
        const through = Math.min(paths[a]![via]!, paths[via]![b]!);
        if (through > paths[a]![b]!) {
          paths[a]![b] = through;
          before[a]![b] = before[via]![b]!;
        }
      }
    }
  }
  const wins = all.map((a) => all.filter((b) => duel(paths, a, b) > duel(paths, b, a)).length);
  const levels = [...new Set(wins)].sort((a, b) => b - a);
  return {
    winners: all.filter((a) => all.every((b) => duel(paths, a, b) >= duel(paths, b, a))),
    order: levels.map((level) => all.filter((at) => wins[at] === level)),
    paths,
    chain: (a, b) => {
      if (duel(paths, a, b) === 0) return [];
      const chain = [b];
      for (let at = b; at !== a;) chain.unshift((at = before[a]![at]!));
      return chain;
    },
  };
}

function link(matrix: Pairwise, a: number, b: number, strength: Strength): number {
  const [won, lost] = [duel(matrix, a, b), duel(matrix, b, a)];
  if (won <= lost) return 0;
  return strength === 'margins' ? won - lost : won;
}
