import type { BudgetInstance } from '../instance.js';
import type { GreedyVisit } from './greedy-walk.js';
import { greedyWalk } from './greedy-walk.js';
import type { Tally } from './tally.js';

/** Most points first, for ballots with points or ranks. Projects without points are never funded. */
export function greedyScore(instance: BudgetInstance, tally: Tally): GreedyVisit[] {
  const score = (at: number): number => tally.scores[at] ?? 0;
  return greedyWalk(instance, tally, {
    budget: instance.budget,
    compareKeys: (a, b) => score(b) - score(a),
    eligible: (at) => score(at) > 0,
  });
}
