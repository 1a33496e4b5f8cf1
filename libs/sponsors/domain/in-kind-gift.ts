import { type StateTable, move } from '#kernel';
import { refuse } from './sponsors.refusals.js';

export type GiftState = 'offered' | 'valued' | 'accepted' | 'scheduled' | 'received' | 'recognised' | 'declined';

/** What a value may rest on (SPO-7). */
export const VALUE_BASES = ['quote', 'price_list', 'provider_statement', 'comparable_rent'] as const;
export type ValueBasis = (typeof VALUE_BASES)[number];

/** A gift in kind, from offer to the books (spec/money.md §2.7). It may be valued again until it is accepted. */
export const GIFT_STATES: StateTable<GiftState> = {
  offered: ['valued', 'declined'],
  valued: ['valued', 'accepted', 'declined'],
  accepted: ['scheduled', 'received'],
  scheduled: ['received'],
  received: ['recognised'],
  recognised: [],
  declined: [],
};

/** Above this many minor units a second person must agree to the value (policy: 1,000.00). */
export const SECOND_ABOVE_MINOR = 100_000n;

export const needsSecond = (valueMinor: bigint): boolean => valueMinor > SECOND_ABOVE_MINOR;

/** Accepting a gift takes its value as true; above the threshold not by the person who set it (SPO-7). */
export function acceptGift(gift: { state: GiftState; valuedBy: string | null; needsSecond: boolean }, by: string): GiftState {
  const target = move(GIFT_STATES, gift.state, 'accepted');
  if (gift.needsSecond && gift.valuedBy === by) throw refuse.SECOND_PERSON_NEEDED({ valuedBy: by });
  return target;
}
