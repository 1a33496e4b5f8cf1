import type { Rational } from '../arithmetic/rational.js';
import { rational } from '../arithmetic/rational.js';
import type { BudgetInstance } from '../instance.js';
import type { EqualShares, EqualSharesRun } from './equal-shares.js';

/** When raising the endowment ends besides overspending. */
export type StopRule = 'exhaustive' | 'until-overspend';

/** The run that counts, how many runs it took, and whether everything fitted so that no completion was needed. */
export interface CompletedRun {
  readonly run: EqualSharesRun;
  readonly runs: number;
  readonly everythingFits: boolean;
}

/** The basic run with an equal part of the pot, exactly. */
export function equalPart(instance: BudgetInstance, shares: EqualShares): EqualSharesRun {
  const { ballots } = shares.electorate;
  return shares.run(ballots === 0 ? { n: 0n, d: 1n } : rational(instance.budget, BigInt(ballots)));
}

/**
 * Section 4 of the published rules: raise the endowment by `increment` minor units and count again from scratch, one step at a
 * time because neither the outcome nor its cost grows steadily with the endowment.
 */
export function addOne(instance: BudgetInstance, shares: EqualShares, increment: bigint, stop: StopRule): CompletedRun {
  if (increment <= 0n) throw new RangeError('the increment must be positive');
  const { ballots } = shares.electorate;
  const total = shares.costs.reduce((sum, cost) => sum + cost, 0n);
  if (ballots === 0 || total <= instance.budget) return { run: equalPart(instance, shares), runs: 1, everythingFits: true };
  const unit = 10n ** BigInt(instance.decimals);
  let endowment: Rational = { n: (instance.budget / (BigInt(ballots) * unit)) * unit, d: 1n };
  let run = shares.run(endowment);
  let runs = 1;
  while (!isComplete(instance, shares, run, stop)) {
    endowment = { n: endowment.n + increment, d: 1n };
    const next = shares.run(endowment);
    runs += 1;
    if (next.cost > instance.budget) break;
    run = next;
  }
  return { run, runs, everythingFits: false };
}

function isComplete(instance: BudgetInstance, shares: EqualShares, run: EqualSharesRun, stop: StopRule): boolean {
  const elected = new Set([...run.free, ...run.purchases]);
  const left = instance.budget - run.cost;
  const missing = shares.costs.filter((_, at) => !elected.has(at) && shares.electorate.votes[at]! > 0);
  if (missing.every((cost) => cost > instance.budget)) return true;
  return stop === 'exhaustive' && missing.every((cost) => cost > left);
}
