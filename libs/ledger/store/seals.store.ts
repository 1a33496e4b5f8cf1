import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import type { Db, Tx } from '#platform';
import type { ChainedEntry } from '../domain/chain.js';

const CHAINED = `e.id, e.booked_on, e.posted_at, e.posted_by, e.text, e.source_kind, e.source_id, e.reverses, e.meta::text as meta,
  (select json_agg(json_build_array(l.account, l.commodity, l.debit_minor::text, l.credit_minor::text, l.budget_line_id) order by l.line_no)
   from ledger.journal_line l where l.event_id = e.event_id and l.entry_id = e.id) as lines`;

export interface Seal {
  sequence: bigint;
  hash: Buffer;
}

export interface SealedEntry extends ChainedEntry, Seal {
  previous: Buffer;
}

/** The chain of seals and the daily sums that are folded with it. */
@Injectable()
export class SealsStore {
  async booksToSeal(db: Db): Promise<Id<'event'>[]> {
    return (await db.query<{ event_id: Id<'event'> }>('select distinct event_id from ledger.unsealed limit 100')).map((r) => r.event_id);
  }

  /** True for the one process that may seal this book now. */
  async claim(tx: Tx, eventId: Id<'event'>): Promise<boolean> {
    return (await tx.one<{ mine: boolean }>(`select pg_try_advisory_xact_lock(hashtextextended('seal ' || $1, 0)) as mine`, [eventId]))
      .mine;
  }

  async head(db: Db, eventId: Id<'event'>): Promise<Seal | undefined> {
    return db.maybe<Seal>('select sequence, hash from ledger.seal where event_id = $1 order by sequence desc limit 1', [eventId]);
  }

  /** When the entry was posted that has waited longest for its seal. Ids grow with time: the first is found without a look at the others. */
  async oldestWaiting(db: Db): Promise<Date | undefined> {
    const row = await db.maybe<{ posted_at: Date }>(
      `select e.posted_at from (select event_id, min(entry_id::text)::uuid as id from ledger.unsealed group by event_id limit 1000) u
       join ledger.journal_entry e on e.event_id = u.event_id and e.id = u.id order by e.posted_at limit 1`,
    );
    return row?.posted_at;
  }

  waiting(tx: Tx, eventId: Id<'event'>, limit: number): Promise<ChainedEntry[]> {
    return tx.query<ChainedEntry>(
      `select ${CHAINED} from ledger.unsealed u join ledger.journal_entry e on e.event_id = u.event_id and e.id = u.entry_id where u.event_id = $1 order by u.entry_id limit $2`,
      [eventId, limit],
    );
  }

  /** Appends seals, folds their entries into the daily sums and takes them off the queue. */
  async append(tx: Tx, eventId: Id<'event'>, first: bigint, entryIds: string[], previous: Buffer[], hashes: Buffer[]): Promise<void> {
    await tx.run(
      `insert into ledger.seal (event_id, sequence, entry_id, previous, hash, sealed_at)
       select $1, $2 + n - 1, entry_id, previous, hash, $3 from unnest($4::uuid[], $5::bytea[], $6::bytea[]) with ordinality as s (entry_id, previous, hash, n)`,
      [eventId, first, tx.now, entryIds, previous, hashes],
    );
    await tx.run(
      `insert into ledger.daily_turnover as t (event_id, account, commodity, booked_on, debit_minor, credit_minor)
       select $1, l.account, l.commodity, e.booked_on, sum(l.debit_minor), sum(l.credit_minor)
       from ledger.journal_entry e join ledger.journal_line l on l.event_id = e.event_id and l.entry_id = e.id
       where e.event_id = $1 and e.id = any($2::uuid[]) group by l.account, l.commodity, e.booked_on
       on conflict on constraint daily_turnover_once do update
         set debit_minor = t.debit_minor + excluded.debit_minor, credit_minor = t.credit_minor + excluded.credit_minor`,
      [eventId, entryIds],
    );
    await tx.run('delete from ledger.unsealed where event_id = $1 and entry_id = any($2::uuid[])', [eventId, entryIds]);
  }

  /** Sealed entries after a position, in the order of their seals. */
  sealed(db: Db, eventId: Id<'event'>, after: bigint, limit: number): Promise<SealedEntry[]> {
    return db.query<SealedEntry>(
      `select s.sequence, s.previous, s.hash, ${CHAINED} from ledger.seal s join ledger.journal_entry e on e.event_id = s.event_id and e.id = s.entry_id
       where s.event_id = $1 and s.sequence > $2 order by s.sequence limit $3`,
      [eventId, after, limit],
    );
  }
}
