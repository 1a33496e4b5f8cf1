import type { BudgetInstance } from '../instance.js';
import type { Tally } from './tally.js';

/** What settled a tie; null when there was none. */
export type TieBreaker = 'COST' | 'VOTES' | 'LOT';

/** The published order between projects that are otherwise equal: lower cost, then more votes, then the lot. */
export function tieOrder(instance: BudgetInstance, { votes }: Pick<Tally, 'votes'>): (a: number, b: number) => number {
  const cost = instance.projects.map((project) => project.cost);
  return (a, b) => {
    const [costA, costB] = [cost[a] ?? 0n, cost[b] ?? 0n];
    if (costA !== costB) return costA < costB ? -1 : 1;
    return (votes[b] ?? 0) - (votes[a] ?? 0) || a - b;
  };
}

/** Which criterion of the tie order told the two apart. */
export function tieBreaker(instance: BudgetInstance, { votes }: Pick<Tally, 'votes'>, a: number, b: number): TieBreaker {
  if (instance.projects[a]?.cost !== instance.projects[b]?.cost) return 'COST';
  return votes[a] !== votes[b] ? 'VOTES' : 'LOT';
}
