import type { Rational } from '../arithmetic/rational.js';
import { gcd } from '../arithmetic/rational.js';
import type { Electorate } from './electorate.js';
import { MONEY_ERROR, NEAR, waterLevel } from './water-level.js';

/** How the supporters of a purchase paid: exact share per unit of weight, and ballots by what they could give. */
export interface ExactPayment {
  readonly share: Rational;
  readonly payFullShare: number;
  readonly payLastMoney: number;
  readonly hadNothingLeft: number;
}

/** Level `n / (rich * denominator)` of those who can pay it, and the slots of those who can only give their last money. */
interface Split {
  readonly n: bigint;
  readonly rich: bigint;
  readonly poor: Uint8Array;
}

/**
 * The exact side of an Equal Shares run. A voter's money is the endowment less the shares paid in full so far, or nothing
 * once a last payment was made; so it is enough to know the exact share of every purchase and, per group, which it paid.
 * All amounts are whole numbers over one common denominator. Doubles tell rich from poor; too close calls are decided here.
 */
export class ExactLedger {
  private denominator: bigint;
  private endowment: bigint;
  private readonly shares: bigint[] = [];
  private readonly approximate: number;
  private readonly money: Float64Array;
  private readonly broke: Uint8Array;
  /** Per group: the slot (a group among the supporters of a project) in which it paid a full share last; -1 for none. */
  private readonly latest: Int32Array;
  /** Per slot that paid a full share: at which purchase, and in which slot the same group did before. */
  private readonly stepOf: Int32Array;
  private readonly before: Int32Array;
  private readonly payments: ExactPayment[] = [];
  /** What was worked out since the latest purchase. */
  private readonly splits = new Map<number, Split>();

  constructor(
    private readonly electorate: Electorate,
    private readonly costs: readonly bigint[],
    endowment: Rational,
  ) {
    this.denominator = endowment.d;
    this.endowment = endowment.n;
    this.approximate = Number(endowment.n) / Number(endowment.d);
    this.money = new Float64Array(electorate.count.length).fill(this.approximate);
    this.broke = new Uint8Array(electorate.count.length);
    this.latest = new Int32Array(electorate.count.length).fill(-1);
    this.stepOf = new Int32Array(electorate.member.length);
    this.before = new Int32Array(electorate.member.length);
  }

  /** Takes over the purchases made since the last call. */
  follow(purchases: readonly number[]): void {
    for (let step = this.shares.length; step < purchases.length; step += 1) this.buy(purchases[step]!);
  }

  /** The payments of every purchase followed so far. */
  history(): readonly ExactPayment[] {
    return this.payments;
  }

  /** What the supporters of a project have left, exactly. */
  held(project: number): Rational {
    const { start } = this.electorate;
    const all: number[] = [];
    for (let at = start[project]!; at < start[project + 1]!; at += 1) all.push(at);
    return { n: this.sum(all), d: this.denominator };
  }

  /**
   * The exact payment per unit of weight if the project were bought now; its supporters must hold its cost.
   * `floor`: what the share surely is not below, in doubles.
   */
  share(project: number, floor = 0): Rational {
    const { n, rich } = this.split(project, floor);
    return { n, d: rich * this.denominator };
  }

  /** What one group has left, exactly. */
  moneyOf(group: number): Rational {
    return { n: this.units(group), d: this.denominator };
  }

  private units(group: number): bigint {
    if (this.broke[group]) return 0n;
    let units = this.endowment;
    const { weight } = this.electorate;
    for (let slot = this.latest[group]!; slot !== -1; slot = this.before[slot]!) {
      const share = this.shares[this.stepOf[slot]!]!;
      units -= weight === null ? share : share * BigInt(weight[slot]!);
    }
    return units;
  }

  /** Money of the listed supporters, counting each share paid once for all of them. */
  private sum(slots: readonly number[]): bigint {
    const { member, count, weight } = this.electorate;
    const { broke, latest, stepOf, before } = this;
    const times = new Float64Array(this.shares.length);
    let voters = 0;
    for (const slot of slots) {
      const group = member[slot]!;
      if (broke[group]) continue;
      const ballots = count[group]!;
      voters += ballots;
      for (let at = latest[group]!; at !== -1; at = before[at]!) times[stepOf[at]!]! += weight === null ? ballots : ballots * weight[at]!;
    }
    let total = this.endowment * BigInt(voters);
    times.forEach((often, step) => {
      if (often > 0) total -= this.shares[step]! * BigInt(often);
    });
    return total;
  }

  private split(project: number, floor = 0): Split {
    const known = this.splits.get(project);
    if (known) return known;
    const { start, member, count, weight } = this.electorate;
    const [from, to] = [start[project]!, start[project + 1]!];
    const cost = this.costs[project]!;
    const estimate = { level: 0, error: 0, held: 0 };
    waterLevel(this.electorate, this.money, project, Number(cost), floor, this.approximate, estimate);
    const poor = new Uint8Array(to - from);
    const lastMoney: number[] = [];
    let close: number[] = [];
    let rich = 0;
    for (let slot = from; slot < to; slot += 1) {
      const heft = weight === null ? 1 : weight[slot]!;
      const beyond = this.money[member[slot]!]! - estimate.level * heft;
      const margin = estimate.error * heft + NEAR * estimate.level * heft + 10 * MONEY_ERROR * this.approximate;
      if (beyond < -margin) {
        poor[slot - from] = 1;
        lastMoney.push(slot);
      } else {
        rich += count[member[slot]!]! * heft;
        if (beyond <= margin) close.push(slot);
      }
    }
    for (;;) {
      const n = cost * this.denominator - this.sum(lastMoney);
      const fallen = close.filter((slot) => {
        const heft = weight === null ? 1n : BigInt(weight[slot]!);
        return this.units(member[slot]!) * BigInt(rich) < n * heft;
      });
      if (fallen.length === 0) {
        const split = { n, rich: BigInt(rich), poor };
        this.splits.set(project, split);
        return split;
      }
      for (const slot of fallen) {
        poor[slot - from] = 1;
        lastMoney.push(slot);
        rich -= count[member[slot]!]! * (weight === null ? 1 : weight[slot]!);
      }
      close = close.filter((slot) => poor[slot - from] === 0);
    }
  }

  private buy(project: number): void {
    const { start, member, count, weight } = this.electorate;
    const { n, rich, poor } = this.split(project);
    this.splits.clear();
    const share = { n, d: rich * this.denominator };
    const common = gcd(n, rich);
    const factor = rich / common;
    if (factor !== 1n) {
      this.denominator *= factor;
      this.endowment *= factor;
      this.shares.forEach((old, step) => (this.shares[step] = old * factor));
    }
    const step = this.shares.length;
    const level = Number((n << 64n) / (rich * (this.denominator / factor))) / 2 ** 64;
    let [full, last, nothing] = [0, 0, 0];
    for (let slot = start[project]!; slot < start[project + 1]!; slot += 1) {
      const group = member[slot]!;
      const heft = weight === null ? 1 : weight[slot]!;
      if (poor[slot - start[project]!] === 0) {
        full += count[group]!;
        this.stepOf[slot] = step;
        this.before[slot] = this.latest[group]!;
        this.latest[group] = slot;
        this.money[group] = Math.max(0, this.money[group]! - level * heft);
        continue;
      }
      if (this.isBroke(group)) nothing += count[group]!;
      else last += count[group]!;
      this.broke[group] = 1;
      this.money[group] = 0;
    }
    this.shares.push(n / common);
    this.payments.push({ share, payFullShare: full, payLastMoney: last, hadNothingLeft: nothing });
  }

  /** Zero exactly; only money that is next to nothing needs the exact look. */
  private isBroke(group: number): boolean {
    if (this.broke[group]) return true;
    return this.money[group]! <= 1e-6 * this.approximate && this.units(group) === 0n;
  }
}
