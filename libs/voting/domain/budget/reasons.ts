import type { BudgetRule } from './budget-rules.js';
import type { TieBreaker } from './tie-order.js';

/** Amounts are decimal texts in currency units: whole minor units for costs, six decimals for shares. */
export type Amount = string;

/** A tie and what settled it. */
export interface TieFact {
  readonly with: readonly string[];
  readonly settledBy: TieBreaker;
}

/** Why a project is in or out; the code names the sentence, the figures fill it. */
export type Reason =
  /** Bought by its supporters. */
  | {
      readonly code: 'BOUGHT';
      readonly step: number;
      readonly share: Amount;
      readonly payFullShare: number;
      readonly payLastMoney: number;
      readonly hadNothingLeft: number;
      readonly effectiveVotes: string;
      readonly tie: TieFact | null;
    }
  /** Costs nothing and has support. */
  | { readonly code: 'FREE' }
  /** Not bought by its supporters: money was left and it came first among those that fitted. */
  | { readonly code: 'ADDED_AT_END'; readonly leftBefore: Amount; readonly tie: TieFact | null }
  /** The walk by votes or points came to it while there was enough money. */
  | { readonly code: 'FITTED'; readonly leftBefore: Amount; readonly tie: TieFact | null }
  /** Phragmén: its supporters held the cost once every ballot had earned `earned`. */
  | { readonly code: 'EARNED'; readonly earned: Amount; readonly tie: TieFact | null }
  | { readonly code: 'NO_VOTES' }
  | { readonly code: 'DEARER_THAN_POT' }
  /** The walk came to it when less than its cost was left. */
  | { readonly code: 'DID_NOT_FIT'; readonly leftBefore: Amount; readonly shortBy: Amount }
  /** Equal Shares: its supporters no longer held its cost. `leftAtEnd` is set when a completion by votes could not fit it in either. */
  | {
      readonly code: 'SUPPORTERS_SHORT';
      readonly supportersHave: Amount;
      readonly shortBy: Amount;
      readonly unaffordableAfterStep: number;
      readonly drainedBy: readonly { readonly project: string; readonly amount: Amount }[];
      readonly effectiveSupport: string;
      readonly leftAtEnd: Amount | null;
    }
  /** Phragmén: the count had ended because a project due next no longer fitted. */
  | { readonly code: 'COUNT_ENDED'; readonly stoppedBy: readonly string[] };

export interface ProjectExplanation {
  readonly project: string;
  readonly cost: Amount;
  readonly votes: number;
  /** Place in the order of election, from 1; null when not funded. */
  readonly position: number | null;
  readonly reason: Reason;
}

export interface BudgetExplanation {
  readonly rule: BudgetRule;
  readonly pot: Amount;
  readonly spent: Amount;
  readonly left: Amount;
  readonly ballots: number;
  readonly emptyBallots: number;
  readonly ballotsWithNoFundedChoice: number;
  /** Virtual share of every ballot, for Equal Shares only. */
  readonly endowment: Amount | null;
  readonly runs: number | null;
  readonly increment: Amount | null;
  readonly everythingFits: boolean;
  /** Ties that decided between a funded and another project, and whether the lot had to. */
  readonly tieMattered: boolean;
  readonly lotMattered: boolean;
  /** Funded ones first in order of election, then the others by votes. */
  readonly projects: readonly ProjectExplanation[];
}
