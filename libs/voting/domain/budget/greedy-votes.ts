import type { BudgetInstance } from '../instance.js';
import type { GreedyVisit } from './greedy-walk.js';
import { greedyWalk } from './greedy-walk.js';
import type { Tally } from './tally.js';

/** Most votes first. Projects nobody voted for are never funded. `among` leaves out projects already funded otherwise. */
export function greedyVotes(
  instance: BudgetInstance,
  tally: Tally,
  budget = instance.budget,
  among: (project: number) => boolean = () => true,
): GreedyVisit[] {
  const votes = (at: number): number => tally.votes[at] ?? 0;
  return greedyWalk(instance, tally, {
    budget,
    compareKeys: (a, b) => votes(b) - votes(a),
    eligible: (at) => votes(at) > 0 && among(at),
  });
}
