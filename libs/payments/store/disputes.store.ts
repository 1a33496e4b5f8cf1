import { Injectable } from '@nestjs/common';
import { newId } from '#kernel';
import type { Db, Tx } from '#platform';
import type { DisputeSeen } from '../domain/provider.js';

export interface DisputeRow {
  id: string;
  intent_id: string;
  stripe_id: string;
  amount_minor: bigint;
  currency: string;
  family: 'inquiry' | 'chargeback';
  status: string;
  reason: string;
  due_by: Date | null;
  opened_at: Date;
  closed_at: Date | null;
}

type Put = DisputeSeen & { family: 'inquiry' | 'chargeback'; eventId: string; intentId: string; closed: boolean };

/** Disputes by Stripe's id: five messages of one dispute are one row. */
@Injectable()
export class DisputesStore {
  /** Writes what is seen now; answers what stood there before. A closed dispute stays closed. */
  async put(tx: Tx, d: Put): Promise<{ family: string; closed: boolean } | undefined> {
    const before = await tx.maybe<{ family: string; closed: boolean }>(
      'select family, closed_at is not null as closed from payments.dispute where stripe_id = $1 for update',
      [d.id],
    );
    if (before?.closed) return before;
    await tx.run(
      `insert into payments.dispute (id, event_id, intent_id, stripe_id, amount_minor, currency, family, status, reason, due_by, opened_at, closed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, case when $12 then $13::timestamptz end)
       on conflict on constraint dispute_once do update set family = excluded.family, status = excluded.status, due_by = excluded.due_by, amount_minor = excluded.amount_minor, closed_at = excluded.closed_at`,
      [newId(), d.eventId, d.intentId, d.id, d.amount, d.currency, d.family, d.status, d.reason, d.dueBy, d.createdAt, d.closed, tx.now],
    );
    return before;
  }

  /** Whether a chargeback is open on a payment: nothing may be refunded then (DIS-2). */
  async isOpen(db: Db, intentId: string): Promise<boolean> {
    return (
      (await db.maybe(`select 1 from payments.dispute where intent_id = $1 and family = 'chargeback' and closed_at is null`, [
        intentId,
      ])) !== undefined
    );
  }

  ofIntents(db: Db, intentIds: readonly string[]): Promise<DisputeRow[]> {
    return db.query('select * from payments.dispute where intent_id = any($1) order by opened_at', [intentIds]);
  }
}
