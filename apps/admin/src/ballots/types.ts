import type { Amount } from '../common/format.js';

export interface Ballot {
  id: string;
  title: string;
  state: string;
  pot: Amount;
  openedAt: string | null;
  closesAt: string;
  closedAt: string | null;
}

export interface BallotDetail extends Ballot {
  question: string;
  method: string;
  minChoices: number;
  maxChoices: number;
  rule: string;
  increment: Amount;
  tieRule: string;
  lateJoiners: string;
  anonymous: boolean;
  quorum: number;
  noticeHours: number;
  lotSeed: string | null;
  rulesHash: string | null;
  electorateSize: number | null;
  /** How many have voted: for organisers while it runs. */
  voters: number | null;
  voidedBecause: string | null;
  options: { proposalId: string; position: number; title: string; cost: Amount; withdrawn: boolean }[];
}

export const RULES = ['mes_cost_add1u', 'mes_cost_add1', 'mes_cost_none', 'greedy_votes'];
export const TIE_RULES = ['cost_votes_lot', 'cost_votes_published'];

/** Why a project is in or out; the code names the sentence, the figures fill it. Amounts are decimals. */
export interface Reason {
  code: string;
  step?: number;
  share?: string;
  leftBefore?: string;
  shortBy?: string;
  supportersHave?: string;
}

/** What one rule makes of the ballots. */
export interface Outcome {
  rule: string;
  /** Declared before the opening. */
  official: boolean;
  pot: string;
  spent: string;
  ballotsWithNoFundedChoice: number;
  tieMattered: boolean;
  lotMattered: boolean;
  projects: { proposalId: string; title: string; cost: Amount; votes: number; funded: boolean; reason: Reason }[];
}

export interface ResultView {
  rule: string;
  countedAt: string;
  balance: { eligible: number; voted: number; notVoted: number; counted: number; setAside: { reason: string; count: number }[] };
  quorum: { needed: number; met: boolean };
  outcomes: Outcome[];
}
