/** What is chosen against the pot, in minor units. */
export interface Basket {
  readonly total: number;
  readonly left: number;
  /** By how much each option that is not chosen is dearer than what is left; those that fit are not in it. */
  readonly tooDear: ReadonlyMap<string, number>;
}

interface Priced {
  readonly id: string;
  readonly cost: number;
}

/** Adds up what is chosen and says what no longer fits. */
export function basketOf(options: readonly Priced[], chosen: ReadonlySet<string>, pot: number): Basket {
  const total = options.filter(({ id }) => chosen.has(id)).reduce((sum, { cost }) => sum + cost, 0);
  const left = pot - total;
  const tooDear = new Map(options.filter(({ id, cost }) => !chosen.has(id) && cost > left).map(({ id, cost }) => [id, cost - left]));
  return { total, left, tooDear };
}
