import type { Amount } from '../common/format.js';

const NAMES = ['expected', 'charged', 'net'] as const;

/** The amounts among the details of something that did not fit, which are written as `2000 GBP`. */
export function amountsOf(details: Record<string, unknown>): { name: (typeof NAMES)[number]; amount: Amount }[] {
  return NAMES.flatMap((name) => {
    const [, amount, currency] = /^(-?\d{1,15}) ([A-Z]{3})$/.exec(String(details[name] ?? '')) ?? [];
    return amount && currency ? [{ name, amount: { amount: Number(amount), currency } }] : [];
  });
}
