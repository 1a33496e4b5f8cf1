import type { MoneyView } from '../models/format';
import type { PageView } from './page';

export interface BallotView {
  readonly id: string;
  readonly title: string;
  /** draft, open, closing, closed, published or void. */
  readonly state: string;
  readonly pot: MoneyView;
  readonly openedAt: string | null;
  readonly closesAt: string;
  readonly closedAt: string | null;
}

export type BallotsPageView = PageView<BallotView>;

export interface BallotOptionView {
  readonly proposalId: string;
  readonly position: number;
  readonly title: string;
  readonly cost: MoneyView;
  readonly withdrawn: boolean;
}

export interface BallotDetailView extends BallotView {
  readonly question: string;
  readonly method: string;
  readonly minChoices: number;
  readonly maxChoices: number;
  readonly rule: string;
  readonly increment: MoneyView | null;
  readonly tieRule: string;
  readonly lateJoiners: string;
  readonly anonymous: boolean;
  readonly quorum: number;
  readonly lotSeed: string | null;
  readonly rulesHash: string | null;
  readonly electorateSize: number | null;
  readonly voters: number | null;
  readonly voidedBecause: string | null;
  readonly options: readonly BallotOptionView[];
}

/** A ballot in the part that belongs to the vote's method. */
export interface FilledBallotView {
  readonly choices: readonly string[] | null;
}

export interface CastView {
  readonly receipt: string;
  readonly version: number;
  readonly countedAt: string;
  readonly ballot: FilledBallotView;
}

export interface MyBallotView {
  readonly ballot: FilledBallotView | null;
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
