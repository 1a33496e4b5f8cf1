import { type Money, exponentOf, toWire } from '#kernel';
import { canonicalJson, sha256 } from '#voting/count';

/** Rules that the product counts by, named as in the published rules. */
export const COUNTED_RULES = ['greedy_votes', 'mes_cost_none', 'mes_cost_add1', 'mes_cost_add1u'] as const;
export type CountedRule = (typeof COUNTED_RULES)[number];

export type TieRule = 'cost_votes_lot' | 'cost_votes_published';

/** One thing that can be chosen, with what decides its place. */
export interface Option {
  proposalId: string;
  title: string;
  cost: Money;
  publishedAt: Date;
}

/** Everything a result depends on, besides the ballots. */
export interface FrozenRules {
  ballotId: string;
  event: string;
  title: string;
  question: string;
  method: string;
  minChoices: number;
  maxChoices: number;
  pot: Money;
  rule: CountedRule;
  incrementMinor: bigint;
  tieRule: TieRule;
  lateJoiners: 'admitted' | 'refused';
  anonymous: boolean;
  quorum: number;
  closesAt: Date;
  lotSeed: string;
  electorate: number;
  /** In lot order. */
  options: readonly Option[];
}

/**
 * The options in the order that settles ties after cost and votes: a lot drawn by the published seed, or the earlier
 * published first and the lot among equals (VOT-9). Anybody can draw the same lot: SHA-256 of `seed:proposal`, ascending.
 */
export function inLotOrder<T extends Option>(options: readonly T[], seed: string, tieRule: TieRule): T[] {
  const lot = new Map(options.map((option) => [option.proposalId, sha256(`${seed}:${option.proposalId}`)]));
  const drawn = [...options].sort((a, b) => (lot.get(a.proposalId)! < lot.get(b.proposalId)! ? -1 : 1));
  return tieRule === 'cost_votes_lot' ? drawn : drawn.sort((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime());
}

/** One currency unit, or a hundredth of each voter's first share in whole units where that is more: it bounds the number of runs. */
export function defaultIncrement(pot: Money, electorate: number): bigint {
  const unit = 10n ** BigInt(exponentOf(pot.currency));
  const hundredth = electorate > 0 ? pot.minor / BigInt(electorate) / 100n : 0n;
  return hundredth > unit ? (hundredth / unit) * unit : unit;
}

/** The rules as canonical JSON and the SHA-256 of it, both published at opening (VOT-6). */
export function freeze(rules: FrozenRules): { text: string; hash: string } {
  const text = canonicalJson({
    ...rules,
    pot: toWire(rules.pot),
    closesAt: rules.closesAt.toISOString(),
    options: rules.options.map(({ proposalId, title, cost, publishedAt }) => ({
      proposalId,
      title,
      cost: toWire(cost),
      publishedAt: publishedAt.toISOString(),
    })),
  });
  return { text, hash: sha256(text) };
}
