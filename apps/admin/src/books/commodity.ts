import { formatMoney } from '../common/format.js';

const MEMO = /^PLEDGE([A-Z]{3})$/;
const HUNDREDTHS = 100;

/** Whether a book only notes promises, which are no money yet. */
export const besideTheBooks = (commodity: string): boolean => MEMO.test(commodity);

/** An amount of a book: a currency, promises kept beside the books in a currency, or hundredths of an hour. */
export function formatCommodity(minor: number, commodity: string, locale: string): string {
  if (commodity === 'VOLHOURS')
    return new Intl.NumberFormat(locale, { style: 'unit', unit: 'hour', minimumFractionDigits: 2 }).format(minor / HUNDREDTHS);
  return formatMoney({ amount: minor, currency: MEMO.exec(commodity)?.[1] ?? commodity }, locale);
}
