import { type Currency, currency, exponentOf } from './currency.js';

/** An exact amount: a whole count of minor units (pence, cents) in one currency. Never a float. */
export interface Money {
  readonly minor: bigint;
  readonly currency: Currency;
}

/** Money on the wire: `amount` is a whole number of minor units, within ±(2^53 − 1). */
export interface WireMoney {
  amount: number;
  currency: string;
}

/** The largest amount the product accepts anywhere: ten thousand million major units of a two-decimal currency. */
export const MAX_MINOR = 1_000_000_000_000n;

export const money = (minor: bigint, code: string): Money => ({ minor, currency: currency(code) });
export const zero = (code: string): Money => money(0n, code);

function sameCurrency(a: Money, b: Money): Currency {
  if (a.currency !== b.currency) throw new RangeError(`cannot combine ${a.currency} with ${b.currency}`);
  return a.currency;
}

export const add = (a: Money, b: Money): Money => ({ minor: a.minor + b.minor, currency: sameCurrency(a, b) });
export const subtract = (a: Money, b: Money): Money => ({ minor: a.minor - b.minor, currency: sameCurrency(a, b) });
export const negate = (a: Money): Money => ({ minor: -a.minor, currency: a.currency });
export const times = (a: Money, count: bigint): Money => ({ minor: a.minor * count, currency: a.currency });
export const sum = (amounts: readonly Money[], code: string): Money => amounts.reduce(add, zero(code));

export function compare(a: Money, b: Money): -1 | 0 | 1 {
  sameCurrency(a, b);
  return a.minor < b.minor ? -1 : a.minor > b.minor ? 1 : 0;
}

/**
 * Splits an amount in proportion to whole weights by largest remainder, so that the parts add up to it exactly.
 * Earlier parts win ties. Throws a RangeError for negative weights or weights that sum to nothing.
 */
export function split(amount: Money, weights: readonly bigint[]): Money[] {
  const total = weights.reduce((a, b) => a + b, 0n);
  if (total <= 0n || weights.some((w) => w < 0n)) throw new RangeError('weights must be positive');
  const sign = amount.minor < 0n ? -1n : 1n;
  const whole = amount.minor * sign;
  const floors = weights.map((w) => (whole * w) / total);
  let left = whole - floors.reduce((a, b) => a + b, 0n);
  const byRemainder = weights
    .map((w, i) => ({ i, remainder: (whole * w) % total }))
    .sort((a, b) => (a.remainder === b.remainder ? a.i - b.i : a.remainder > b.remainder ? -1 : 1));
  for (const { i } of byRemainder) {
    if (left === 0n) break;
    floors[i] = (floors[i] ?? 0n) + 1n;
    left -= 1n;
  }
  return floors.map((minor) => ({ minor: minor * sign, currency: amount.currency }));
}

export const toWire = (m: Money): WireMoney => {
  const amount = Number(m.minor);
  if (!Number.isSafeInteger(amount)) throw new RangeError('amount does not fit the wire format');
  return { amount, currency: m.currency };
};

/** Minor units and the currency beside them, as columns have them, on the wire. Throws as {@link toWire} does. */
export const wire = (minor: bigint, currency: string): WireMoney => toWire(money(minor, currency));

/** Reads money from the wire. Throws a RangeError unless the amount is a safe integer and the currency is known. */
export function fromWire(wire: WireMoney): Money {
  if (!Number.isSafeInteger(wire.amount)) throw new RangeError('amount must be a whole number of minor units');
  return money(BigInt(wire.amount), wire.currency);
}

/** The plain decimal text of an amount, such as `-12.30`, for exports and references; people see formatted money. */
export function toDecimal(m: Money): string {
  const exponent = exponentOf(m.currency);
  const digits = (m.minor < 0n ? -m.minor : m.minor).toString().padStart(exponent + 1, '0');
  const text = exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
  return m.minor < 0n ? `-${text}` : text;
}

/** Reads a plain decimal such as `12.3` exactly. Throws a RangeError when it has more digits than the currency has. */
export function fromDecimal(text: string, code: string): Money {
  const exponent = exponentOf(code);
  const match = /^([+-]?)(\d{1,15})(?:\.(\d*))?$/.exec(text.trim());
  const fraction = match?.[3] ?? '';
  if (!match || fraction.length > exponent) throw new RangeError(`${text} is not an amount in ${code}`);
  const minor = BigInt((match[2] ?? '0') + fraction.padEnd(exponent, '0'));
  return money(match[1] === '-' ? -minor : minor, code);
}
