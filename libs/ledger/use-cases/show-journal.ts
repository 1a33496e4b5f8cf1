import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import { type Actor, Database, type EventScope } from '#platform';
import { toCsv } from '../domain/exports.js';
import { ledgerRefusals as refuse } from '../domain/ledger.refusals.js';
import { TELLS_OF_ONE_PERSON } from '../domain/public-entries.js';
import { exportHledger } from '../export-hledger.js';
import { type EntryFilter, type EntryRow, listEntries, oneEntry, wholeJournal } from '../store/entries.query.js';

/** Those who keep the books see every entry; anyone else all but those that could tell of one person. */
export const seesAll = (eventId: string, actor: Actor | undefined): boolean =>
  actor?.rolesIn(eventId).some((role) => role === 'owner' || role === 'organiser' || role === 'treasurer') ?? false;

/** Reads the journal: a page, an entry, or the whole of it for other programs. */
@Injectable()
export class ShowJournal {
  constructor(private readonly database: Database) {}

  list({ eventId }: EventScope, filter: Omit<EntryFilter, 'without'>, actor: Actor | undefined): Promise<EntryRow[]> {
    return listEntries(this.database, eventId, { ...filter, without: seesAll(eventId, actor) ? [] : TELLS_OF_ONE_PERSON });
  }

  async one({ eventId }: EventScope, id: Id<'journal entry'>, actor: Actor | undefined): Promise<EntryRow> {
    const entry = await oneEntry(this.database, eventId, id);
    const tells = entry?.lines.some((l) => TELLS_OF_ONE_PERSON.includes(l.account)) ?? false;
    if (!entry || (tells && !seesAll(eventId, actor))) throw refuse.NO_SUCH_ENTRY();
    return entry;
  }

  hledger({ eventId }: EventScope): Promise<string> {
    return exportHledger(this.database, eventId);
  }

  async csv({ eventId }: EventScope): Promise<string> {
    return toCsv(await wholeJournal(this.database, eventId));
  }
}
