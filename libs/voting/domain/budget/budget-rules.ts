import type { BudgetInstance } from '../instance.js';
import type { Utility } from './electorate.js';
import type { StopRule } from './completion.js';
import { hasScores } from './tally.js';

/** How an Equal Shares count goes on after the basic run. */
export type Completion = 'none' | 'add1' | 'add1_until_overspend' | 'add1u';

export type BudgetRule =
  | 'greedy_votes'
  | 'greedy_score'
  | 'greedy_votes_per_cost'
  | 'greedy_stop_at_first_misfit'
  | 'greedy_with_threshold'
  | `mes_${Utility}_${Completion}`
  | 'phragmen';

const UTILITIES: readonly Utility[] = ['cost', 'cardinality', 'points'];
const COMPLETIONS: readonly Completion[] = ['none', 'add1', 'add1u', 'add1_until_overspend'];
const MES = UTILITIES.flatMap((utility) => COMPLETIONS.map((completion): BudgetRule => `mes_${utility}_${completion}`));

/** The rules for votes with a pot that every recount answers, by their published names; the two greedy variants of some cities are extra. */
export const BUDGET_RULES: readonly BudgetRule[] = ['greedy_votes', 'greedy_score', 'greedy_votes_per_cost', ...MES, 'phragmen'];

/** Rules that make sense for the ballots of an instance: scores need points or ranks, points utilities need points. */
export function budgetRulesFor(instance: BudgetInstance): BudgetRule[] {
  const withPoints = instance.voteType === 'cumulative' || instance.voteType === 'scoring';
  return BUDGET_RULES.filter((rule) => {
    if (rule === 'greedy_score') return hasScores(instance);
    return withPoints || !rule.startsWith('mes_points');
  });
}

/** The parts of an Equal Shares rule name; null for the other rules. */
export function equalSharesParts(rule: BudgetRule): { utility: Utility; completion: Completion } | null {
  const match = /^mes_(cost|cardinality|points)_(.+)$/.exec(rule);
  return match ? { utility: match[1] as Utility, completion: match[2] as Completion } : null;
}

/** The stop rule a completion uses while it raises the endowment. */
export function stopRuleOf(completion: Completion): StopRule {
  return completion === 'add1_until_overspend' ? 'until-overspend' : 'exhaustive';
}
