import type { Amount } from '../common/format.js';

/** The amounts of a payment that are nearly always 0. */
export interface Besides {
  feeCovered: Amount;
  refunding: Amount;
  lost: Amount;
}

const NAMES = ['feeCovered', 'refunding', 'lost'] as const;

/** What happened to a payment besides its being paid, in the order in which it happens; empty when nothing did. */
export const besides = (payment: Besides): { name: (typeof NAMES)[number]; amount: Amount }[] =>
  NAMES.map((name) => ({ name, amount: payment[name] })).filter(({ amount }) => amount.amount !== 0);
