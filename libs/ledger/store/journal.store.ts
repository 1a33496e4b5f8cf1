import { Injectable } from '@nestjs/common';
import { type Id, newId } from '#kernel';
import { type Db, type Tx, refusingOn } from '#platform';
import { type DraftLine, type EntryDraft, checkEntry } from '../domain/journal-entry.js';
import { ledgerRefusals as refuse } from '../domain/ledger.refusals.js';

export interface Posted {
  entryId: Id<'journal entry'>;
  /** True when the same business event had been posted before: nothing was added. */
  replayed: boolean;
}

export interface StoredEntry {
  text: string;
  booked_on: string;
  source_kind: string;
  reverses: string | null;
  lines: DraftLine[];
}

/** The journal: it is added to, and read. */
@Injectable()
export class JournalStore {
  /** Posts in one round trip. The same source again answers the first entry; with other lines ENTRY_ALREADY_POSTED (JRN-3). */
  async post(tx: Tx, draft: EntryDraft): Promise<Posted> {
    checkEntry(draft);
    const { eventId, on, text, source, lines } = draft;
    const row = await refusingOn(
      {
        journal_entry_replay_has_same_lines: () => refuse.ENTRY_ALREADY_POSTED({ source }),
        journal_entry_reversed_once: () => refuse.ENTRY_ALREADY_REVERSED({ entryId: draft.reverses }),
      },
      () =>
        tx.one<{ entry_id: Id<'journal entry'>; replayed: boolean }>(
          'select entry_id, replayed from ledger.post_entry($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)',
          [
            eventId,
            newId(),
            on,
            text,
            source.kind,
            source.id,
            tx.now,
            tx.context.actorId,
            draft.reverses ?? null,
            JSON.stringify(draft.meta ?? {}),
            lines.map((l) => l.account),
            lines.map((l) => l.commodity),
            lines.map((l) => l.debit ?? 0n),
            lines.map((l) => l.credit ?? 0n),
            lines.map((l) => l.budgetLineId ?? null),
          ],
        ),
    );
    return { entryId: row.entry_id, replayed: row.replayed };
  }

  async entry(db: Db, eventId: Id<'event'>, entryId: Id<'journal entry'>): Promise<StoredEntry | undefined> {
    const row = await db.maybe<Omit<StoredEntry, 'lines'>>(
      'select text, booked_on, source_kind, reverses from ledger.journal_entry where event_id = $1 and id = $2',
      [eventId, entryId],
    );
    if (!row) return undefined;
    const lines = await db.query<{
      account: string;
      commodity: string;
      debit_minor: bigint;
      credit_minor: bigint;
      budget_line_id: Id<'budget line'> | null;
    }>(
      'select account, commodity, debit_minor, credit_minor, budget_line_id from ledger.journal_line where event_id = $1 and entry_id = $2 order by line_no',
      [eventId, entryId],
    );
    return {
      ...row,
      lines: lines.map((l) => ({
        account: l.account,
        commodity: l.commodity,
        ...(l.debit_minor ? { debit: l.debit_minor } : { credit: l.credit_minor }),
        ...(l.budget_line_id ? { budgetLineId: l.budget_line_id } : {}),
      })),
    };
  }

  /** Makes sure the accounts exist in the book before something other than an entry points to them. */
  async openAccounts(tx: Tx, eventId: Id<'event'>, names: readonly string[]): Promise<void> {
    await tx.query('select ledger.open_book($1, $2)', [eventId, tx.now]);
    await tx.run('insert into ledger.account (event_id, name) select $1, name from unnest($2::text[]) as name on conflict do nothing', [
      eventId,
      names,
    ]);
  }

  /** The events that have a book, in the order in which they were opened. */
  async books(db: Db): Promise<Id<'event'>[]> {
    return (await db.query<{ event_id: Id<'event'> }>('select event_id from ledger.book order by opened_at, event_id')).map(
      (b) => b.event_id,
    );
  }
}
