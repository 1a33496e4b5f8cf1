import type { Id } from '#kernel';
import type { Db } from '#platform';
import { toHledger } from './domain/exports.js';
import { wholeJournal } from './store/entries.query.js';

/** The whole journal of an event as text for hledger, for `wgt export` and the treasurer. */
export const exportHledger = async (db: Db, eventId: Id<'event'>): Promise<string> =>
  toHledger(`Books of event ${eventId}`, await wholeJournal(db, eventId));
