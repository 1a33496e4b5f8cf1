import type { BallotGroup, BudgetInstance, RankedBallotGroup, RankedInstance, VoteType } from '../instance.js';

/** Projects as `{ a: 30, b: 50 }` in lot order, ballots as `['a b', 'b', '']`. Whole currency units. */
export function budgetSample(budget: number, costs: Record<string, number>, ballots: readonly string[]): BudgetInstance {
  const ids = Object.keys(costs);
  return {
    kind: 'budget',
    voteType: 'approval',
    budget: BigInt(budget),
    decimals: 0,
    pointDecimals: 0,
    projects: ids.map((id) => ({ id, name: `Project ${id}`, cost: BigInt(costs[id] ?? 0), details: {} })),
    ballots: ballots.map((ballot) => ({ count: 1, choices: positions(ballot, ids).sort((a, b) => a - b) })),
    meta: {},
  };
}

/** The same with points: ballots as `['a:3 b:0']`. */
export function pointsSample(budget: number, costs: Record<string, number>, ballots: readonly string[]): BudgetInstance {
  const ids = Object.keys(costs);
  const groups = ballots.map((ballot): BallotGroup => {
    const entries = words(ballot).map((word) => word.split(':'));
    return { count: 1, choices: entries.map(([id]) => ids.indexOf(id ?? '')), points: entries.map(([, points]) => Number(points)) };
  });
  return { ...budgetSample(budget, costs, []), voteType: 'cumulative' satisfies VoteType, ballots: groups };
}

/** Ballots as `['3: A B C', '1: A=B C']`, best first. */
export function rankedSample(candidates: string, ballots: readonly string[]): RankedInstance {
  const names = words(candidates);
  const groups = ballots.map((line): RankedBallotGroup => {
    const [count, order = ''] = line.split(':');
    return { count: Number(count), ranks: words(order).map((group) => group.split('=').map((name) => names.indexOf(name))) };
  });
  return { kind: 'ranked', candidates: names, ballots: groups, meta: {} };
}

/** Names of positions, for readable expectations. */
export function named(instance: BudgetInstance | RankedInstance, positions: readonly number[]): string[] {
  const names = instance.kind === 'budget' ? instance.projects.map((project) => project.id) : instance.candidates;
  return positions.map((at) => names[at] ?? '?');
}

function positions(text: string, ids: readonly string[]): number[] {
  return words(text).map((id) => ids.indexOf(id));
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
