import { exponentOf } from '#kernel';

/** Hours given, in hundredths. They balance among themselves and can never enter a money report. */
export const VOLUNTEER_HOURS = 'VOLHOURS';

const PLEDGE = /^PLEDGE([A-Z]{3})$/;

/** The memo commodity of promises in a currency: `PLEDGEGBP`. */
export const pledgesIn = (currency: string): string => `PLEDGE${currency}`;

/** Digits after the decimal mark of a currency or memo commodity. Throws a RangeError for an unknown one. */
export function exponentOfCommodity(commodity: string): number {
  if (commodity === VOLUNTEER_HOURS) return 2;
  return exponentOf(PLEDGE.exec(commodity)?.[1] ?? commodity);
}

/** The plain decimal text of a count of minor units: `decimalOf(1250n, 'VOLHOURS')` is `12.50`. */
export function decimalOf(minor: bigint, commodity: string): string {
  const exponent = exponentOfCommodity(commodity);
  const digits = (minor < 0n ? -minor : minor).toString().padStart(exponent + 1, '0');
  const text = exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
  return minor < 0n ? `-${text}` : text;
}
