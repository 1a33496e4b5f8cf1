import type { RankedInstance } from '../instance.js';
import type { SettledBy } from './settled-by.js';
import { settledBy } from './settled-by.js';

export interface IrvRound {
  /** Ballots of each continuing candidate, in lot order: [position, ballots]. */
  readonly tally: readonly (readonly [number, number])[];
  /** Ballots that no longer count for anybody. */
  readonly exhausted: number;
  readonly eliminated: number | null;
  /** All who had the fewest ballots, when they were several. */
  readonly tied: readonly number[];
}

export interface IrvResult {
  /** Null when there are no ballots. */
  readonly winner: number | null;
  /** Number of the round that decided, from 1. */
  readonly decidedInRound: number;
  /** Ties up to the round that decided. */
  readonly settledBy: SettledBy;
  /** Goes on past the majority until two are left, for display. */
  readonly rounds: readonly IrvRound[];
}

/**
 * Instant-runoff: each ballot counts for its highest continuing candidate. A rank shared by two or more continuing candidates
 * exhausts the ballot for good. The lowest goes; ties: fewer ballots in the latest earlier round that tells them apart, else last in the lot.
 */
export function irv({ candidates, ballots }: RankedInstance): IrvResult {
  const continuing = new Set(candidates.keys());
  const spent = new Uint8Array(ballots.length);
  const rounds: IrvRound[] = [];
  let winner: number | null = null;
  let decidedInRound = 0;
  let settled: SettledBy = null;
  for (;;) {
    const votes = new Map([...continuing].map((at) => [at, 0]));
    let exhausted = 0;
    ballots.forEach(({ count, ranks }, index) => {
      const at = spent[index] ? null : firstContinuing(ranks, continuing);
      if (at === null) {
        spent[index] = 1;
        exhausted += count;
      } else votes.set(at, (votes.get(at) ?? 0) + count);
    });
    const counting = [...votes.values()].reduce((sum, own) => sum + own, 0);
    const leader = [...votes].find(([, own]) => own * 2 > counting)?.[0] ?? null;
    const { loser, tied, left } = lowest(votes, rounds);
    if (winner === null && leader === null) settled = settledBy(settled, tied, left);
    const last = continuing.size <= 2;
    rounds.push({ tally: [...votes], exhausted, eliminated: last ? null : loser, tied: last ? [] : tied });
    if (winner === null && (leader !== null || last)) {
      winner = leader ?? [...continuing].find((at) => continuing.size === 1 || at !== loser) ?? null;
      decidedInRound = rounds.length;
    }
    if (last && ballots.length === 0) return { winner: null, decidedInRound: 0, settledBy: null, rounds };
    if (last) return { winner, decidedInRound, settledBy: settled, rounds };
    continuing.delete(loser);
  }
}

/** The one candidate a ballot counts for; null when it is exhausted. */
export function firstContinuing(ranks: readonly (readonly number[])[], continuing: ReadonlySet<number>): number | null {
  for (const group of ranks) {
    const open = group.filter((at) => continuing.has(at));
    if (open.length > 0) return open.length === 1 ? (open[0] ?? null) : null;
  }
  return null;
}

function lowest(votes: ReadonlyMap<number, number>, rounds: readonly IrvRound[]): { loser: number; tied: number[]; left: number[] } {
  const fewest = (among: readonly number[], tally: ReadonlyMap<number, number>): number[] => {
    const least = Math.min(...among.map((at) => tally.get(at) ?? 0));
    return among.filter((at) => (tally.get(at) ?? 0) === least);
  };
  const tied = fewest([...votes.keys()], votes);
  let left = tied;
  for (let at = rounds.length - 1; at >= 0 && left.length > 1; at -= 1) left = fewest(left, new Map(rounds[at]?.tally));
  return { loser: Math.max(...left), tied: tied.length > 1 ? tied : [], left };
}
