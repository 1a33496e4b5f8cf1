import type { BudgetInstance } from '../instance.js';
import { greedyVotes } from './greedy-votes.js';
import type { GreedyVisit } from './greedy-walk.js';
import type { Tally } from './tally.js';

/** Most votes first among the projects with at least `threshold` votes. */
export function greedyWithThreshold(instance: BudgetInstance, tally: Tally, threshold: number): GreedyVisit[] {
  return greedyVotes(instance, tally, instance.budget, (at) => (tally.votes[at] ?? 0) >= threshold);
}
