import type { Id } from '#kernel';
import type { Db } from '#platform';

export interface Unexplained {
  currency: string | null;
  lines: number;
  /** Sum of the amounts, whatever their direction. */
  minor: bigint;
  oldest_on: string | null;
  reconciled_to: string | null;
  sealed: bigint;
  waiting: number;
}

/** What nobody has explained yet, how old it is, and how far the books are reconciled and sealed (PUB-2). */
export const unexplained = (db: Db, eventId: Id<'event'>): Promise<Unexplained> =>
  db.one<Unexplained>(
    `select (select currency from ledger.book where event_id = $1) as currency, count(*)::int as lines, coalesce(sum(abs(amount_minor)), 0)::bigint as minor, min(booked_on) as oldest_on,
       (select max(to_on) from ledger.statement where event_id = $1 and state = 'reconciled') as reconciled_to,
       (select coalesce(max(sequence), 0) from ledger.seal where event_id = $1) as sealed,
       (select count(*)::int from ledger.unsealed where event_id = $1) as waiting
     from ledger.statement_line where event_id = $1 and state = 'new'`,
    [eventId],
  );
