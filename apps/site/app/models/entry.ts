import type { EntryLineView, EntryView } from '../views/books';
import type { Format } from './format';

const MEMO_MONEY = /^PLEDGE([A-Z]{3})$/;

/** An amount of a journal line: money, pledged money, or hours (in hundredths). */
export function sayQuantity(amount: number, commodity: string, format: Format): string {
  if (commodity === 'VOLHOURS') return `${format.hours((amount * 60) / 100)} h`;
  return format.money({ amount, currency: MEMO_MONEY.exec(commodity)?.[1] ?? commodity });
}

/** What an entry moved: the sum of one side, in the commodity of its first line. */
export function sizeOf(entry: EntryView, format: Format): string {
  const [first] = entry.lines;
  if (!first) return '';
  const total = entry.lines.filter((line) => line.commodity === first.commodity).reduce((sum, line) => sum + line.debit, 0);
  return sayQuantity(total, first.commodity, format);
}

/** One side of a line, empty where the other side has it. */
export const sideOf = (line: EntryLineView, side: 'debit' | 'credit', format: Format): string =>
  line[side] ? sayQuantity(line[side], line.commodity, format) : '';
