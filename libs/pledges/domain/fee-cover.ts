import { type Money, money } from '#kernel';

/** The usual price of a UK card (spec/stripe.md §5): only for this estimate. Books take the fee that was charged (CHG-6). */
const RATE_PER_MILLE = 15n;
const FIXED_MINOR = 20n;

/**
 * What a backer adds, if they choose to, so that the gift arrives whole: the least cover c with
 * c ≥ 1.5 % of (amount + c) + 20 minor units (PLG-4).
 */
export function coverFor(amount: Money): Money {
  const whole = amount.minor * RATE_PER_MILLE + FIXED_MINOR * 1000n;
  const share = 1000n - RATE_PER_MILLE;
  return money((whole + share - 1n) / share, amount.currency);
}
