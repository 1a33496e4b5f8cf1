import type { BudgetInstance } from '../instance.js';
import type { BudgetOutcome } from './budget-count.js';
import { BudgetCount } from './budget-count.js';

/** What a source file marks as selected, and which rules give exactly that set. */
export interface OfficialSelection {
  readonly rule: string;
  /** In lot order. */
  readonly selected: readonly number[];
  readonly totalCost: bigint;
  /** Names in alphabetical order: our rules, and the two variants of the greedy walk that some cities use. */
  readonly reproducedBy: readonly string[];
}

/** Whom a file marks as selected, in lot order. Only the mark 1 counts; 2 and 3 are special cases of single cities. */
export const selectedIn = ({ projects }: BudgetInstance): number[] =>
  projects.flatMap((project, at) => (project.details['selected'] === '1' ? [at] : []));

/** Null when the file marks nothing. */
export function officialSelection(count: BudgetCount, outcomes: readonly BudgetOutcome[]): OfficialSelection | null {
  const { instance } = count;
  const selected = selectedIn(instance);
  if (selected.length === 0) return null;
  const same = (winners: readonly number[]): boolean => winners.length === selected.length && selected.every((at) => winners.includes(at));
  const named = [...outcomes.map(({ rule, winners }): Variant => ({ name: rule, winners })), ...cityVariants(count)];
  return {
    rule: instance.meta['rule'] ?? 'unknown',
    selected,
    totalCost: selected.reduce((sum, at) => sum + instance.projects[at]!.cost, 0n),
    reproducedBy: named.flatMap(({ name, winners }) => (same(winners) ? [name] : [])).sort(),
  };
}

interface Variant {
  readonly name: string;
  readonly winners: readonly number[];
}

function cityVariants(count: BudgetCount): Variant[] {
  const variants: Variant[] = [{ name: 'greedy_stop_at_first_misfit', winners: count.by('greedy_stop_at_first_misfit').winners }];
  const stated = count.instance.meta['min_project_score_threshold'];
  if (!stated) return variants;
  const { winners } = new BudgetCount(count.instance, { threshold: Number(stated.replace(',', '.')) }).by('greedy_with_threshold');
  return [...variants, { name: `greedy_with_threshold_${stated}`, winners }];
}
