import type { Ballot, BallotGroup, BudgetInstance, RankedBallotGroup, RankedInstance, VoteType } from '#voting/count';
import { ballotKindOf } from './ballot-rules.js';
import type { FileMethod, Method, OfficialRule } from './methods.js';
import { type StoredBallot, fromStored } from './stored-ballot.js';

/** A closed vote, without its ballots, as the counting thread gets it. */
export interface StoredVote {
  readonly method: Method | FileMethod;
  readonly rule: OfficialRule;
  /** In minor units; null: nothing costs anything. */
  readonly pot: bigint | null;
  readonly decimals: number;
  /** Step of equal shares in minor units. */
  readonly increment: bigint | null;
  readonly threshold: number;
  readonly seats: number;
  readonly maxChoices: number;
  /** Those that still stand, in lot order; what was withdrawn is left out of every ballot. */
  readonly options: readonly { readonly id: string; readonly number: number; readonly title: string; readonly cost: bigint | null }[];
}

/** Like ballots together, as the database writes them: how many, and the columns of their rows. */
type GroupRow = readonly [count: number, choices: readonly number[], points: readonly number[] | null, reason: string | null];

/** Ballots over the options that stand; `at` are places among these. */
interface StandingGroup extends Omit<StoredBallot, 'choices'> {
  readonly count: number;
  readonly at: readonly number[];
}

/** A vote within a pot as the engine takes it. */
export function budgetInstance(vote: StoredVote, groups: readonly string[]): BudgetInstance {
  return {
    kind: 'budget',
    voteType: voteTypeOf(vote.method),
    budget: vote.pot!,
    decimals: vote.decimals,
    pointDecimals: 0,
    // In a ranked vote from a file the first place earns as many points as a ballot has places.
    ...(vote.method === 'ordinal' ? { maxLength: vote.maxChoices } : {}),
    projects: vote.options.map(({ id, title, cost }) => ({ id, name: title, cost: cost!, details: {} })),
    ballots: read(vote, groups).map(({ count, at, points }): BallotGroup => ({ count, choices: at, ...(points ? { points } : {}) })),
    meta: {},
  };
}

/** A vote by ranking as the engine takes it. */
export function rankedInstance(vote: StoredVote, groups: readonly string[]): RankedInstance {
  const ballots = read(vote, groups).map(({ count, at, points }): RankedBallotGroup => {
    const ranks: number[][] = [];
    at.forEach((place, i) => (ranks[points?.[i] ?? i] ??= []).push(place));
    return { count, ranks: ranks.filter((rank) => rank !== undefined) };
  });
  return { kind: 'ranked', candidates: vote.options.map(({ id }) => id), ballots, meta: {} };
}

/** The single ballots of a vote, for the methods that only add up. */
export function singleBallots(vote: StoredVote, groups: readonly string[]): { options: string[]; ballots: Ballot[] } {
  const kind = ballotKindOf(vote.method);
  const options = vote.options.map(({ id }) => id);
  const ballots = read(vote, groups).flatMap(({ count, at, points, reason }) =>
    Array<Ballot>(count).fill(fromStored(kind, { choices: at, points, reason }, (place) => options[place]!)),
  );
  return { options, ballots };
}

function read(vote: StoredVote, groups: readonly string[]): StandingGroup[] {
  const place = new Map(vote.options.map(({ number }, at) => [number, at]));
  return groups.flatMap((text) =>
    (JSON.parse(text) as GroupRow[]).map(([count, choices, points, reason]): StandingGroup => {
      const kept = [...choices.keys()].filter((i) => place.has(choices[i]!));
      return {
        count,
        at: kept.map((i) => place.get(choices[i]!)!),
        // A consent ballot answers the question itself: its points stand beside no option.
        points: choices.length === 0 ? points : points && kept.map((i) => points[i]!),
        reason,
      };
    }),
  );
}

/** Pabulib's name of a way to fill in ballots. */
function voteTypeOf(method: StoredVote['method']): VoteType {
  if (method === 'points') return 'cumulative';
  return method === 'choose-1' || method === 'cumulative' || method === 'scoring' || method === 'ordinal' ? method : 'approval';
}
