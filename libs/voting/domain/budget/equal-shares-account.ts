import type { Rational } from '../arithmetic/rational.js';
import { compare, rational, toNumber } from '../arithmetic/rational.js';
import type { EqualShares, EqualSharesRun } from './equal-shares.js';
import type { ExactPayment } from './exact-ledger.js';
import { ExactLedger } from './exact-ledger.js';
import { followMoney } from './money-trail.js';

/** Who paid for a project that was bought. Amounts are minor units, exactly. */
export interface PurchaseAccount extends ExactPayment {
  readonly project: number;
  readonly supporters: number;
  /** cost / share: a supporter who can pay half the share counts as half a vote (with points utilities: effective points). */
  readonly effectiveVotes: Rational;
  readonly tiedWith: readonly number[];
}

/** Why a supported project was not bought. */
export interface RemainderAccount {
  readonly project: number;
  readonly supporters: number;
  readonly moneyLeft: Rational;
  /** cost - money left. */
  readonly shortBy: Rational;
  /** Number of purchases after which its supporters held less than its cost; 0: they never held it. */
  readonly unaffordableAfter: number;
  /** What its supporters paid for other projects, largest first, in minor units. */
  readonly drainedBy: readonly { readonly project: number; readonly amount: number }[];
  /** Largest share of the cost its supporters could have covered at the going price, between 0 and 1. */
  readonly effectiveSupport: number;
}

/** The whole basic run as a balance: what was spent and what is left add up to ballots × endowment. */
export interface EqualSharesAccount {
  readonly endowment: Rational;
  readonly purchases: readonly PurchaseAccount[];
  readonly notElected: readonly RemainderAccount[];
  readonly moneySpent: bigint;
  readonly moneyLeft: Rational;
}

/** Replays a run exactly and accounts for every payment. */
export function accountFor(shares: EqualShares, run: EqualSharesRun): EqualSharesAccount {
  const { electorate, costs } = shares;
  const ledger = new ExactLedger(electorate, costs, run.endowment);
  ledger.follow(run.purchases);
  const payments = ledger.history();
  const purchases = run.purchases.map((project, step): PurchaseAccount => {
    const payment = payments[step]!;
    const effectiveVotes = rational(costs[project]! * payment.share.d, payment.share.n);
    return { ...payment, project, supporters: electorate.votes[project]!, effectiveVotes, tiedWith: run.tiedWith[step]! };
  });
  const elected = new Set([...run.free, ...run.purchases]);
  const others = costs.map((_, at) => at).filter((at) => !elected.has(at));
  const trails = followMoney(
    shares,
    run.purchases,
    payments.map((payment) => toNumber(payment.share)),
    others,
    toNumber(run.endowment),
  );
  const notElected = others.map((project, index): RemainderAccount => {
    const held = ledger.held(project);
    const shortBy = rational(costs[project]! * held.d - held.n, held.d);
    const trail = trails[index]!;
    return { ...trail, project, supporters: electorate.votes[project]!, moneyLeft: rational(held.n, held.d), shortBy };
  });
  const all = rational(run.endowment.n * BigInt(electorate.ballots), run.endowment.d);
  const moneyLeft = rational(all.n - run.cost * all.d, all.d);
  return { endowment: run.endowment, purchases, notElected, moneySpent: run.cost, moneyLeft };
}

/** What one ballot paid, in order of purchase, and what it has left. `weights` are its points when they count as utilities. */
export function paymentsOfBallot(
  account: EqualSharesAccount,
  supports: readonly number[],
  weights?: readonly number[],
): { payments: { project: number; paid: Rational }[]; left: Rational } {
  let left = account.endowment;
  const payments: { project: number; paid: Rational }[] = [];
  for (const { project, share } of account.purchases) {
    const at = supports.indexOf(project);
    if (at === -1) continue;
    const due = rational(share.n * BigInt(weights?.[at] ?? 1), share.d);
    const paid = compare(left, due) < 0 ? left : due;
    left = rational(left.n * paid.d - paid.n * left.d, left.d * paid.d);
    payments.push({ project, paid });
  }
  return { payments, left };
}
