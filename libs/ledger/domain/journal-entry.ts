import type { Id } from '#kernel';
import { account } from './chart-of-accounts.js';
import { exponentOfCommodity } from './commodity.js';
import { ledgerRefusals as refuse } from './ledger.refusals.js';

/** One side of an entry: minor units of one commodity, either debit or credit. */
export interface DraftLine {
  account: string;
  debit?: bigint;
  credit?: bigint;
  /** ISO 4217 code, or a memo commodity such as `PLEDGEGBP` or `VOLHOURS`. */
  commodity: string;
  /** The need it was spent on. */
  budgetLineId?: Id<'budget line'> | undefined;
}

/** An entry before it is posted. */
export interface EntryDraft {
  eventId: Id<'event'>;
  /** The day it belongs to, `YYYY-MM-DD`. */
  on: string;
  /** One line for the books, 1 to 300 characters. Books are open: it never names a person. */
  text: string;
  /** The business event that made it: posted once, however often it is told. */
  source: { kind: string; id: string };
  lines: readonly DraftLine[];
  /** Ids and rates worth keeping beside it; no personal data. */
  meta?: object;
  /** The entry this one takes back. */
  reverses?: Id<'journal entry'>;
}

const MOST_LINES = 500;
const MOST_MINOR = 10n ** 15n;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/**
 * Refuses an entry that the books must never hold: unknown account or commodity, a line with both sides or none, fewer than two
 * lines, or debits that differ from credits in some commodity (JRN-1). The database says the same again.
 */
export function checkEntry(entry: EntryDraft): void {
  if (!DAY.test(entry.on)) throw refuse.ENTRY_UNSOUND({ on: entry.on }, `${entry.on} is not a day`);
  if (entry.text.length < 1 || entry.text.length > 300) throw refuse.ENTRY_UNSOUND({}, 'the text must have 1 to 300 characters');
  if (entry.lines.length < 2 || entry.lines.length > MOST_LINES)
    throw refuse.ENTRY_UNSOUND({ lines: entry.lines.length }, `an entry has 2 to ${MOST_LINES} lines`);
  const differences = new Map<string, bigint>();
  for (const line of entry.lines) {
    account(line.account);
    exponentOfCommodity(line.commodity);
    const { debit = 0n, credit = 0n } = line;
    if (debit < 0n || credit < 0n || (debit === 0n) === (credit === 0n) || debit + credit > MOST_MINOR) {
      throw refuse.ENTRY_UNSOUND({ account: line.account }, `${line.account} needs one positive amount, debit or credit`);
    }
    differences.set(line.commodity, (differences.get(line.commodity) ?? 0n) + debit - credit);
  }
  for (const [commodity, difference] of differences) {
    if (difference !== 0n) throw refuse.ENTRY_UNBALANCED({ commodity, difference: String(difference) });
  }
}

/** The lines of an entry with debit and credit exchanged. */
export const reversed = (lines: readonly DraftLine[]): DraftLine[] =>
  lines.map(({ debit, credit, ...line }) => ({ ...line, ...(credit ? { debit: credit } : {}), ...(debit ? { credit: debit } : {}) }));

/** What stands on evidence of the bank, of the processor or of another rule of ours: taken back there, so that the two stay together. */
const BOUND = /^(bank_match|payment|payment_returned|processor_fee|stripe_|payout|refund_|dispute_|expense_approved|pledge_|reversal)/;

/** Refuses to reverse by hand what follows from something else. */
export function checkReversibleByHand(sourceKind: string): void {
  if (BOUND.test(sourceKind)) throw refuse.NOT_BY_HAND({ source: sourceKind });
}
