import { formatMinor, formatRounded } from '../arithmetic/decimal.js';
import type { Rational } from '../arithmetic/rational.js';
import { rational } from '../arithmetic/rational.js';
import type { BudgetCount, BudgetOutcome } from './budget-count.js';
import type { EqualSharesAccount, PurchaseAccount, RemainderAccount } from './equal-shares-account.js';
import { accountFor } from './equal-shares-account.js';
import type { GreedyVisit } from './greedy-walk.js';
import type { Amount, BudgetExplanation, ProjectExplanation, Reason, TieFact } from './reasons.js';
import { tieBreaker } from './tie-order.js';

/** Everything a result page must tell about a budget vote, as codes and figures. */
export function explainBudget(count: BudgetCount, outcome: BudgetOutcome): BudgetExplanation {
  const { instance, tally } = count;
  const reasons = new Reasons(count, outcome);
  const position = new Map(outcome.winners.map((at, index) => [at, index + 1]));
  const others = instance.projects.map((_, at) => at).filter((at) => !position.has(at));
  others.sort((a, b) => (tally.votes[b] ?? 0) - (tally.votes[a] ?? 0) || a - b);
  const projects = [...outcome.winners, ...others].map((at): ProjectExplanation => {
    const { id, cost } = instance.projects[at]!;
    return { project: id, cost: reasons.money(cost), votes: tally.votes[at]!, position: position.get(at) ?? null, reason: reasons.of(at) };
  });
  const ids = new Set(outcome.winners.map((at) => instance.projects[at]!.id));
  const ties = projects
    .flatMap(({ reason }) => ('tie' in reason && reason.tie ? [reason.tie] : []))
    .filter((tie) => tie.with.some((other) => !ids.has(other)));
  const shares = outcome.equalShares;
  return {
    rule: outcome.rule,
    pot: reasons.money(instance.budget),
    spent: reasons.money(outcome.totalCost),
    left: reasons.money(instance.budget - outcome.totalCost),
    ballots: tally.ballots,
    emptyBallots: tally.emptyBallots,
    ballotsWithNoFundedChoice: outcome.ballotsWithNoFundedChoice,
    endowment: shares ? reasons.exact(shares.run.endowment) : null,
    runs: shares?.runs ?? null,
    increment: shares?.increment ? reasons.money(shares.increment) : null,
    everythingFits: instance.projects.reduce((sum, project) => sum + project.cost, 0n) <= instance.budget,
    tieMattered: ties.length > 0,
    lotMattered: ties.some((tie) => tie.settledBy === 'LOT'),
    projects,
  };
}

class Reasons {
  private readonly account: EqualSharesAccount | null;
  private readonly bought: ReadonlyMap<number, PurchaseAccount>;
  private readonly missed: ReadonlyMap<number, RemainderAccount>;
  private readonly visits: ReadonlyMap<number, GreedyVisit>;

  constructor(
    private readonly count: BudgetCount,
    private readonly outcome: BudgetOutcome,
  ) {
    const shares = outcome.equalShares;
    this.account = shares ? accountFor(count.engine(shares.utility), shares.run) : null;
    this.bought = new Map(this.account?.purchases.map((each) => [each.project, each]));
    this.missed = new Map(this.account?.notElected.map((each) => [each.project, each]));
    this.visits = new Map(outcome.walk?.map((visit) => [visit.project, visit]));
  }

  of(at: number): Reason {
    return this.outcome.winners.includes(at) ? this.whyIn(at) : this.whyOut(at);
  }

  money(minor: bigint): Amount {
    return formatMinor(minor, this.count.instance.decimals, true);
  }

  exact(minor: Rational): Amount {
    return formatRounded(rational(minor.n, minor.d * 10n ** BigInt(this.count.instance.decimals)), 6);
  }

  private whyIn(at: number): Reason {
    const purchase = this.bought.get(at);
    if (purchase) return this.whyBought(purchase);
    const earned = this.outcome.phragmen?.purchases.find((each) => each.project === at);
    if (earned) return { code: 'EARNED', earned: this.exact(earned.at), tie: this.tie(at, earned.tiedWith) };
    const visit = this.visits.get(at);
    if (!visit) return { code: 'FREE' };
    const next = this.outcome.walk?.[this.outcome.walk.indexOf(visit) + 1];
    const tie = visit.tieWithNext && next ? { with: [this.id(next.project)], settledBy: visit.tieWithNext } : null;
    return { code: this.account ? 'ADDED_AT_END' : 'FITTED', leftBefore: this.money(visit.leftBefore), tie };
  }

  private whyBought(purchase: PurchaseAccount): Reason {
    const { payFullShare, payLastMoney, hadNothingLeft } = purchase;
    return {
      code: 'BOUGHT',
      step: this.account!.purchases.indexOf(purchase) + 1,
      share: this.exact(purchase.share),
      payFullShare,
      payLastMoney,
      hadNothingLeft,
      effectiveVotes: formatRounded(purchase.effectiveVotes, 6),
      tie: this.tie(purchase.project, purchase.tiedWith),
    };
  }

  private whyOut(at: number): Reason {
    const { instance, tally } = this.count;
    const { cost } = instance.projects[at]!;
    if (tally.votes[at] === 0) return { code: 'NO_VOTES' };
    if (cost > instance.budget) return { code: 'DEARER_THAN_POT' };
    const visit = this.visits.get(at);
    const missed = this.missed.get(at);
    if (missed) {
      return {
        code: 'SUPPORTERS_SHORT',
        supportersHave: this.exact(missed.moneyLeft),
        shortBy: this.exact(missed.shortBy),
        unaffordableAfterStep: missed.unaffordableAfter,
        drainedBy: missed.drainedBy.map(({ project, amount }) => ({ project: this.id(project), amount: this.rounded(amount) })),
        effectiveSupport: missed.effectiveSupport.toFixed(6),
        leftAtEnd: visit ? this.money(visit.leftBefore) : null,
      };
    }
    if (visit) return { code: 'DID_NOT_FIT', leftBefore: this.money(visit.leftBefore), shortBy: this.money(cost - visit.leftBefore) };
    const stoppedBy = this.outcome.phragmen?.stoppedBy ?? [];
    return stoppedBy.length > 0 ? { code: 'COUNT_ENDED', stoppedBy: stoppedBy.map((each) => this.id(each)) } : { code: 'NO_VOTES' };
  }

  private tie(at: number, others: readonly number[]): TieFact | null {
    const next = others[0];
    if (next === undefined) return null;
    const criteria = others.map((other) => tieBreaker(this.count.instance, this.count.tally, at, other));
    const settledBy = (['LOT', 'VOTES', 'COST'] as const).find((one) => criteria.includes(one)) ?? 'LOT';
    return { with: others.map((other) => this.id(other)), settledBy };
  }

  private rounded(minor: number): Amount {
    return (minor / 10 ** this.count.instance.decimals).toFixed(6);
  }

  private id(at: number): string {
    return this.count.instance.projects[at]?.id ?? '';
  }
}
