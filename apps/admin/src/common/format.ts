/** Money on the wire: a whole number of minor units and an ISO 4217 code. */
export interface Amount {
  amount: number;
  currency: string;
}

/** How many decimals a currency has: 2 for pounds, 0 for yen. */
export const exponentOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** The exact decimal text of an amount, such as `-12.30`. */
export function decimalOf({ amount, currency }: Amount): string {
  const exponent = exponentOf(currency);
  const digits = String(Math.abs(amount)).padStart(exponent + 1, '0');
  const text = exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
  return amount < 0 ? `-${text}` : text;
}

/** A decimal in currency units, such as `12.30`, as people read it. */
export const formatDecimal = (decimal: string, currency: string, locale: string): string =>
  new Intl.NumberFormat(locale === 'en' ? 'en-GB' : locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(
    decimal as Intl.StringNumericLiteral,
  );

/** An amount as people read it, always with its currency sign and all its decimals. */
export const formatMoney = (value: Amount, locale: string): string => formatDecimal(decimalOf(value), value.currency, locale);

/**
 * Reads an amount as a person types it (`1,234.5`, `1 234,50`, `£12`) exactly; undefined when it is none or has more
 * decimals than the currency. A dot begins the decimals; so does a comma, unless three digits follow it.
 */
export function readMoney(text: string, currency: string): Amount | undefined {
  const exponent = exponentOf(currency);
  const plain = text.replace(/[\s\u00a0\u202f'’\p{Sc}]/gu, '').replace(currency, '');
  const match = /^(-?)([1-9]\d{0,2}(?:,\d{3})+|\d{1,13})(?:[.,](\d*))?$/.exec(plain);
  const fraction = match?.[3] ?? '';
  if (!match || fraction.length > exponent) return undefined;
  const minor = Number(match[2]!.replaceAll(',', '') + fraction.padEnd(exponent, '0'));
  return Number.isSafeInteger(minor) ? { amount: match[1] ? -minor : minor, currency } : undefined;
}

/** An instant in the event's zone. */
export const formatInstant = (instant: string, locale: string, timeZone: string): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    new Date(instant),
  );

/** A calendar date `YYYY-MM-DD`, which has no zone. */
export const formatDate = (date: string, locale: string): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${date.slice(0, 10)}T00:00:00Z`),
  );

/** The instant that a wall clock in a zone shows as `YYYY-MM-DDTHH:mm`; in the hour a clock repeats, the earlier one. */
export function instantOf(wall: string, timeZone: string): string {
  const asked = Date.parse(`${wall}:00Z`);
  const shown = (at: number): number => {
    const parts = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' }).formatToParts(
      new Date(at),
    );
    const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '00';
    return Date.parse(`${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}Z`);
  };
  let at = asked - (shown(asked) - asked);
  at -= shown(at) - asked;
  return new Date(at).toISOString();
}

/** What a `datetime-local` box shows for an instant in a zone. */
export function wallOf(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '00';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}
