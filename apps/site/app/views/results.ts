import type { MoneyView } from '../models/format';

/** Decimal text in currency units: whole minor units for costs, six decimals for shares. */
export type Amount = string;

export interface TieView {
  readonly with: readonly string[];
  /** COST, VOTES or LOT. */
  readonly settledBy: string;
}

/** Why a proposal is in or out; which figures are there depends on the code. */
export interface ReasonView {
  readonly code: string;
  readonly step?: number;
  readonly share?: Amount;
  readonly payFullShare?: number;
  readonly payLastMoney?: number;
  readonly hadNothingLeft?: number;
  readonly effectiveVotes?: string;
  readonly leftBefore?: Amount;
  readonly shortBy?: Amount;
  readonly supportersHave?: Amount;
  readonly unaffordableAfterStep?: number;
  readonly drainedBy?: readonly { readonly proposalId: string; readonly amount: Amount }[];
  readonly effectiveSupport?: string;
  readonly leftAtEnd?: Amount | null;
  readonly tie?: TieView | null;
}

export interface ProjectResultView {
  readonly proposalId: string;
  readonly title: string;
  readonly cost: MoneyView;
  readonly votes: number;
  readonly funded: boolean;
  /** Place in the order of election, from 1; null when not funded. */
  readonly position: number | null;
  readonly reason: ReasonView;
}

export interface RuleResultView {
  readonly rule: string;
  /** Declared before the opening; the others show what they would have done. */
  readonly official: boolean;
  readonly winners: readonly string[];
  readonly pot: Amount;
  readonly spent: Amount;
  readonly left: Amount;
  readonly ballots: number;
  readonly emptyBallots: number;
  readonly ballotsWithNoFundedChoice: number;
  readonly endowment: Amount | null;
  readonly runs: number | null;
  readonly tieMattered: boolean;
  readonly lotMattered: boolean;
  readonly everythingFits: boolean;
  readonly projects: readonly ProjectResultView[];
}

export interface BallotResultView {
  readonly ballotId: string;
  readonly title: string;
  readonly rule: string;
  readonly resultHash: string;
  readonly countedAt: string;
  readonly balance: {
    readonly eligible: number;
    readonly voted: number;
    readonly notVoted: number;
    readonly counted: number;
    readonly setAside: readonly { readonly reason: string; readonly count: number }[];
  };
  readonly quorum: { readonly needed: number; readonly met: boolean };
  readonly outcomes: readonly RuleResultView[];
}
