import type { BudgetInstance } from '../instance.js';
import type { GreedyVisit } from './greedy-walk.js';
import { greedyWalk } from './greedy-walk.js';
import type { Tally } from './tally.js';

/** Most votes first until one does not fit; nothing is funded after it ("greedy-no-skip" in Pabulib). */
export function greedyStopAtFirstMisfit(instance: BudgetInstance, tally: Tally): GreedyVisit[] {
  const votes = (at: number): number => tally.votes[at] ?? 0;
  const compareKeys = (a: number, b: number): number => votes(b) - votes(a);
  return greedyWalk(instance, tally, { budget: instance.budget, compareKeys, eligible: (at) => votes(at) > 0, stopAtMisfit: true });
}
