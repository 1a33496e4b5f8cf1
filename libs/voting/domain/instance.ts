/** How a ballot of a budget vote is filled in; the names are Pabulib's. */
export type VoteType = 'approval' | 'choose-1' | 'cumulative' | 'scoring' | 'ordinal';

export const VOTE_TYPES: readonly VoteType[] = ['approval', 'choose-1', 'cumulative', 'scoring', 'ordinal'];

/** One option of a budget vote. `cost` counts minor units, `10^decimals` of them make one currency unit. */
export interface Project {
  readonly id: string;
  readonly name: string;
  readonly cost: bigint;
  /** Every other column of the source, by its name (category, description, selected …). */
  readonly details: Readonly<Record<string, string>>;
}

/** Ballots with the same content, counted together. */
export interface BallotGroup {
  /** How many ballots; at least 1. */
  readonly count: number;
  /** Positions in `projects`: by rank for ordinal votes, in lot order otherwise. Empty for an empty ballot. */
  readonly choices: readonly number[];
  /** Points parallel to `choices`, in units of `10^-pointDecimals`; absent when ballots carry none. */
  readonly points?: readonly number[];
}

/** Everything a budget rule needs to know. The order of `projects` is the lot. */
export interface BudgetInstance {
  readonly kind: 'budget';
  readonly voteType: VoteType;
  /** The pot, in minor units. */
  readonly budget: bigint;
  readonly decimals: number;
  readonly pointDecimals: number;
  readonly projects: readonly Project[];
  readonly ballots: readonly BallotGroup[];
  /** Places that earn points in an ordinal vote; absent: as many as there are projects. */
  readonly maxLength?: number;
  /** Further facts of the source file, as written. */
  readonly meta: Readonly<Record<string, string>>;
}

/** A ranking: groups of equally ranked candidates, best first; candidates left out come last and equal. */
export interface RankedBallotGroup {
  readonly count: number;
  readonly ranks: readonly (readonly number[])[];
}

/** Everything a ranked rule needs to know. The order of `candidates` is the lot. */
export interface RankedInstance {
  readonly kind: 'ranked';
  /** Distinct names, which also serve as ids. */
  readonly candidates: readonly string[];
  readonly ballots: readonly RankedBallotGroup[];
  readonly meta: Readonly<Record<string, string>>;
}

/** A ballot that puts alternatives into categories; those left out are in none. */
export interface CategoricalBallotGroup {
  readonly count: number;
  /** Positions of alternatives, one list for each category, ascending. */
  readonly categories: readonly (readonly number[])[];
}

/** Answers to a question per alternative, such as yes, maybe or no for dates. The order of `candidates` is the lot. */
export interface CategoricalInstance {
  readonly kind: 'categorical';
  /** Distinct names, which also serve as ids. */
  readonly candidates: readonly string[];
  /** Names of the categories, the best first. */
  readonly categories: readonly string[];
  readonly ballots: readonly CategoricalBallotGroup[];
  readonly meta: Readonly<Record<string, string>>;
}

/** Number of ballots, the empty ones too. */
export function countBallots(instance: { readonly ballots: readonly { readonly count: number }[] }): number {
  let total = 0;
  for (const ballot of instance.ballots) total += ballot.count;
  return total;
}
