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
  readonly drainedBy?: readonly { readonly project: string; readonly amount: Amount }[];
  readonly effectiveSupport?: string;
  readonly leftAtEnd?: Amount | null;
  readonly tie?: TieView | null;
}

export interface ProjectResultView {
  readonly project: string;
  readonly cost: Amount;
  readonly votes: number;
  /** Place in the order of election, from 1; null when not funded. */
  readonly position: number | null;
  readonly reason: ReasonView;
}

export interface RuleResultView {
  readonly rule: string;
  readonly pot: Amount;
  readonly spent: Amount;
  readonly left: Amount;
  readonly ballots: number;
  readonly emptyBallots: number;
  readonly ballotsWithNoFundedChoice: number;
  readonly endowment: Amount | null;
  readonly tieMattered: boolean;
  readonly lotMattered: boolean;
  readonly everythingFits: boolean;
  readonly projects: readonly ProjectResultView[];
}

export interface BallotResultView {
  /** The rule that decides. */
  readonly officialRule: string;
  readonly currency: string;
  readonly electorateSize: number | null;
  readonly voters: number;
  readonly setAside: number;
  readonly rules: readonly RuleResultView[];
}
