import { invalid } from './refusal.js';

const ZERO_DECIMAL = 'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' ');
const THREE_DECIMAL = 'bhd iqd jod kwd omr tnd'.split(' ');
const MINIMUM: Record<string, number> = {
  gbp: 30,
  eur: 50,
  usd: 50,
  jpy: 50,
  cad: 50,
  aud: 50,
  chf: 50,
  sek: 300,
  nok: 300,
  dkk: 250,
  pln: 200,
};
/** Eight digits. */
export const MAXIMUM = 99_999_999;

export const decimals = (currency: string): number => (ZERO_DECIMAL.includes(currency) ? 0 : THREE_DECIMAL.includes(currency) ? 3 : 2);

/** `£20.00` for people; `locale` as a browser names it. */
export function inWords(amount: number, currency: string, locale = 'en'): string {
  const digits = decimals(currency);
  const style = {
    style: 'currency',
    currency: currency.toUpperCase(),
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
  } as const;
  return new Intl.NumberFormat(locale, style).format(amount / 10 ** digits);
}

/** Refuses what no card payment can be: nothing, less than the smallest, more than eight digits. */
export function checkAmount(amount: number, currency: string, param = 'amount'): void {
  if (amount < 0) throw invalid('This value must be greater than or equal to 1.', { param, code: 'parameter_invalid_integer' });
  if (amount < (MINIMUM[currency] ?? 1)) {
    const message = `The Checkout Session's total amount or payment amount must convert to at least ${inWords(MINIMUM[currency] ?? 1, currency)}.`;
    throw invalid(param === 'amount' ? `Amount must be at least ${inWords(MINIMUM[currency] ?? 1, currency)}` : message, {
      param,
      code: 'amount_too_small',
    });
  }
  if (amount > MAXIMUM) throw invalid(`Amount must be no more than ${inWords(MAXIMUM, currency)}`, { param, code: 'amount_too_large' });
  if (THREE_DECIMAL.includes(currency) && amount % 10) throw invalid('Amount must be divisible by 10 in this currency.', { param });
}
