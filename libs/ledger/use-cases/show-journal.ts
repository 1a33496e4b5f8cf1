import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import { Database, type EventScope } from '#platform';
import { toCsv } from '../domain/exports.js';
import { ledgerRefusals as refuse } from '../domain/ledger.refusals.js';
import { exportHledger } from '../export-hledger.js';
import { type EntryFilter, type EntryRow, listEntries, oneEntry, wholeJournal } from '../store/entries.query.js';

/** Reads the journal: a page, an entry, or the whole of it for other programs. */
@Injectable()
export class ShowJournal {
  constructor(private readonly database: Database) {}

  list({ eventId }: EventScope, filter: EntryFilter): Promise<EntryRow[]> {
    return listEntries(this.database, eventId, filter);
  }

  async one({ eventId }: EventScope, id: Id<'journal entry'>): Promise<EntryRow> {
    const entry = await oneEntry(this.database, eventId, id);
    if (!entry) throw refuse.NO_SUCH_ENTRY();
    return entry;
  }

  hledger({ eventId }: EventScope): Promise<string> {
    return exportHledger(this.database, eventId);
  }

  async csv({ eventId }: EventScope): Promise<string> {
    return toCsv(await wholeJournal(this.database, eventId));
  }
}
