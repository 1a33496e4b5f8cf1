import type { Id, Money } from '#kernel';
import type { DraftLine, EntryDraft } from '../journal-entry.js';

/** What every posting needs to know beside its amounts. */
export interface Occasion {
  eventId: Id<'event'>;
  /** The day it belongs to, `YYYY-MM-DD`. */
  on: string;
  /** Id of the business event that makes the entry (attempt, balance transaction, refund …): the entry is posted once for it. */
  id: string;
  /** Says more than the standard text; never names a person. */
  text?: string;
  meta?: object;
}

export const debit = (account: string, { minor, currency }: Money, more: Partial<DraftLine> = {}): DraftLine => ({
  account,
  debit: minor,
  commodity: currency,
  ...more,
});
export const credit = (account: string, { minor, currency }: Money, more: Partial<DraftLine> = {}): DraftLine => ({
  account,
  credit: minor,
  commodity: currency,
  ...more,
});

/** An entry for an occasion. Lines of nothing are left out; a line of less than nothing changes its side. */
export function entryFor(
  { eventId, on, id, text, meta }: Occasion,
  kind: string,
  standardText: string,
  lines: readonly DraftLine[],
): EntryDraft {
  return {
    eventId,
    on,
    text: text ?? standardText,
    source: { kind, id },
    lines: lines.filter((l) => (l.debit ?? l.credit ?? 0n) !== 0n).map(upright),
    ...(meta ? { meta } : {}),
  };
}

function upright({ debit, credit, ...line }: DraftLine): DraftLine {
  const amount = (debit ?? 0n) - (credit ?? 0n);
  return amount < 0n ? { ...line, credit: -amount } : { ...line, debit: amount };
}
