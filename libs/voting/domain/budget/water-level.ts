import type { Electorate } from './electorate.js';

/** Where the payments of a project's supporters level off, in doubles. */
export interface WaterLevel {
  /** Payment per unit of weight of every supporter who can afford it. */
  level: number;
  /** Half-width of the interval that surely holds the exact level. */
  error: number;
}

/** Error of a voter's money in doubles, relative to the endowment: hundreds of subtractions stay far below it. */
export const MONEY_ERROR = 1e-13;
/** Distance below which two results count as too close to call in doubles. */
export const NEAR = 1e-9;

/**
 * Smallest level with sum of min(money, level * weight) = cost, found without sorting: supporters who cannot pay the level
 * drop out with all they have, and the level rises for the others until nobody drops out any more.
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
    let most = 0;
    for (let at = from; at < to; at += 1) {
      const group = member[at]!;
      const own = money[group]!;
      const share = weight === null ? level : level * weight[at]!;
      if (own < share) {
        poor += count[group]! * own;
        poorVoters += count[group]!;
        const paid = weight === null ? own : own / weight[at]!;
        if (paid > most) most = paid;
      } else rich += weight === null ? count[group]! : count[group]! * weight[at]!;
    }
    if (rich === 0) {
      out.level = most;
      out.error = most;
      return;
    }
    const next = (cost - poor) / rich;
    if (next <= level) {
      out.level = level;
      out.error = NEAR * level + (MONEY_ERROR * endowment * poorVoters) / rich;
      return;
    }
    level = next;
  }
}
