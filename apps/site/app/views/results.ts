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
  /** EARNED: what every ballot had earned by then. */
  readonly earned?: Amount;
  /** COUNT_ENDED: what came next and no longer fitted. */
  readonly stoppedBy?: readonly string[];
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

/** One round of an instant runoff. */
export interface IrvRoundView {
  readonly round: number;
  readonly tally: readonly { readonly optionId: string; readonly ballots: number; readonly gained: number }[];
  readonly exhausted: number;
  readonly newlyExhausted: number;
  readonly eliminated: string | null;
  readonly tied: readonly string[];
  /** True from the round that decided on. */
  readonly decided: boolean;
}

export interface IrvView {
  readonly winner: string | null;
  readonly rounds: readonly IrvRoundView[];
}

export interface SchulzeDuelView {
  readonly against: string;
  readonly votesFor: number;
  readonly votesAgainst: number;
  /** WON, TIED or LOST. */
  readonly outcome: string;
  readonly chain: readonly string[];
  readonly chainStrength: number;
  readonly reverseStrength: number;
}

export interface SchulzeView {
  readonly winner: string;
  readonly beatsEveryOther: boolean;
  readonly duels: readonly SchulzeDuelView[];
}

/** Votes are decimal texts with five places. */
export interface StvView {
  readonly quota: number;
  readonly valid: number;
  readonly elected: readonly string[];
  readonly excluded: readonly string[];
  readonly stages: readonly {
    /** first, surplus or exclude. */
    readonly action: string;
    readonly optionId: string | null;
    readonly votes: readonly { readonly optionId: string; readonly votes: string }[];
    readonly nonTransferable: string;
    readonly elected: readonly string[];
  }[];
}

/** Row a, column b: how many ballots prefer option a to option b. */
export interface DuelsView {
  readonly options: readonly string[];
  readonly votes: readonly (readonly number[])[];
}

export interface RankedPairsView {
  readonly winners: readonly string[];
  readonly order: readonly string[];
  readonly leftOut: readonly { readonly winner: string; readonly loser: string; readonly votes: number; readonly against: number }[];
  readonly lotUsed: boolean;
}

export interface RankedResultView {
  readonly irv: IrvView | null;
  readonly schulze: readonly SchulzeView[] | null;
  readonly stv: StvView | null;
  readonly rankedPairs: RankedPairsView | null;
  readonly duels: DuelsView;
  readonly others: readonly { readonly rule: string; readonly winners: readonly string[] }[];
}

export interface OptionTotalView {
  readonly optionId: string;
  readonly title: string;
  /** Votes or points. */
  readonly total: number;
  readonly supporters: number;
  readonly chosen: boolean;
}

export interface ConsentResultView {
  readonly counts: { readonly agree: number; readonly abstain: number; readonly disagree: number; readonly block: number };
  /** NO_ANSWERS, BLOCKED, CONSENT, AGREED or REJECTED. */
  readonly outcome: string;
  readonly reasons: readonly string[];
}

export interface DateTotalView {
  readonly optionId: string;
  readonly title: string;
  readonly startsAt: string | null;
  readonly yes: number;
  readonly maybe: number;
  readonly no: number;
  readonly chosen: boolean;
}

export interface BalanceView {
  readonly eligible: number;
  readonly voted: number;
  readonly notVoted: number;
  readonly counted: number;
  /** Counted ballots on which nothing is chosen. */
  readonly empty: number;
  readonly setAside: readonly { readonly reason: string; readonly count: number }[];
  /** What became of printed codes; null when none were printed. */
  readonly codes: {
    readonly issued: number;
    readonly online: number;
    readonly paper: number;
    readonly void: number;
    readonly unused: number;
  } | null;
}

export interface BallotResultView {
  readonly ballotId: string;
  readonly title: string;
  /** budget, ranked, totals, consent or dates. */
  readonly kind: string;
  readonly method: string;
  readonly rule: string;
  readonly rulesHash: string;
  readonly resultHash: string;
  readonly countedAt: string;
  readonly balance: BalanceView;
  readonly quorum: { readonly needed: number; readonly met: boolean };
  /** By rule, the official one marked; empty where there is no pot. */
  readonly outcomes: readonly RuleResultView[];
  readonly ranked: RankedResultView | null;
  readonly totals: readonly OptionTotalView[] | null;
  readonly consent: ConsentResultView | null;
  readonly dates: readonly DateTotalView[] | null;
  readonly winners: readonly string[];
  /** Some stood equal on the way, whatever settled it. */
  readonly tieMattered: boolean;
  /** A tie had to be settled by the lot. */
  readonly lotMattered: boolean;
  /** What would change without the ballots that looked odd. */
  readonly sensitivity: { readonly flagged: number; readonly changed: boolean } | null;
}

/** Who may count the ballots where only totals are published. */
export interface AuditorsView {
  readonly names: readonly string[];
}

/** A head of the chain of casts as it was published. */
export interface PublishedHeadView {
  /** How many casts it covers; null until the vote is closed. */
  readonly position: number | null;
  readonly hash: string;
  readonly publishedAt: string;
}

export interface PublishedHeadsView {
  /** Oldest first. */
  readonly items: readonly PublishedHeadView[];
}

/** The hashes anybody may check a receipt against. */
export interface PublicationView {
  readonly commitments: readonly string[];
}

/** The same ballots by one rule. */
export interface ComparedRuleView {
  readonly rule: string;
  readonly official: boolean;
  readonly winners: readonly string[];
  readonly spent: Amount | null;
  readonly left: Amount | null;
  readonly ballotsWithFundedChoice: number;
  /** Between 0 and 1. */
  readonly shareWithFundedChoice: number;
  /** Others would win if the lot was read backwards. */
  readonly sensitiveToTies: boolean;
}

export interface ComparisonView {
  readonly ballots: number;
  readonly rules: readonly ComparedRuleView[];
}

/** A proposal's place by votes and by pledges; the two are never added. */
export interface TwoVoicesItemView {
  readonly proposalId: string;
  readonly title: string;
  readonly votes: number;
  readonly voteRank: number;
  readonly pledged: MoneyView;
  readonly backers: number;
  readonly pledgeRank: number;
  /** The two places differ by more than five. */
  readonly apart: boolean;
}

export interface TwoVoicesView {
  readonly items: readonly TwoVoicesItemView[];
}
