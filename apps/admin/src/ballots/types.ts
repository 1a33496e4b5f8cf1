import type { Amount } from '../common/format.js';

export interface Ballot {
  id: string;
  title: string;
  state: string;
  method: string;
  /** Null: what can be chosen costs nothing. */
  pot: Amount | null;
  /** When a draft opens by itself. */
  opensAt: string | null;
  openedAt: string | null;
  closesAt: string;
  closedAt: string | null;
}

export interface BallotOption {
  optionId: string;
  proposalId: string | null;
  title: string;
  cost: Amount | null;
  startsAt: string | null;
  withdrawn: boolean;
}

/** What an organiser settles and the opening freezes; of a draft that is being written some of it is missing. */
export interface BallotRules {
  title: string;
  question: string;
  method: string;
  pot: Amount | null;
  minChoices: number;
  maxChoices: number;
  /** What a knapsack ballot spends at least unless it is empty; null: nothing is asked. */
  minSpend: Amount | null;
  seats: number;
  pointsBudget: number | null;
  pointsCap: number | null;
  equalRanks: boolean;
  threshold: number;
  rule: string;
  /** Null: settled at the opening. */
  increment: Amount | null;
  tieRule: string;
  lateJoiners: string;
  admits: string[];
  anonymous: boolean;
  talliesOnly: boolean;
  quorum: number;
  noticeHours: number;
  opensAt: string | null;
  closesAt: string | null;
  options: BallotOption[];
}

export interface BallotDetail extends Omit<Ballot, 'closesAt'>, BallotRules {
  closesAt: string;
  lotSeed: string | null;
  rulesHash: string | null;
  electorateSize: number | null;
  /** How many have voted: for organisers while it runs. */
  voters: number | null;
  /** Code of the refusal that kept it from opening by itself. */
  notOpenedBecause: string | null;
  voidedBecause: string | null;
}

/** What one rule makes of ballots, counted or tried. */
export interface ComparedRule {
  rule: string;
  official: boolean;
  winners: string[];
  spent: string | null;
  left: string | null;
  ballotsWithFundedChoice: number;
  /** 0 to 1. */
  shareWithFundedChoice: number;
  tieMattered: boolean;
  sensitiveToTies: boolean;
}

export interface Comparison {
  ballots: number;
  rules: ComparedRule[];
}
