import type {
  BudgetExplanation,
  BudgetResult,
  ConsentAnswer,
  ConsentOutcome,
  DateTotal,
  IrvExplanation,
  OptionTotal,
  RankedPairsExplanation,
  RankedResult,
  SchulzeExplanation,
  SettledBy,
  StvExplanation,
} from '#voting/count';
import type { OfficialRule, ResultKind } from './methods.js';

/** The balance of the vote: eligible = voted + not voted, voted = counted + set aside. */
export interface Balance {
  eligible: number;
  voted: number;
  notVoted: number;
  counted: number;
  empty: number;
  setAside: { reason: string; count: number }[];
  /** Printed codes, where there were any (VOT-12): issued = online + paper + void + unused. */
  codes?: { issued: number; online: number; paper: number; void: number; unused: number };
}

/** What the ballots came to. One of the parts below is there, by the kind of vote. Options are named by their ids. */
export interface Outcome {
  kind: ResultKind;
  /** What the official rule chose, in its order, whether or not enough people voted. */
  winners: string[];
  /** Some stood equal on the way, whatever settled it. */
  tieMattered: boolean;
  /** A tie had to be settled by the lot. */
  lotMattered: boolean;
  budget?: { rule: string; official: boolean; winners: string[]; explanation: BudgetExplanation }[];
  ranked?: {
    irv: IrvExplanation | null;
    schulze: readonly SchulzeExplanation[] | null;
    stv: StvExplanation | null;
    rankedPairs?: RankedPairsExplanation | null;
    /** Per pair: how many prefer the first to the second, in the order of `options`. */
    duels: { options: string[]; votes: number[][] };
    /** What the other rules would have chosen. Borda only ever for display. */
    others: { rule: string; winners: string[] }[];
  };
  totals?: OptionTotal[];
  consent?: { counts: Record<ConsentAnswer, number>; outcome: ConsentOutcome; reasons: string[] };
  dates?: DateTotal[];
}

/** What is stored of a count and shown on the result page. */
export interface ResultDocument {
  ballotId: string;
  rulesHash: string;
  rule: OfficialRule;
  balance: Balance;
  quorum: { needed: number; met: boolean };
  outcome: Outcome;
  /** Whether the result hangs on ballots that looked odd (VOT-11). */
  sensitivity?: { flagged: number; changed: boolean };
}

export function balanceOf(counts: Pick<Balance, 'eligible' | 'counted' | 'empty' | 'setAside'>): Balance {
  const voted = counts.counted + counts.setAside.reduce((sum, s) => sum + s.count, 0);
  return { ...counts, voted, notVoted: counts.eligible - voted };
}

export function budgetOutcome(rule: OfficialRule, result: BudgetResult): Outcome {
  const budget = result.outcomes.map((o) => ({ ...o, winners: [...o.winners], official: o.rule === rule }));
  const official = budget.find((o) => o.official)!;
  const { tieMattered, lotMattered } = official.explanation;
  return { kind: 'budget', winners: official.winners, tieMattered, lotMattered, budget };
}

/** Where a rule for rankings leaves a tie, the lot chooses: the winners of the engine stand in its order. */
export function rankedOutcome(rule: OfficialRule, seats: number, result: RankedResult): Outcome {
  const outcomes = result.outcomes.map((o) => ({ rule: o.rule as string, winners: [...o.winners] }));
  const chosen = outcomes.find((o) => o.rule === rule)!.winners;
  const { irv, schulze, stv, rankedPairs, duels } = result;
  const settled = settledOnTheWay(rule, result);
  const lotMattered = chosen.length > seats || settled === 'LOT';
  return {
    kind: 'ranked',
    winners: chosen.slice(0, seats),
    tieMattered: lotMattered || settled !== null,
    lotMattered,
    ranked: {
      irv,
      schulze,
      stv,
      rankedPairs,
      duels: { options: [...duels.candidates], votes: duels.votes.map((row) => [...row]) },
      others: outcomes.filter((o) => o.rule !== rule),
    },
  };
}

/** What settled ties within the count of the official rule. Equally clear duels only matter where one closes a ring. */
function settledOnTheWay(rule: OfficialRule, { irv, stv, rankedPairs }: RankedResult): SettledBy {
  if (rule === 'irv') return irv?.settledBy ?? null;
  if (rule === 'scottish_stv') return stv?.settledBy ?? null;
  return rule === 'ranked_pairs' && rankedPairs?.lotUsed && rankedPairs.leftOut.length > 0 ? 'LOT' : null;
}

/** The options with the most votes or points, as many as there are seats, each with support and the minimum of supporters. */
export function totalsOutcome(totals: OptionTotal[], seats: number, threshold: number): Outcome {
  const fit = totals.filter((t) => t.total > 0 && t.supporters >= threshold);
  const [last, next] = [fit[seats - 1], fit[seats]];
  const tieMattered = last !== undefined && next !== undefined && last.total === next.total;
  const lotMattered = tieMattered && last.supporters === next.supporters;
  return { kind: 'totals', winners: fit.slice(0, seats).map((t) => t.option), tieMattered, lotMattered, totals };
}

export function datesOutcome(dates: DateTotal[], seats: number): Outcome {
  const fit = dates.filter((d) => d.yes + d.maybe > 0);
  const [last, next] = [fit[seats - 1], fit[seats]];
  const tieMattered = last !== undefined && next !== undefined && last.yes === next.yes;
  const lotMattered = tieMattered && last.maybe === next.maybe;
  return { kind: 'dates', winners: fit.slice(0, seats).map((d) => d.option), tieMattered, lotMattered, dates };
}

/** What a vote decides, apart from how closely: the winners in any order, or the answer to a question. */
export const decisionOf = ({ winners, consent }: Outcome): object => ({ winners: [...winners].sort(), consent: consent?.outcome ?? null });

/** What a vote within a pot gives money to: nothing when too few people voted. */
export function fundedBy(document: ResultDocument): string[] {
  return document.quorum.met && document.outcome.kind === 'budget' ? document.outcome.winners : [];
}
