import type { BallotContentView } from '../views/ballots';

/** One purchase as the result publishes it: what a supporter paid at most, as decimal text. */
export interface Purchase {
  readonly id: string;
  readonly share: string;
}

export interface MyAccount {
  /** In millionths of the currency unit. */
  readonly endowment: bigint;
  readonly paid: readonly { readonly id: string; readonly amount: bigint; /** It was all that was left. */ readonly last: boolean }[];
  readonly left: bigint;
}

const MILLION = 1_000_000n;

/** Decimal text with at most six places as millionths. */
export function millionths(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return BigInt(whole) * MILLION + BigInt(fraction.slice(0, 6).padEnd(6, '0') || '0');
}

/** Each option on a ballot with its weight: points where the rule counts points, else one. */
export function supportsOf(ballot: BallotContentView, rule: string): Map<string, bigint> {
  if (ballot.points) {
    const given = ballot.points.filter(({ points }) => points > 0);
    return new Map(given.map(({ optionId, points }) => [optionId, rule.startsWith('mes_points') ? BigInt(points) : 1n]));
  }
  const chosen = ballot.choices ?? ballot.ranks?.map(({ optionId }) => optionId) ?? [];
  return new Map(chosen.map((id) => [id, 1n]));
}

/**
 * What one ballot paid of its virtual share, purchase by purchase: the published share of each (times its points), or all
 * that was left when that was less. The same arithmetic as the count's, on the six places that are published.
 */
export function accountOf(endowment: string, purchases: readonly Purchase[], supports: ReadonlyMap<string, bigint>): MyAccount {
  const start = millionths(endowment);
  let left = start;
  const paid = purchases.flatMap(({ id, share }) => {
    const weight = supports.get(id);
    if (weight === undefined) return [];
    const due = millionths(share) * weight;
    // A share that is published rounded may be one millionth more than what is there.
    const last = due >= left;
    const amount = last ? left : due;
    left -= amount;
    return [{ id, amount, last: last && left === 0n && due > amount }];
  });
  return { endowment: start, paid, left };
}
