import type { RankedInstance } from '../instance.js';
import { firstContinuing } from './irv.js';
import type { SettledBy } from './settled-by.js';
import { settledBy } from './settled-by.js';

/** Votes are counted in hundred-thousandths. */
export const STV_DECIMALS = 5;
const ONE = 10n ** BigInt(STV_DECIMALS);

export interface StvStage {
  readonly action: 'first' | 'surplus' | 'exclude';
  /** Whose papers moved; null at the first stage. */
  readonly candidate: number | null;
  /** Votes of every candidate after the stage, in hundred-thousandths, in lot order. */
  readonly votes: readonly bigint[];
  /** Value of the papers that found no next preference; what is lost by cutting is not in it. */
  readonly nonTransferable: bigint;
  /** Elected at the end of this stage, in order. */
  readonly elected: readonly number[];
}

export interface StvResult {
  readonly quota: number;
  /** Ballots with a first preference. */
  readonly valid: number;
  readonly elected: readonly number[];
  readonly excluded: readonly number[];
  /** Ties of surpluses and of those who had the fewest. */
  readonly settledBy: SettledBy;
  readonly stages: readonly StvStage[];
}

interface Parcel {
  readonly ballot: number;
  readonly papers: bigint;
  readonly value: bigint;
}

/** Single transferable vote as in Scottish council elections; every paper of an elected candidate moves at a reduced value. */
export function scottishStv(instance: RankedInstance, seats: number): StvResult {
  if (!Number.isInteger(seats) || seats < 1) throw new RangeError('the number of seats must be a positive whole number');
  return new ScottishCount(instance, seats).result();
}

class ScottishCount {
  private readonly continuing: Set<number>;
  private readonly piles: Parcel[][];
  private readonly elected: number[] = [];
  private readonly excluded: number[] = [];
  private readonly surpluses: number[] = [];
  private readonly stages: StvStage[] = [];
  private nonTransferable = 0n;
  private settled: SettledBy = null;
  private readonly valid: bigint;
  private readonly quota: bigint;

  constructor(
    private readonly instance: RankedInstance,
    private readonly seats: number,
  ) {
    this.continuing = new Set(instance.candidates.keys());
    this.piles = instance.candidates.map(() => []);
    instance.ballots.forEach(({ count, ranks }, ballot) => this.give(ranks, { ballot, papers: BigInt(count), value: ONE }));
    this.nonTransferable = 0n;
    this.valid = this.votes().reduce((sum, own) => sum + own, 0n) / ONE;
    this.quota = (this.valid / BigInt(seats + 1) + 1n) * ONE;
  }

  result(): StvResult {
    this.close('first', null);
    while (this.elected.length < this.seats && this.continuing.size > 0) {
      const surplus = this.decide(this.surpluses, 'most');
      if (surplus === null) this.exclude(this.decide([...this.continuing], 'fewest') ?? 0);
      else this.transferSurplus(surplus);
    }
    const { elected, excluded, stages } = this;
    return { quota: Number(this.quota / ONE), valid: Number(this.valid), elected, excluded, settledBy: this.settled, stages };
  }

  private transferSurplus(candidate: number): void {
    const total = this.votes()[candidate] ?? 0n;
    const surplus = total - this.quota;
    this.surpluses.splice(this.surpluses.indexOf(candidate), 1);
    const pile = this.piles[candidate] ?? [];
    this.piles[candidate] = [{ ballot: -1, papers: 1n, value: this.quota }];
    for (const parcel of pile) this.give(this.ranks(parcel), { ...parcel, value: (parcel.value * surplus) / total });
    this.close('surplus', candidate);
  }

  private exclude(candidate: number): void {
    this.continuing.delete(candidate);
    this.excluded.push(candidate);
    const pile = this.piles[candidate] ?? [];
    this.piles[candidate] = [];
    for (const parcel of pile) this.give(this.ranks(parcel), parcel);
    this.close('exclude', candidate);
  }

  /** Records the stage and elects whoever reached the quota, or all who are left once they just fill the free seats. */
  private close(action: StvStage['action'], candidate: number | null): void {
    const votes = this.votes();
    const reached = this.byVotes([...this.continuing].filter((at) => (votes[at] ?? 0n) >= this.quota));
    const elected = reached.slice(0, this.seats - this.elected.length);
    for (const at of elected) {
      this.continuing.delete(at);
      if ((votes[at] ?? 0n) > this.quota) this.surpluses.push(at);
    }
    if (this.continuing.size <= this.seats - this.elected.length - elected.length) {
      const rest = this.byVotes([...this.continuing]);
      this.continuing.clear();
      elected.push(...rest);
    }
    this.elected.push(...elected);
    this.stages.push({ action, candidate, votes, nonTransferable: this.nonTransferable, elected });
  }

  private ranks(parcel: Parcel): readonly (readonly number[])[] {
    return this.instance.ballots[parcel.ballot]?.ranks ?? [];
  }

  private give(ranks: readonly (readonly number[])[], parcel: Parcel): void {
    const next = firstContinuing(untilTie(ranks), this.continuing);
    if (next === null) this.nonTransferable += parcel.papers * parcel.value;
    else if (parcel.value > 0n) this.piles[next]?.push(parcel);
  }

  private votes(): bigint[] {
    return this.piles.map((pile) => pile.reduce((sum, { papers, value }) => sum + papers * value, 0n));
  }

  /** Most votes first; ties by the latest earlier stage that tells them apart, then lot order. */
  private byVotes(among: readonly number[]): number[] {
    const rest = [...among];
    const order: number[] = [];
    while (rest.length > 0) order.push(...rest.splice(rest.indexOf(this.pick(rest, 'most') ?? 0), 1));
    return order;
  }

  /** Whose papers move next; notes what settled it where several were due. */
  private decide(among: readonly number[], wanted: 'most' | 'fewest'): number | null {
    const { tied, left } = this.contest(among, wanted);
    this.settled = settledBy(this.settled, tied, left);
    return this.pick(among, wanted);
  }

  private pick(among: readonly number[], wanted: 'most' | 'fewest'): number | null {
    const { left } = this.contest(among, wanted);
    return (wanted === 'most' ? left[0] : left.at(-1)) ?? null;
  }

  /** Who stand equal now, and who of them still do after the latest earlier stage that tells some apart, and so on. */
  private contest(among: readonly number[], wanted: 'most' | 'fewest'): { tied: number[]; left: number[] } {
    let left = [...among].sort((a, b) => a - b);
    let tied: number[] | null = null;
    const now = this.votes();
    for (const votes of [now, ...this.stages.map((stage) => stage.votes).reverse()]) {
      if (left.length < 2) break;
      const best = left.map((at) => votes[at] ?? 0n).reduce((a, b) => ((wanted === 'most' ? b > a : b < a) ? b : a));
      left = left.filter((at) => (votes[at] ?? 0n) === best);
      tied ??= left;
    }
    return { tied: tied ?? left, left };
  }
}

/** A ballot ends at a tied rank. */
function untilTie(ranks: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const tie = ranks.findIndex((group) => group.length > 1);
  return tie === -1 ? ranks : ranks.slice(0, tie);
}
