/** How people may fill in a ballot, the most useful first. */
export const METHODS = ['approval', 'ranked', 'dates', 'consent', 'points', 'support', 'knapsack'] as const;
export type Method = (typeof METHODS)[number];

/** Whether money is shared out: always, if the organiser wants it, or never. */
export const POT: Record<Method, 'needed' | 'possible' | 'none'> = {
  approval: 'possible',
  knapsack: 'needed',
  points: 'possible',
  support: 'none',
  ranked: 'none',
  consent: 'none',
  dates: 'none',
};

const EQUAL_SHARES = ['add1u', 'add1', 'add1_until_overspend', 'none'];
const SHARING = [
  ...EQUAL_SHARES.map((completion) => `mes_cost_${completion}`),
  'greedy_votes',
  'phragmen',
  ...EQUAL_SHARES.map((completion) => `mes_cardinality_${completion}`),
  'greedy_votes_per_cost',
  'greedy_stop_at_first_misfit',
  'greedy_with_threshold',
];

/** The rules an organiser may choose among, the recommended one first; the API has the last word. */
export function rulesFor(method: string, hasPot: boolean): string[] {
  if (hasPot)
    return method === 'points' ? [...SHARING, 'greedy_score', ...EQUAL_SHARES.map((completion) => `mes_points_${completion}`)] : SHARING;
  if (method === 'ranked') return ['schulze', 'irv', 'ranked_pairs', 'scottish_stv'];
  if (method === 'consent') return ['consent'];
  return [method === 'dates' ? 'most_yes' : 'most_votes'];
}

/** How many of the rules are offered at once; the others are asked for. */
export const USUAL_RULES = 4;

/** Rules that raise everybody's share in steps, whose size is settled before the vote. */
export const hasSteps = (rule: string): boolean => /^mes_.*_add1/.test(rule);
