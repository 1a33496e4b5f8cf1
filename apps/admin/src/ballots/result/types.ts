import type { Amount } from '../../common/format.js';

/** Why a project is in or out; the code names the sentence, the figures fill it. Amounts are decimals. */
export interface Reason {
  code: string;
  step?: number;
  share?: string;
  leftBefore?: string;
  shortBy?: string;
  supportersHave?: string;
  earned?: string;
}

/** What one rule makes of the ballots of a vote within a pot. */
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

export interface IrvRound {
  round: number;
  tally: { optionId: string; ballots: number }[];
  exhausted: number;
  eliminated: string | null;
}

export interface SchulzeAccount {
  winner: string;
  beatsEveryOther: boolean;
  duels: { against: string; votesFor: number; votesAgainst: number }[];
}

export interface StvAccount {
  quota: number;
  elected: string[];
}

export interface RankedResult {
  irv: { winner: string | null; rounds: IrvRound[] } | null;
  schulze: SchulzeAccount[] | null;
  stv: StvAccount | null;
}

export interface ResultView {
  kind: 'budget' | 'ranked' | 'totals' | 'consent' | 'dates';
  rule: string;
  countedAt: string;
  balance: {
    eligible: number;
    voted: number;
    notVoted: number;
    counted: number;
    empty: number;
    setAside: { reason: string; count: number }[];
  };
  quorum: { needed: number; met: boolean };
  winners: string[];
  outcomes: Outcome[];
  ranked: RankedResult | null;
  totals: { optionId: string; title: string; total: number; supporters: number; chosen: boolean }[] | null;
  consent: { counts: Record<string, number>; outcome: string; reasons: string[] } | null;
  dates: { optionId: string; title: string; startsAt: string | null; yes: number; maybe: number; no: number; chosen: boolean }[] | null;
  /** Whether removing the ballots that looked odd would change who wins. */
  sensitivity: { flagged: number; changed: boolean } | null;
}
