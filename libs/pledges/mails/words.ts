import { type Money, toDecimal } from '#kernel';

export type Locale = 'en' | 'fr';

const TAGS: Readonly<Record<Locale, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** An amount as people write it in their language, exactly: `£20.00`, `20,00 £`. */
export const moneyIn = (locale: Locale, amount: Money): string =>
  new Intl.NumberFormat(TAGS[locale], { style: 'currency', currency: amount.currency }).format(
    toDecimal(amount) as Intl.StringNumericLiteral,
  );

/** An instant where the event takes place: `1 June 2026 at 22:00`. */
export const instantIn = (locale: Locale, at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat(TAGS[locale], { dateStyle: 'long', timeStyle: 'short', timeZone }).format(at);
