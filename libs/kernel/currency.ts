/** ISO 4217 code, upper case, such as `GBP`. */
export type Currency = string & { readonly __brand: 'Currency' };

/** Digits after the decimal mark (ISO 4217 exponents). A currency that is not listed is refused rather than guessed. */
const EXPONENTS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    ['BIF', 'CLP', 'DJF', 'GNF', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'].map((c) => [c, 0]),
  ),
  ...Object.fromEntries(['BHD', 'IQD', 'JOD', 'KWD', 'OMR', 'TND'].map((c) => [c, 3])),
  ...Object.fromEntries(
    'AED AUD BGN BRL CAD CHF CNY CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK KES MAD MGA MXN MYR NGN NOK NZD PHP PLN QAR RON RSD SAR SEK SGD THB TRY TWD UAH UGX USD ZAR'
      .split(' ')
      .map((c) => [c, 2]),
  ),
};

export const CURRENCIES: readonly string[] = Object.keys(EXPONENTS).sort();

/** Reads an ISO 4217 code. Throws a RangeError for anything that is not in the table. */
export function currency(code: string): Currency {
  if (!(code in EXPONENTS)) throw new RangeError(`${code} is not a currency we know`);
  return code as Currency;
}

/** How many decimal digits amounts of this currency have (JPY 0, GBP 2, KWD 3). */
export function exponentOf(code: string): number {
  const exponent = EXPONENTS[code];
  if (exponent === undefined) throw new RangeError(`${code} is not a currency we know`);
  return exponent;
}
