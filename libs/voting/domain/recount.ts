import { BudgetCount } from './budget/budget-count.js';
import type { BudgetRule } from './budget/budget-rules.js';
import { BUDGET_RULES, budgetRulesFor } from './budget/budget-rules.js';
import type { BudgetInstance, RankedInstance } from './instance.js';
import type { RankedRule } from './ranked/ranked-count.js';
import { RANKED_RULES, RankedCount } from './ranked/ranked-count.js';

export type RuleName = BudgetRule | RankedRule;

/** All rules by their published names. */
export const RULES: readonly RuleName[] = [...BUDGET_RULES, ...RANKED_RULES];

/** Parameters the file formats have no field for. */
export interface RecountParameters {
  /** Step of the add-one completion in whole currency units; default 1. */
  readonly increment?: number;
  /** Winners of a single transferable vote; default 1. */
  readonly seats?: number;
}

/** Rules that apply to the ballots at hand. */
export function rulesFor(instance: BudgetInstance | RankedInstance): readonly RuleName[] {
  return instance.kind === 'budget' ? budgetRulesFor(instance) : RANKED_RULES;
}

/** Winning ids in order of election under each of the rules that apply; `only` narrows them down. */
export function recount(
  instance: BudgetInstance | RankedInstance,
  parameters: RecountParameters = {},
  only?: readonly RuleName[],
): Partial<Record<RuleName, string[]>> {
  const result: Partial<Record<RuleName, string[]>> = {};
  const wanted = <R extends RuleName>(rules: readonly R[]): R[] => rules.filter((rule) => !only || only.includes(rule));
  if (instance.kind === 'budget') {
    const increment = BigInt(parameters.increment ?? 1) * 10n ** BigInt(instance.decimals);
    const count = new BudgetCount(instance, { increment });
    for (const rule of wanted(budgetRulesFor(instance))) {
      result[rule] = count.by(rule).winners.map((at) => instance.projects[at]?.id ?? '');
    }
    return result;
  }
  const count = new RankedCount(instance, parameters.seats === undefined ? {} : { seats: parameters.seats });
  for (const rule of wanted(RANKED_RULES)) result[rule] = count.winners(rule).map((at) => instance.candidates[at] ?? '');
  return result;
}
