import type { Money } from '#kernel';
import { refuse } from './pledge.refusals.js';

/** Stripe takes no card payment below about 30 minor units and none of more than eight digits (spec/stripe.md §3i). */
const LEAST_BY_CARD = 30n;
const MOST = 99_999_999n;

/** Refuses PLEDGE_TOO_SMALL and PLEDGE_TOO_LARGE for what could never be paid: better said now than at the deadline. */
export function refuseOutside(amount: Money, method: 'card' | 'transfer', cover = 0n): void {
  const least = method === 'card' ? LEAST_BY_CARD : 1n;
  if (amount.minor < least) throw refuse.PLEDGE_TOO_SMALL({ least: Number(least), currency: amount.currency });
  if (amount.minor + cover > MOST) throw refuse.PLEDGE_TOO_LARGE({ most: Number(MOST - cover), currency: amount.currency });
}
