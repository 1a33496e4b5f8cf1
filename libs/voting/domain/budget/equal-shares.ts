import type { Rational } from '../arithmetic/rational.js';
import { compare } from '../arithmetic/rational.js';
import type { BudgetInstance } from '../instance.js';
import type { Electorate, Utility } from './electorate.js';
import { electorateOf } from './electorate.js';
import { ExactLedger } from './exact-ledger.js';
import { tieOrder } from './tie-order.js';
import { MONEY_ERROR, NEAR, waterLevel } from './water-level.js';

/** One basic run: the outcome when every ballot holds `endowment` minor units. */
export interface EqualSharesRun {
  readonly endowment: Rational;
  /** Projects that cost nothing and have support, elected at once. */
  readonly free: readonly number[];
  /** Projects bought, in order. */
  readonly purchases: readonly number[];
  /** Per purchase: the projects that were exactly as good at that moment, in lot order. */
  readonly tiedWith: readonly (readonly number[])[];
  readonly cost: bigint;
}

/** Whether doubles decide where they can, or every price and every affordability is worked out exactly. Both give the same outcome. */
export type Arithmetic = 'doubles-first' | 'exact';

/** What a double cannot tell is decided by the exact ledger; everything else never leaves doubles. */
export class EqualShares {
  readonly electorate: Electorate;
  readonly costs: readonly bigint[];
  private readonly cost: Float64Array;
  private readonly money: Float64Array;
  private readonly level: Float64Array;
  private readonly error: Float64Array;
  private readonly byTie: (a: number, b: number) => number;
  private readonly free: readonly number[];
  private readonly candidates: readonly number[];
  private readonly water = { level: 0, error: 0, held: 0 };

  constructor(
    instance: BudgetInstance,
    utility: Utility,
    private readonly arithmetic: Arithmetic = 'doubles-first',
  ) {
    this.electorate = electorateOf(instance, utility);
    this.costs = instance.projects.map((project) => project.cost);
    this.cost = Float64Array.from(this.costs, Number);
    this.money = new Float64Array(this.electorate.count.length);
    this.level = new Float64Array(this.costs.length);
    this.error = new Float64Array(this.costs.length);
    this.byTie = tieOrder(instance, { votes: [...this.electorate.votes] });
    const wanted = this.costs.map((_, at) => at).filter((at) => this.electorate.votes[at]! > 0);
    this.free = wanted.filter((at) => this.costs[at] === 0n).sort(this.byTie);
    this.candidates = wanted.filter((at) => this.costs[at]! > 0n);
  }

  /** Section 3 of the published rules. */
  run(endowment: Rational): EqualSharesRun {
    const each = Number(endowment.n) / Number(endowment.d);
    const ledger = new LazyLedger(() => new ExactLedger(this.electorate, this.costs, endowment));
    this.money.fill(each);
    for (const at of this.candidates) {
      this.level[at] = this.cost[at]! / this.electorate.totalWeight[at]!;
      this.error[at] = 0;
    }
    const purchases: number[] = [];
    const tiedWith: number[][] = [];
    let open = [...this.candidates];
    for (;;) {
      const { contenders, out } = this.lookAround(open, each, ledger, purchases);
      if (contenders.length === 0) break;
      const best =
        contenders.length === 1 && this.arithmetic !== 'exact' ? contenders : this.exactlyBest(contenders, each, ledger, purchases);
      const [chosen, ...others] = best.sort(this.byTie) as [number, ...number[]];
      this.pay(chosen);
      purchases.push(chosen);
      tiedWith.push(others.sort((a, b) => a - b));
      open = open.filter((at) => at !== chosen && !out.has(at));
    }
    const cost = purchases.reduce((sum, at) => sum + this.costs[at]!, 0n);
    return { endowment, free: this.free, purchases, tiedWith, cost };
  }

  /** Cheapest projects first by what is known of them; stops as soon as no other can be as good as the best seen. */
  private lookAround(open: readonly number[], each: number, ledger: LazyLedger, purchases: readonly number[]) {
    const order = [...open].sort((a, b) => this.least(a) - this.least(b));
    const out = new Set<number>();
    const seen: number[] = [];
    let limit = Infinity;
    for (const at of order) {
      if (this.least(at) > limit) break;
      waterLevel(this.electorate, this.money, at, this.cost[at]!, Math.max(0, this.level[at]! - this.error[at]!), each, this.water);
      if (!this.isAffordable(at, each, ledger, purchases)) {
        out.add(at);
        continue;
      }
      this.level[at] = this.water.level;
      this.error[at] = this.water.error;
      seen.push(at);
      limit = Math.min(limit, this.perUtility(at, this.water.level + this.water.error));
    }
    return { contenders: this.arithmetic === 'exact' ? seen : seen.filter((at) => this.least(at) <= limit), out };
  }

  private isAffordable(at: number, each: number, ledger: LazyLedger, purchases: readonly number[]): boolean {
    const cost = this.cost[at]!;
    const doubt = NEAR * cost + MONEY_ERROR * this.electorate.votes[at]! * each;
    // What is surely affordable is proven once more, and exactly, when its share is worked out.
    if (this.water.held > cost + doubt) return true;
    if (this.arithmetic !== 'exact' && this.water.held < cost - doubt) return false;
    return compare(ledger.upTo(purchases).held(at), { n: this.costs[at]!, d: 1n }) >= 0;
  }

  /** Of projects that doubles cannot tell apart, those with the exactly smallest price per utility. */
  private exactlyBest(contenders: readonly number[], each: number, ledger: LazyLedger, purchases: readonly number[]): number[] {
    const { totalWeight, utility } = this.electorate;
    const prices = contenders.map((at): Rational => {
      const cost = this.costs[at]!;
      const share = this.allPayInFull(at, each)
        ? { n: cost, d: BigInt(totalWeight[at]!) }
        : ledger.upTo(purchases).share(at, Math.max(0, this.level[at]! - this.error[at]!));
      return utility === 'cost' ? { n: share.n, d: share.d * cost } : share;
    });
    const best = prices.reduce((least, price) => (compare(price, least) < 0 ? price : least));
    return contenders.filter((_, index) => compare(prices[index]!, best) === 0);
  }

  /** True when every supporter surely has more than an equal part of the cost, which makes the share exactly cost / weight. */
  private allPayInFull(at: number, each: number): boolean {
    const { start, member, weight, totalWeight } = this.electorate;
    const level = this.cost[at]! / totalWeight[at]!;
    for (let slot = start[at]!; slot < start[at + 1]!; slot += 1) {
      const share = weight === null ? level : level * weight[slot]!;
      if (this.money[member[slot]!]! <= share * (1 + NEAR) + 10 * MONEY_ERROR * each) return false;
    }
    return true;
  }

  private pay(at: number): void {
    const { start, member, weight } = this.electorate;
    const level = this.level[at]!;
    for (let slot = start[at]!; slot < start[at + 1]!; slot += 1) {
      const group = member[slot]!;
      const rest = this.money[group]! - (weight === null ? level : level * weight[slot]!);
      this.money[group] = rest > 0 ? rest : 0;
    }
  }

  private least(at: number): number {
    return this.perUtility(at, this.level[at]! - this.error[at]!);
  }

  private perUtility(at: number, level: number): number {
    return this.electorate.utility === 'cost' ? level / this.cost[at]! : level;
  }
}

/** Builds the exact ledger of a run only when a call is too close, and brings it up to date. */
class LazyLedger {
  private ledger: ExactLedger | null = null;

  constructor(private readonly make: () => ExactLedger) {}

  upTo(purchases: readonly number[]): ExactLedger {
    this.ledger ??= this.make();
    this.ledger.follow(purchases);
    return this.ledger;
  }
}
