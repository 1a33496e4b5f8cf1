import type { BudgetInstance } from '../instance.js';
import type { GreedyVisit } from './greedy-walk.js';
import { greedyWalk } from './greedy-walk.js';
import type { Tally } from './tally.js';

/** Most votes per unit of money first; a free project with support comes before every other. */
export function greedyVotesPerCost(instance: BudgetInstance, tally: Tally): GreedyVisit[] {
  const votes = (at: number): bigint => BigInt(tally.votes[at] ?? 0);
  const cost = (at: number): bigint => instance.projects[at]?.cost ?? 0n;
  const compareKeys = (a: number, b: number): number => {
    if (cost(a) === 0n && cost(b) === 0n) return 0;
    const difference = votes(b) * cost(a) - votes(a) * cost(b);
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  };
  return greedyWalk(instance, tally, { budget: instance.budget, compareKeys, eligible: (at) => votes(at) > 0n });
}
