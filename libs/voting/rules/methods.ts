import type { BudgetRule, RankedRule } from '#voting/count';

/** How people fill in their ballots here (VOT-1). */
export const METHODS = ['approval', 'support', 'knapsack', 'points', 'ranked', 'consent', 'dates'] as const;
export type Method = (typeof METHODS)[number];

/** The further ways of votes that were held elsewhere and come in as files. */
export type FileMethod = 'choose-1' | 'cumulative' | 'scoring' | 'ordinal';

const GREEDY = ['greedy_votes', 'greedy_votes_per_cost', 'greedy_stop_at_first_misfit', 'greedy_with_threshold'] as const;
const EQUAL_SHARES = [
  ...(['mes_cost_none', 'mes_cost_add1', 'mes_cost_add1u', 'mes_cost_add1_until_overspend'] as const),
  ...(['mes_cardinality_none', 'mes_cardinality_add1', 'mes_cardinality_add1u', 'mes_cardinality_add1_until_overspend'] as const),
] as const;
const BY_POINTS = ['greedy_score', 'mes_points_none', 'mes_points_add1', 'mes_points_add1u', 'mes_points_add1_until_overspend'] as const;

/** Rules that share out a pot. */
export const POT_RULES = [...GREEDY, ...EQUAL_SHARES, ...BY_POINTS, 'phragmen'] as const satisfies readonly BudgetRule[];
export type PotRule = (typeof POT_RULES)[number];

/** Rules for rankings. Borda is shown beside them and never decides (it rewards clones). */
export const RANKED_DECISIONS = ['irv', 'schulze', 'ranked_pairs', 'scottish_stv'] as const satisfies readonly RankedRule[];
export type RankedDecision = (typeof RANKED_DECISIONS)[number];

export const OFFICIAL_RULES = [...POT_RULES, 'most_votes', ...RANKED_DECISIONS, 'consent', 'most_yes'] as const;
export type OfficialRule = (typeof OFFICIAL_RULES)[number];

/** The kind of result a vote ends in. */
export type ResultKind = 'budget' | 'ranked' | 'totals' | 'consent' | 'dates';

export function resultKindOf(method: Method | FileMethod, hasPot: boolean): ResultKind {
  if (hasPot) return 'budget';
  if (method === 'ranked' || method === 'consent' || method === 'dates') return method;
  return 'totals';
}

/** Rules an organiser may choose among for a method, the recommended one first (spec/voting.md §4). */
export function rulesFor(method: Method, hasPot: boolean): readonly OfficialRule[] {
  if (hasPot) {
    const choices: OfficialRule[] = ['mes_cost_add1u', ...POT_RULES.filter((r) => r !== 'mes_cost_add1u' && !isByPoints(r))];
    return method === 'points' ? [...choices, ...BY_POINTS] : choices;
  }
  if (method === 'ranked') return ['schulze', 'irv', 'ranked_pairs', 'scottish_stv'];
  if (method === 'consent') return ['consent'];
  return method === 'dates' ? ['most_yes'] : ['most_votes'];
}

export const isPotRule = (rule: OfficialRule): rule is PotRule => (POT_RULES as readonly string[]).includes(rule);

const isByPoints = (rule: PotRule): boolean => (BY_POINTS as readonly string[]).includes(rule);

/** Methods for which a pot is needed, possible or out of the question. */
export const POT: Readonly<Record<Method, 'needed' | 'possible' | 'none'>> = {
  approval: 'possible',
  knapsack: 'needed',
  points: 'possible',
  support: 'none',
  ranked: 'none',
  consent: 'none',
  dates: 'none',
};
