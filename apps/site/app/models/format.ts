import { type Language, localeOf } from '../i18n/language';

/** Money as the API replies it: whole minor units and an ISO 4217 code. */
export interface MoneyView {
  readonly amount: number;
  readonly currency: string;
}

export interface Format {
  /** With the currency's sign and all its decimals, never rounded. */
  money(money: MoneyView): string;
  number(value: number): string;
  /** A share between 0 and 1 as a whole per cent, rounded down so that 100 % means all of it. */
  percent(share: number): string;
  /** `1 June 2016`, in the event's zone when given. */
  date(instantOrDay: string, timeZone?: string): string;
  /** `1 Jun 2016`, for tables. */
  day(day: string): string;
  /** `Wed 1 June 2016, 18:00 BST`. */
  dateTime(instant: string, timeZone?: string): string;
  /** `one, two and three`. */
  list(items: readonly string[]): string;
  /** `18:00`. */
  time(instant: string, timeZone?: string): string;
  hours(minutes: number): string;
}

/** Digits after the decimal mark, as the platform's ISO 4217 table has them. */
export function exponentOf(currency: string): number {
  const exponent =
    exponents.get(currency) ?? new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  exponents.set(currency, exponent);
  return exponent;
}

const exponents = new Map<string, number>();

/** The plain decimal text of an amount, such as `-12.30`. */
export function toDecimal({ amount, currency }: MoneyView): string {
  const exponent = exponentOf(currency);
  const digits = Math.abs(amount)
    .toFixed(0)
    .padStart(exponent + 1, '0');
  const text = exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
  return amount < 0 ? `-${text}` : text;
}

/** Thousands apart and a decimal mark, as the English and as the French write them, and the plain form. */
const WRITTEN = [/^(\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/, /^(\d{1,3}(?:\.\d{3})+),(\d+)$/, /^(\d{1,9})(?:[.,](\d+))?$/];

/**
 * Reads what a person types for an amount: `20`, `20.50`, `20,50`, `£20`, `1,000.50`, `1 000,50`. Undefined when it is
 * not an amount in this currency, has more decimals than the currency, or is not more than nothing.
 */
export function readAmount(text: string, currency: string): MoneyView | undefined {
  const exponent = exponentOf(currency);
  const plain = text.replace(/[\s\u00a0\u202f\p{Sc}]|[A-Z]{3}/gu, '');
  // With three decimals `1,234` could be either; the decimal reading is the smaller one.
  const forms = exponent === 3 ? [...WRITTEN].reverse() : WRITTEN;
  const match = forms.map((form) => form.exec(plain)).find((found) => found);
  const fraction = match?.[2] ?? '';
  if (!match || fraction.length > exponent) return undefined;
  const amount = Number((match[1] ?? '').replace(/[,.]/g, '') + fraction.padEnd(exponent, '0'));
  return amount > 0 && Number.isSafeInteger(amount) ? { amount, currency } : undefined;
}

const cache = new Map<Language, Format>();

/** The formats of a language; made once. */
export function formatFor(language: Language): Format {
  const known = cache.get(language);
  if (known) return known;
  const made = make(localeOf(language));
  cache.set(language, made);
  return made;
}

function make(locale: string): Format {
  const numbers = new Intl.NumberFormat(locale);
  const perCent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const lists = new Intl.ListFormat(locale);
  const oneDecimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const writers = new Map<string, Intl.NumberFormat>();
  const writerOf = (currency: string): Intl.NumberFormat => {
    const writer = writers.get(currency) ?? new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
    writers.set(currency, writer);
    return writer;
  };
  return {
    money: (money) => writerOf(money.currency).format(toDecimal(money) as `${number}`),
    number: (value) => numbers.format(value),
    percent: (share) => perCent.format(Math.floor(share * 100) / 100),
    date: (value, timeZone) =>
      dateOf(locale, { dateStyle: 'long', timeZone: value.length === 10 ? 'UTC' : timeZone }).format(new Date(value)),
    day: (value) => dateOf(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(value)),
    dateTime: (value, timeZone) =>
      dateOf(locale, {
        weekday: 'short',
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        timeZoneName: 'short',
        timeZone,
      }).format(new Date(value)),
    time: (value, timeZone) => dateOf(locale, { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(value)),
    list: (items) => lists.format(items),
    hours: (minutes) => oneDecimal.format(minutes / 60),
  };
}

const dates = new Map<string, Intl.DateTimeFormat>();

/** Making one is dear, so each is made once: there are few forms, two languages and few zones. */
function dateOf(locale: string, options: Record<string, string | undefined>): Intl.DateTimeFormat {
  const key = `${locale} ${Object.entries(options).join(' ')}`;
  const known = dates.get(key);
  if (known) return known;
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const made = new Intl.DateTimeFormat(locale, given);
  dates.set(key, made);
  return made;
}
