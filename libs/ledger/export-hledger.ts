import type { Id } from '#kernel';
import type { Db } from '#platform';
import { toHledger } from './domain/exports.js';
import { budgetAgainstActual } from './store/budget-against-actual.query.js';
import { wholeJournal } from './store/entries.query.js';

/** The whole journal of an event, and its budget, as text for hledger: for `wgt export` and the treasurer. */
export async function exportHledger(db: Db, eventId: Id<'event'>): Promise<string> {
  const plans = await budgetAgainstActual(db, eventId);
  return toHledger(
    `Books of event ${eventId}`,
    await wholeJournal(db, eventId),
    plans.map((p) => ({ account: p.account, currency: p.currency, minor: p.planned_minor })),
  );
}
