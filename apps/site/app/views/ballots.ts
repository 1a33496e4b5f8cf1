import type { MoneyView } from '../models/format';
import type { PageView } from './page';

export interface BallotView {
  readonly id: string;
  readonly title: string;
  /** draft, open, closing, closed, published or void. */
  readonly state: string;
  /** approval, support, knapsack, points, ranked, consent, dates; from files also choose-1, cumulative, scoring, ordinal. */
  readonly method: string;
  /** What may be spent; null where the things to choose cost nothing. */
  readonly pot: MoneyView | null;
  readonly openedAt: string | null;
  readonly closesAt: string;
  readonly closedAt: string | null;
}

export type BallotsPageView = PageView<BallotView>;

export interface BallotOptionView {
  /** The proposal's id where the option is a proposal. */
  readonly optionId: string;
  readonly proposalId: string | null;
  readonly position: number;
  readonly title: string;
  readonly cost: MoneyView | null;
  /** Of date polls. */
  readonly startsAt: string | null;
  readonly withdrawn: boolean;
}

export interface BallotDetailView extends BallotView {
  readonly question: string;
  readonly minChoices: number;
  readonly maxChoices: number;
  /** What a knapsack ballot spends at least unless it is empty; null: nothing is asked. */
  readonly minSpend: MoneyView | null;
  readonly seats: number;
  readonly pointsBudget: number | null;
  readonly pointsCap: number | null;
  readonly equalRanks: boolean;
  /** Supporters an option needs. */
  readonly threshold: number;
  /** everyone, backers, invited, code. */
  readonly admits: readonly string[];
  readonly talliesOnly: boolean;
  readonly rule: string;
  readonly increment: MoneyView | null;
  readonly tieRule: string;
  readonly lateJoiners: string;
  readonly anonymous: boolean;
  readonly quorum: number;
  readonly noticeHours: number;
  readonly lotSeed: string | null;
  readonly rulesHash: string | null;
  readonly electorateSize: number | null;
  readonly voters: number | null;
  readonly voidedBecause: string | null;
  readonly options: readonly BallotOptionView[];
}

/** What a person chose, by the method of the vote; everything else is null. */
export interface BallotContentView {
  readonly choices: readonly string[] | null;
  readonly points: readonly { readonly optionId: string; readonly points: number }[] | null;
  readonly ranks: readonly { readonly optionId: string; readonly rank: number }[] | null;
  /** agree, abstain, disagree or block. */
  readonly answer: string | null;
  readonly reason: string | null;
  readonly dates: readonly { readonly optionId: string; readonly answer: string }[] | null;
}

export interface CastView {
  readonly receipt: string;
  readonly version: number;
  readonly countedAt: string;
  readonly ballot: BallotContentView;
}

export interface MyBallotView {
  /** Null: not voted, or the vote is closed and secret. */
  readonly ballot: BallotContentView | null;
  readonly receipt: string | null;
  readonly version: number | null;
  readonly voted: boolean;
  readonly eligible: boolean;
}

export interface VerifiedView {
  /** recorded, waiting or unknown. */
  readonly state: string;
  readonly position: number | null;
  readonly chainHash: string | null;
  readonly commitment: string | null;
  readonly counted: boolean | null;
}

/** One vote a person may cast in, or took part in. */
export interface MyVoteView {
  readonly eventSlug: string;
  readonly eventName: string;
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly closesAt: string;
  readonly voted: boolean;
}

export interface MyVotesView {
  readonly items: readonly MyVoteView[];
}
