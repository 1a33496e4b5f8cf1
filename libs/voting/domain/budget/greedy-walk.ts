import type { BudgetInstance } from '../instance.js';
import type { Tally } from './tally.js';
import type { TieBreaker } from './tie-order.js';
import { tieBreaker, tieOrder } from './tie-order.js';

/** One project as the walk met it. */
export interface GreedyVisit {
  readonly project: number;
  readonly funded: boolean;
  /** What was left of the pot when the walk came to it, in minor units. */
  readonly leftBefore: bigint;
  /** How the walk decided between this project and the next one when their keys were equal. */
  readonly tieWithNext: TieBreaker | null;
}

/**
 * Walks the projects by decreasing key, funds each that still fits into `budget` and skips the others.
 * `compareKeys` is negative when the first project has the better key; projects of `eligible` false never take part.
 * With `stopAtMisfit` the walk funds nothing more after the first project that does not fit.
 */
export function greedyWalk(
  instance: BudgetInstance,
  tally: Tally,
  options: {
    budget: bigint;
    compareKeys: (a: number, b: number) => number;
    eligible: (project: number) => boolean;
    stopAtMisfit?: boolean;
  },
): GreedyVisit[] {
  const byTie = tieOrder(instance, tally);
  const order = instance.projects
    .map((_, at) => at)
    .filter(options.eligible)
    .sort((a, b) => options.compareKeys(a, b) || byTie(a, b));
  let left = options.budget;
  let stopped = false;
  return order.map((project, at) => {
    const cost = instance.projects[project]?.cost ?? 0n;
    const leftBefore = left;
    const funded = !stopped && cost <= left;
    if (funded) left -= cost;
    else stopped = options.stopAtMisfit === true;
    const next = order[at + 1];
    const tied = next !== undefined && options.compareKeys(project, next) === 0;
    return { project, funded, leftBefore, tieWithNext: tied ? tieBreaker(instance, tally, project, next) : null };
  });
}
