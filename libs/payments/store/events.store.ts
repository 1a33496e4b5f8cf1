import { Injectable } from '@nestjs/common';
import { newId } from '#kernel';
import type { Db, Tx } from '#platform';
import type { EventSeen } from '../domain/provider.js';

export interface StripeEventRow {
  id: string;
  stripe_event_id: string;
  type: string;
  object_id: string | null;
  body: { data: { object: Record<string, unknown> } };
  created_at: Date;
  state: 'new' | 'done' | 'ignored';
}

/** The inbox: what Stripe told us, once each (G4). */
@Injectable()
export class EventsStore {
  /** Answers the id of a new entry, to be worked on or left alone; undefined for a message we have already. */
  async add(tx: Tx, event: EventSeen, via: 'webhook' | 'backfill', state: 'new' | 'ignored'): Promise<string | undefined> {
    const row = await tx.maybe<{ id: string }>(
      `insert into payments.stripe_event (id, stripe_account_id, stripe_event_id, type, object_id, created_at, api_version, body, via, received_at, state, done_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict on constraint stripe_event_once do nothing returning id`,
      [
        newId(),
        event.account,
        event.id,
        event.type,
        event.objectId,
        event.createdAt,
        event.apiVersion,
        JSON.stringify(event.body),
        via,
        tx.now,
        state,
        state === 'ignored' ? tx.now : null,
      ],
    );
    return row?.id;
  }

  byId(db: Db, id: string): Promise<StripeEventRow | undefined> {
    return db.maybe('select id, stripe_event_id, type, object_id, body, created_at, state from payments.stripe_event where id = $1', [id]);
  }

  /** When Stripe says that something happened to an object, if it has told us. */
  async toldAt(db: Db, objectId: string, type: string): Promise<Date | undefined> {
    return (
      await db.maybe<{ created_at: Date }>('select created_at from payments.stripe_event where object_id = $1 and type = $2 limit 1', [
        objectId,
        type,
      ])
    )?.created_at;
  }

  async close(tx: Tx, id: string, state: 'done' | 'ignored'): Promise<void> {
    await tx.run(
      `update payments.stripe_event set state = $2, done_at = $3, tries = tries + 1, last_error = null where id = $1 and state = 'new'`,
      [id, state, tx.now],
    );
  }

  async failed(tx: Tx, id: string, why: string): Promise<void> {
    await tx.run(`update payments.stripe_event set tries = tries + 1, last_error = $2 where id = $1 and state = 'new'`, [
      id,
      why.slice(0, 500),
    ]);
  }

  async countLeft(db: Db): Promise<number> {
    return (await db.one<{ n: number }>(`select count(*)::int as n from payments.stripe_event where state = 'new'`)).n;
  }

  left(db: Db, before: Date, limit: number): Promise<{ id: string }[]> {
    return db.query(`select id from payments.stripe_event where state = 'new' and received_at <= $1 order by received_at limit $2`, [
      before,
      limit,
    ]);
  }
}
