/** What is chosen against the pot, in minor units. */
export interface Basket {
  readonly total: number;
  readonly left: number;
  /** By how much each option that is not chosen is dearer than what is left; those that fit are not in it. */
  readonly tooDear: ReadonlyMap<string, number>;
  /** What the choices lack of the least that a ballot spends; 0 where they have it, and for an empty ballot (PBG-3). */
  readonly missing: number;
}

interface Priced {
  readonly id: string;
  readonly cost: number;
}

/** Adds up what is chosen and says what no longer fits, and what is missing to `least` where the vote asks for one. */
export function basketOf(options: readonly Priced[], chosen: ReadonlySet<string>, pot: number, least = 0): Basket {
  const total = options.filter(({ id }) => chosen.has(id)).reduce((sum, { cost }) => sum + cost, 0);
  const left = pot - total;
  const tooDear = new Map(options.filter(({ id, cost }) => !chosen.has(id) && cost > left).map(({ id, cost }) => [id, cost - left]));
  const missing = options.some(({ id }) => chosen.has(id)) ? Math.max(0, least - total) : 0;
  return { total, left, tooDear, missing };
}
