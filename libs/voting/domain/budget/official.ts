import { parseDecimal } from '../arithmetic/decimal.js';
import type { BudgetCount, BudgetOutcome } from './budget-count.js';
import { greedyVotes } from './greedy-votes.js';
import { tieOrder } from './tie-order.js';

/** What a source file marks as selected, and which rules give exactly that set. */
export interface OfficialSelection {
  readonly rule: string;
  /** In lot order. */
  readonly selected: readonly number[];
  readonly totalCost: bigint;
  /** Names in alphabetical order: our rules, and the two variants of the greedy walk that some cities use. */
  readonly reproducedBy: readonly string[];
}

/** Null when the file marks nothing. Only the mark 1 counts; 2 and 3 are special cases of single cities. */
export function officialSelection(count: BudgetCount, outcomes: readonly BudgetOutcome[]): OfficialSelection | null {
  const { instance } = count;
  const selected = instance.projects.flatMap((project, at) => (project.details['selected'] === '1' ? [at] : []));
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
  const { instance, tally } = count;
  const variants: Variant[] = [{ name: 'greedy_stop_at_first_misfit', winners: untilMisfit(count) }];
  const threshold = instance.meta['min_project_score_threshold'];
  const least = parseDecimal(threshold ?? '');
  if (!least) return variants;
  const enough = (at: number): boolean => BigInt(tally.votes[at]!) * 10n ** BigInt(least.places) >= least.units;
  const walk = greedyVotes(instance, tally, instance.budget, enough).filter((visit) => visit.funded);
  return [...variants, { name: `greedy_with_threshold_${threshold}`, winners: walk.map((visit) => visit.project) }];
}

function untilMisfit({ instance, tally }: BudgetCount): number[] {
  const byTie = tieOrder(instance, tally);
  const order = instance.projects.map((_, at) => at).filter((at) => tally.votes[at]! > 0);
  order.sort((a, b) => tally.votes[b]! - tally.votes[a]! || byTie(a, b));
  let left = instance.budget;
  const misfit = order.findIndex((at) => (left -= instance.projects[at]!.cost) < 0n);
  return misfit === -1 ? order : order.slice(0, misfit);
}
