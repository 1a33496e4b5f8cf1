import type { BudgetInstance } from '../instance.js';
import { supported } from './tally.js';

/** What a voter gains from a project: its cost, one, or the points the ballot gives it. */
export type Utility = 'cost' | 'cardinality' | 'points';

/**
 * The ballots in the form Equal Shares counts them: like voters merged, and for each project the groups that support it.
 * Supporters of project p are `member[start[p]] … member[start[p + 1] - 1]`.
 */
export interface Electorate {
  readonly utility: Utility;
  /** All ballots, the empty ones too. */
  readonly ballots: number;
  /** Ballots in each group. */
  readonly count: Float64Array;
  readonly start: Int32Array;
  readonly member: Int32Array;
  /** Points parallel to `member`; null when every supporter weighs 1. */
  readonly weight: Float64Array | null;
  /** Per project: ballots in support. */
  readonly votes: Float64Array;
  /** Per project: sum of weights over all ballots in support; equal to `votes` without points. */
  readonly totalWeight: Float64Array;
}

interface Group {
  count: number;
  readonly support: readonly number[];
  readonly points: readonly number[] | null;
}

/** Builds the electorate of an instance for one kind of utility. */
export function electorateOf(instance: BudgetInstance, utility: Utility): Electorate {
  const { groups, ballots } = group(instance, utility);
  const projects = instance.projects.length;
  const count = Float64Array.from(groups, (each) => each.count);
  const votes = new Float64Array(projects);
  const totalWeight = new Float64Array(projects);
  const size = new Int32Array(projects + 1);
  for (const each of groups) for (const at of each.support) size[at + 1]! += 1;
  for (let at = 0; at < projects; at += 1) size[at + 1]! += size[at]!;
  const start = size.slice();
  const member = new Int32Array(size[projects]!);
  const weight = utility === 'points' ? new Float64Array(member.length) : null;
  groups.forEach((each, index) => {
    each.support.forEach((at, place) => {
      const slot = size[at]!++;
      const points = each.points?.[place] ?? 1;
      member[slot] = index;
      if (weight) weight[slot] = points;
      votes[at]! += each.count;
      totalWeight[at]! += each.count * points;
    });
  });
  return { utility, ballots, count, start, member, weight, votes, totalWeight };
}

function group(instance: BudgetInstance, utility: Utility): { groups: Group[]; ballots: number } {
  const groups = new Map<string, Group>();
  let ballots = 0;
  for (const ballot of instance.ballots) {
    ballots += ballot.count;
    const support = supported(ballot);
    if (support.length === 0) continue;
    const points = utility === 'points' && ballot.points ? ballot.points.filter((value) => value > 0) : null;
    const order = instance.voteType === 'ordinal' ? [...support].sort((a, b) => a - b) : support;
    const key = points ? `${order.join()};${points.join()}` : order.join();
    const known = groups.get(key);
    if (known) known.count += ballot.count;
    else groups.set(key, { count: ballot.count, support: order, points });
  }
  return { groups: [...groups.values()], ballots };
}
