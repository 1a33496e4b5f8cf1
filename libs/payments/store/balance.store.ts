import { Injectable } from '@nestjs/common';
import { newId } from '#kernel';
import type { Db, Tx } from '#platform';
import type { BalanceLineSeen } from '../domain/provider.js';

export interface BalanceLineRow {
  id: string;
  stripe_txn_id: string;
  type: string;
  category: string;
  source_id: string | null;
  intent_stripe_id: string | null;
  amount_minor: bigint;
  fee_minor: bigint;
  net_minor: bigint;
  currency: string;
  created_at: Date;
  event_id: string | null;
  state: 'waiting' | 'booked' | 'suspense';
}

/** Stripe's statement as we have read it; each line is booked once (REC-1). */
@Injectable()
export class BalanceStore {
  /** Takes in what is new of a page of lines, in one statement. */
  async add(tx: Tx, lines: readonly BalanceLineSeen[]): Promise<number> {
    if (lines.length === 0) return 0;
    const column = <T>(pick: (l: BalanceLineSeen) => T): T[] => lines.map(pick);
    return tx.run(
      `insert into payments.balance_line (id, stripe_txn_id, type, category, source_id, intent_stripe_id, amount_minor, fee_minor, net_minor, currency, created_at, state)
       select *, 'waiting' from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::bigint[], $9::bigint[], $10::text[], $11::timestamptz[])
       on conflict on constraint balance_line_once do nothing`,
      [
        column(() => newId()),
        column((l) => l.id),
        column((l) => l.type),
        column((l) => l.category),
        column((l) => l.source),
        column((l) => l.intent),
        column((l) => l.amount),
        column((l) => l.fee),
        column((l) => l.net),
        column((l) => l.currency),
        column((l) => l.createdAt),
      ],
    );
  }

  waiting(db: Db, limit: number): Promise<BalanceLineRow[]> {
    return db.query(`select * from payments.balance_line where state = 'waiting' order by created_at, stripe_txn_id limit $1`, [limit]);
  }

  /** The line, if it still waits and nobody else is booking it. */
  claim(tx: Tx, id: string): Promise<BalanceLineRow | undefined> {
    return tx.maybe(`select * from payments.balance_line where id = $1 and state = 'waiting' for update skip locked`, [id]);
  }

  async booked(tx: Tx, id: string, eventId: string | null, state: 'booked' | 'suspense', entryId: string | null): Promise<void> {
    await tx.run('update payments.balance_line set state = $2, event_id = $3, entry_id = $4, booked_at = $5 where id = $1', [
      id,
      state,
      eventId,
      entryId,
      tx.now,
    ]);
  }

  /** The events of lines, by transaction id; lines that are not booked yet have none. */
  eventsOf(
    db: Db,
    txnIds: readonly string[],
  ): Promise<{ stripe_txn_id: string; event_id: string | null; state: string; net_minor: bigint }[]> {
    return db.query('select stripe_txn_id, event_id, state, net_minor from payments.balance_line where stripe_txn_id = any($1)', [txnIds]);
  }

  /** Events that have money at Stripe, the longest there first. */
  events(db: Db): Promise<{ event_id: string }[]> {
    return db.query(
      'select event_id from payments.payment_intent where stripe_id is not null group by event_id order by min(created_at), event_id',
    );
  }

  /**
   * What Stripe has moved and the books will show with the next reading, in minor units: the lines that we have and have not booked, and those
   * of `shown` that we do not have. A payment that has succeeded is in the books already, gross: of its line only the fee is missing, and
   * before Stripe has written that line it does not hold the money. Zero once everything has been read.
   */
  async underWay(db: Db, currency: string, shown: readonly BalanceLineSeen[]): Promise<bigint> {
    const column = <T>(pick: (l: BalanceLineSeen) => T): T[] => shown.filter((l) => l.currency === currency).map(pick);
    const row = await db.one<{ sum: bigint }>(
      `with line as (
         select type, intent_stripe_id, fee_minor, net_minor from payments.balance_line where state = 'waiting' and currency = $1
         union all
         select type, intent, fee, net from unnest($2::text[], $3::text[], $4::text[], $5::bigint[], $6::bigint[]) as shown (id, type, intent, fee, net)
          where not exists (select from payments.balance_line l where l.stripe_txn_id = shown.id))
       select (coalesce((select sum(case when l.type in ('charge', 'payment') and i.state = 'succeeded' then -l.fee_minor else l.net_minor end)
           from line l left join payments.payment_intent i on i.stripe_id = l.intent_stripe_id), 0)
         - coalesce((select sum(i.amount_minor) from payments.payment_intent i where i.state = 'succeeded' and i.currency = $1
             and not exists (select from payments.balance_line l where l.intent_stripe_id = i.stripe_id and l.type in ('charge', 'payment'))
             and not exists (select from line l where l.intent_stripe_id = i.stripe_id and l.type in ('charge', 'payment'))), 0))::bigint as sum`,
      [currency, column((l) => l.id), column((l) => l.type), column((l) => l.intent), column((l) => l.fee), column((l) => l.net)],
    );
    return row.sum;
  }

  async seenUntil(db: Db, list: string): Promise<Date | undefined> {
    return (await db.maybe<{ seen_until: Date }>('select seen_until from payments.watermark where list = $1', [list]))?.seen_until;
  }

  /** Moves a watermark forward; it never goes back. */
  async saw(tx: Tx, list: string, until: Date): Promise<void> {
    await tx.run(
      `insert into payments.watermark (list, seen_until, looked_at) values ($1, $2, $3)
       on conflict (list) do update set seen_until = greatest(watermark.seen_until, excluded.seen_until), looked_at = excluded.looked_at`,
      [list, until, tx.now],
    );
  }
}
