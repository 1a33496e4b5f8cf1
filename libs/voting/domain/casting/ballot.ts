/** How strongly somebody agrees in a consent poll; blocking needs a reason. */
export type ConsentAnswer = 'agree' | 'abstain' | 'disagree' | 'block';

/** Whether a date suits. */
export type DateAnswer = 'yes' | 'maybe' | 'no';

/** A ballot as it is cast. Options are named by their ids. An empty ballot is valid and is not the same as not voting. */
export type Ballot =
  | { readonly kind: 'choices'; readonly choices: readonly string[] }
  | { readonly kind: 'points'; readonly points: readonly { readonly option: string; readonly points: number }[] }
  | { readonly kind: 'ranked'; readonly ranks: readonly { readonly option: string; readonly rank: number }[] }
  | { readonly kind: 'consent'; readonly answer: ConsentAnswer; readonly reason?: string }
  | { readonly kind: 'dates'; readonly answers: readonly { readonly option: string; readonly answer: DateAnswer }[] };

/** The frozen rules of a poll that concern its ballots. `options` are the ids on the ballot. */
export type BallotRules =
  /** Support, approval and approve-N: between `min` and `max` options. */
  | { readonly method: 'approval'; readonly options: ReadonlySet<string>; readonly min: number; readonly max: number | null }
  /** Options whose frozen costs fit into the pot; costs, pot and `minSpend` in minor units. `minSpend` binds ballots that are not empty; null: none. */
  | {
      readonly method: 'knapsack';
      readonly options: ReadonlySet<string>;
      readonly costs: ReadonlyMap<string, bigint>;
      readonly pot: bigint;
      readonly minSpend: bigint | null;
    }
  /** Whole points, at most `cap` for one option and `budget` in all; unused points are allowed. */
  | { readonly method: 'points'; readonly options: ReadonlySet<string>; readonly budget: number; readonly cap: number | null }
  /** Ranks from 1; equal ranks only with `ties`. Gaps are closed when the ballot is saved unless `gaps` is refuse. */
  | {
      readonly method: 'ranked';
      readonly options: ReadonlySet<string>;
      readonly ties: boolean;
      readonly gaps: 'close' | 'refuse';
      readonly max: number | null;
    }
  | { readonly method: 'consent' }
  | { readonly method: 'dates'; readonly options: ReadonlySet<string> };

/** Why a ballot is refused. */
export type BallotRefusalCode =
  | 'WRONG_METHOD'
  | 'UNKNOWN_OPTION'
  | 'DUPLICATE_OPTION'
  | 'TOO_FEW'
  | 'TOO_MANY'
  | 'OVER_BUDGET'
  | 'UNDER_MINIMUM'
  | 'POINTS_RANGE'
  | 'POINTS_SUM'
  | 'RANK_RANGE'
  | 'RANK_GAP'
  | 'RANK_TIE'
  | 'UNKNOWN_ANSWER'
  | 'REASON_REQUIRED';

/** A refusal with the option it concerns and the bound that was crossed, where there is one. */
export interface BallotRefusal {
  readonly code: BallotRefusalCode;
  readonly option?: string;
  readonly bound?: number | bigint;
  readonly found?: number | bigint;
}

/** The ballot in its one canonical form, or everything that is wrong with it. */
export type BallotVerdict =
  | { readonly ok: true; readonly ballot: Ballot; readonly empty: boolean }
  | { readonly ok: false; readonly refusals: readonly BallotRefusal[] };
