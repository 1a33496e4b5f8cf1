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
