import type { EqualShares } from './equal-shares.js';
import { NEAR } from './water-level.js';

/** Where the money of a project's supporters went while the project was not bought. */
export interface MoneyTrail {
  readonly unaffordableAfter: number;
  readonly drainedBy: readonly { readonly project: number; readonly amount: number }[];
  readonly effectiveSupport: number;
}

/**
 * Replays the purchases in doubles, which is exact enough to tell a story, and follows the supporters of each of `others`.
 * `levels` are the shares per unit of weight at which the purchases were made.
 */
export function followMoney(
  { electorate, costs }: EqualShares,
  purchases: readonly number[],
  levels: readonly number[],
  others: readonly number[],
  endowment: number,
): MoneyTrail[] {
  const { start, member, count, weight, utility } = electorate;
  const money = new Float64Array(count.length).fill(endowment);
  const paid = new Float64Array(count.length);
  const total = (project: number, each: (group: number, slot: number) => number): number => {
    let sum = 0;
    for (let slot = start[project]!; slot < start[project + 1]!; slot += 1) sum += count[member[slot]!]! * each(member[slot]!, slot);
    return sum;
  };
  const open = others.map((project) => {
    const cost = Number(costs[project]!);
    const held = total(project, (group) => money[group]!);
    return { project, cost, unaffordableAfter: held < cost * (1 - NEAR) ? 0 : -1, drainedBy: new Map<number, number>(), best: 0 };
  });
  purchases.forEach((bought, step) => {
    const price = utility === 'cost' ? levels[step]! / Number(costs[bought]!) : levels[step]!;
    paid.fill(0);
    for (let slot = start[bought]!; slot < start[bought + 1]!; slot += 1) {
      paid[member[slot]!] = Math.min(money[member[slot]!]!, levels[step]! * (weight?.[slot] ?? 1));
    }
    for (const other of open) {
      const due = utility === 'cost' ? price * other.cost : price;
      const covered = total(other.project, (group, slot) => Math.min(money[group]!, due * (weight?.[slot] ?? 1)));
      other.best = Math.max(other.best, covered / other.cost);
      const drained = total(other.project, (group) => paid[group]!);
      if (drained > 0) other.drainedBy.set(bought, drained);
    }
    for (let slot = start[bought]!; slot < start[bought + 1]!; slot += 1) money[member[slot]!]! -= paid[member[slot]!]!;
    for (const other of open) {
      const held = other.unaffordableAfter === -1 ? total(other.project, (group) => money[group]!) : 0;
      if (other.unaffordableAfter === -1 && held < other.cost * (1 - NEAR)) other.unaffordableAfter = step + 1;
    }
  });
  return open.map(({ project, cost, unaffordableAfter, drainedBy, best }) => ({
    unaffordableAfter: unaffordableAfter === -1 ? purchases.length : unaffordableAfter,
    drainedBy: [...drainedBy].map(([by, amount]) => ({ project: by, amount })).sort((a, b) => b.amount - a.amount),
    effectiveSupport: cost === 0 ? 0 : Math.min(1, Math.max(best, total(project, (group) => money[group]!) / cost)),
  }));
}
