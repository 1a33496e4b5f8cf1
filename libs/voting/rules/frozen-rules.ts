import { type Money, exponentOf, money, toWire } from '#kernel';
import { canonicalJson, sha256, toldApart } from '#voting/count';
import type { settled } from './declaration.js';
import type { FileMethod, Method } from './methods.js';

export type TieRule = 'cost_votes_lot' | 'cost_votes_published';

/** One thing that can be chosen, with what decides its place. Its id is the proposal's where it is one. */
export interface Option {
  optionId: string;
  proposalId: string | null;
  title: string;
  cost: Money | null;
  startsAt: Date | null;
  publishedAt: Date | null;
}

/** What an organiser settled. */
export type Declaration = Omit<ReturnType<typeof settled>, 'method'> & { method: Method | FileMethod };

/** Everything a result depends on, besides the ballots. */
export interface FrozenRules extends Declaration {
  ballotId: string;
  event: string;
  lotSeed: string;
  electorate: number;
  /** In lot order. */
  options: readonly Option[];
}

/**
 * The options in the order that settles ties after cost and votes: a lot drawn by the published seed, or the earlier
 * published first and the lot among equals (VOT-9). Anybody can draw the same lot: SHA-256 of `seed:option`, ascending.
 */
export function inLotOrder<T extends Pick<Option, 'optionId' | 'publishedAt'>>(options: readonly T[], seed: string, tieRule: TieRule): T[] {
  const lot = new Map(options.map((option) => [option.optionId, sha256(`${seed}:${option.optionId}`)]));
  const drawn = [...options].sort((a, b) => (lot.get(a.optionId)! < lot.get(b.optionId)! ? -1 : 1));
  const published = (option: T): number => option.publishedAt?.getTime() ?? 0;
  return tieRule === 'cost_votes_lot' ? drawn : drawn.sort((a, b) => published(a) - published(b));
}

/** The options as they stand on a ballot: titles that read alike carry their place in the lot, so that everybody can tell which is which. */
export function withTitlesApart<T extends Pick<Option, 'title'>>(ordered: readonly T[]): T[] {
  const titles = toldApart(ordered.map(({ title }) => title));
  return ordered.map((option, at) => ({ ...option, title: titles[at]! }));
}

/** One currency unit, or a hundredth of each voter's first share in whole units where that is more: it bounds the number of runs. */
export function defaultIncrement(pot: Money, electorate: number): bigint {
  const unit = 10n ** BigInt(exponentOf(pot.currency));
  const hundredth = electorate > 0 ? pot.minor / BigInt(electorate) / 100n : 0n;
  return hundredth > unit ? (hundredth / unit) * unit : unit;
}

/** The rules as canonical JSON and the SHA-256 of it, both published at opening (VOT-6). */
export function freeze(rules: FrozenRules): { text: string; hash: string } {
  const { potMinor, currency, options, closesAt, ...rest } = rules;
  const text = canonicalJson({
    ...rest,
    currency,
    pot: potMinor === null ? null : toWire(money(potMinor, currency)),
    closesAt: closesAt.toISOString(),
    options: options.map(({ optionId, proposalId, title, cost, startsAt, publishedAt }) => ({
      optionId,
      proposalId,
      title,
      cost: cost && toWire(cost),
      startsAt: startsAt?.toISOString() ?? null,
      publishedAt: publishedAt?.toISOString() ?? null,
    })),
  });
  return { text, hash: sha256(text) };
}
