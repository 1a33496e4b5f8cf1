import type { Electorate } from './electorate.js';

/** Where the payments of a project's supporters level off, in doubles. */
export interface WaterLevel {
  /** Payment per unit of weight of every supporter who can afford it. */
  level: number;
  /** Half-width of the interval that surely holds the exact level. */
  error: number;
  /** What the supporters hold together. */
  held: number;
}

/** Error of a voter's money in doubles, relative to the endowment: hundreds of subtractions stay far below it. */
export const MONEY_ERROR = 1e-13;
/** Distance below which two results count as too close to call in doubles. */
export const NEAR = 1e-9;

/**
 * Smallest level with sum of min(money, level * weight) = cost, found without sorting: supporters who cannot pay the level
 * drop out with all they have, and the level rises for the others until nobody drops out any more. When everybody has
 * dropped out, the supporters hold less than the cost, or as good as exactly the cost.
 * `floor` must not exceed the result: money only shrinks, so an earlier level of the same project will do.
 */
export function waterLevel(
  electorate: Electorate,
  money: Float64Array,
  project: number,
  cost: number,
  floor: number,
  endowment: number,
  out: WaterLevel,
): void {
  const { count, member, weight, start } = electorate;
  const from = start[project]!;
  const to = start[project + 1]!;
  let level = floor;
  for (;;) {
    let poor = 0;
    let poorVoters = 0;
    let rich = 0;
    let richest = 0;
    let richMoney = 0;
    let leastRich = Infinity;
    for (let at = from; at < to; at += 1) {
      const group = member[at]!;
      const ballots = count[group]!;
      const heft = weight === null ? 1 : weight[at]!;
      const own = money[group]!;
      const bearable = weight === null ? own : own / heft;
      if (bearable < level) {
        poor += ballots * own;
        poorVoters += ballots;
        if (bearable > richest) richest = bearable;
      } else {
        rich += ballots * heft;
        richMoney += ballots * own;
        if (bearable < leastRich) leastRich = bearable;
      }
    }
    const next = rich === 0 ? Infinity : (cost - poor) / rich;
    if (rich === 0 || next <= leastRich) {
      out.level = rich === 0 ? richest : Math.max(level, next);
      out.error = rich === 0 ? richest : NEAR * out.level + (MONEY_ERROR * endowment * poorVoters) / rich;
      out.held = poor + richMoney;
      return;
    }
    level = next;
  }
}
