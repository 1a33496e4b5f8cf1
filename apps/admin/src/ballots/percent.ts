/** A part of a whole, 0 to 1, as people read it: `99.6%`. */
export const percent = (share: number, locale: string): string =>
  new Intl.NumberFormat(locale === 'en' ? 'en-GB' : locale, { style: 'percent', maximumFractionDigits: 1 }).format(share);
