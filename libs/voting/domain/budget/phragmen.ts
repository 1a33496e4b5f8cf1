import type { Rational } from '../arithmetic/rational.js';
import { compare, rational, toNumber } from '../arithmetic/rational.js';
import type { BudgetInstance } from '../instance.js';
import type { Electorate } from './electorate.js';
import { electorateOf } from './electorate.js';
import { tieOrder } from './tie-order.js';
import { NEAR } from './water-level.js';

/** A purchase and the moment it happened: the minor units every ballot had earned by then. */
export interface PhragmenPurchase {
  readonly project: number;
  readonly at: Rational;
  readonly tiedWith: readonly number[];
}

export interface PhragmenRun {
  readonly purchases: readonly PhragmenPurchase[];
  /** The projects that came next together and of which at least one no longer fitted; empty when none was left. */
  readonly stoppedBy: readonly number[];
}

/** Section 5 of the published rules: everyone earns at one speed, a project is bought the moment its supporters hold its cost. */
export function phragmen(instance: BudgetInstance): PhragmenRun {
  const electorate = electorateOf(instance, 'cardinality');
  const byTie = tieOrder(instance, { votes: [...electorate.votes] });
  const times: Rational[] = [{ n: 0n, d: 1n }];
  const lastPaid = new Int32Array(electorate.count.length);
  let open = instance.projects.map((_, at) => at);
  open = open.filter((at) => electorate.votes[at]! > 0 && instance.projects[at]!.cost <= instance.budget);
  const purchases: PhragmenPurchase[] = [];
  let left = instance.budget;
  while (open.length > 0) {
    const next = soonest(instance, electorate, open, times, lastPaid);
    if (next.projects.some((at) => instance.projects[at]!.cost > left)) return { purchases, stoppedBy: next.projects };
    const [chosen, ...tied] = [...next.projects].sort(byTie) as [number, ...number[]];
    purchases.push({ project: chosen, at: next.at, tiedWith: tied.sort((a, b) => a - b) });
    left -= instance.projects[chosen]!.cost;
    for (let slot = electorate.start[chosen]!; slot < electorate.start[chosen + 1]!; slot += 1) {
      lastPaid[electorate.member[slot]!] = times.length;
    }
    times.push(next.at);
    open = open.filter((at) => at !== chosen);
  }
  return { purchases, stoppedBy: [] };
}

/** The projects affordable first, exactly: doubles sort out the far ones, fractions decide among the near. */
function soonest(
  instance: BudgetInstance,
  electorate: Electorate,
  open: readonly number[],
  times: readonly Rational[],
  lastPaid: Int32Array,
): { projects: number[]; at: Rational } {
  const known = times.map(toNumber);
  const estimates = open.map((at) => {
    let sum = Number(instance.projects[at]!.cost);
    for (let slot = electorate.start[at]!; slot < electorate.start[at + 1]!; slot += 1) {
      const group = electorate.member[slot]!;
      sum += electorate.count[group]! * known[lastPaid[group]!]!;
    }
    return sum / electorate.votes[at]!;
  });
  const limit = Math.min(...estimates) * (1 + NEAR);
  const near = open.filter((_, index) => estimates[index]! <= limit);
  const exact = near.map((at) => exactTime(instance, electorate, at, times, lastPaid));
  const at = exact.reduce((least, time) => (compare(time, least) < 0 ? time : least));
  return { projects: near.filter((_, index) => compare(exact[index]!, at) === 0), at };
}

function exactTime(
  instance: BudgetInstance,
  electorate: Electorate,
  at: number,
  times: readonly Rational[],
  lastPaid: Int32Array,
): Rational {
  const voters = new Float64Array(times.length);
  for (let slot = electorate.start[at]!; slot < electorate.start[at + 1]!; slot += 1) {
    const group = electorate.member[slot]!;
    voters[lastPaid[group]!]! += electorate.count[group]!;
  }
  let sum = rational(instance.projects[at]!.cost);
  voters.forEach((often, step) => {
    const time = times[step]!;
    if (often > 0) sum = rational(sum.n * time.d + BigInt(often) * time.n * sum.d, sum.d * time.d);
  });
  return rational(sum.n, sum.d * BigInt(electorate.votes[at]!));
}
