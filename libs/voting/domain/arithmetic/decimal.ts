import type { Rational } from './rational.js';
import { rational } from './rational.js';

/** A decimal number as written: `units / 10^places`. */
export interface Decimal {
  readonly units: bigint;
  readonly places: number;
}

const DECIMAL = /^([+-]?)(\d*)(?:[.,](\d*))?$/;

/** Reads "12", "12.50" or "12,50" exactly; null when the text is no plain decimal number. */
export function parseDecimal(text: string): Decimal | null {
  const match = DECIMAL.exec(text.trim());
  if (!match) return null;
  const [, sign, whole = '', fraction = ''] = match;
  if (whole === '' && fraction === '') return null;
  const digits = fraction.replace(/0+$/, '');
  const units = BigInt(whole + digits || '0');
  return { units: sign === '-' ? -units : units, places: digits.length };
}

/** The same number counted in units of 10^-places; `places` must not be smaller than the number's own. */
export function unitsAt(value: Decimal, places: number): bigint {
  return value.units * 10n ** BigInt(places - value.places);
}

/** 1250 minor units at two places are "12.50"; trailing zeros are dropped unless `keepZeros`. */
export function formatMinor(minor: bigint, places: number, keepZeros = false): string {
  const sign = minor < 0n ? '-' : '';
  const digits = (minor < 0n ? -minor : minor).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = places === 0 ? '' : digits.slice(digits.length - places);
  const kept = keepZeros ? fraction : fraction.replace(/0+$/, '');
  return sign + whole + (kept === '' ? '' : `.${kept}`);
}

/** "25000/21", or "25000" when whole: how the published outcomes write exact numbers. */
export function formatFraction(value: Rational): string {
  const { n, d } = rational(value.n, value.d);
  return d === 1n ? n.toString() : `${n}/${d}`;
}

/** The fraction cut to `places` decimals, rounded half to even. */
export function formatRounded(value: Rational, places: number): string {
  const scaled = value.n * 10n ** BigInt(places);
  const negative = scaled < 0n;
  const size = negative ? -scaled : scaled;
  let whole = size / value.d;
  const twice = (size % value.d) * 2n;
  if (twice > value.d || (twice === value.d && whole % 2n === 1n)) whole += 1n;
  return formatMinor(negative ? -whole : whole, places, true);
}
