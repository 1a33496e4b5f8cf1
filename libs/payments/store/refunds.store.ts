import { Injectable } from '@nestjs/common';
import { newId } from '#kernel';
import { type Db, type Tx, refusingOn } from '#platform';
import { type RefundState, refundRefusals } from '../domain/refund.js';
import type { IntentRow } from './intents.store.js';

export interface RefundRow {
  id: string;
  event_id: string;
  intent_id: string;
  amount_minor: bigint;
  currency: string;
  origin: 'treasurer' | 'race' | 'campaign' | 'dashboard';
  reason: string;
  state: RefundState;
  stripe_id: string | null;
  requested_by: string | null;
  requested_at: Date;
  approved_by: string | null;
  failure: string | null;
}

interface RefundPlan {
  amountMinor: bigint;
  origin: RefundRow['origin'];
  reason: string;
}

@Injectable()
export class RefundsStore {
  byId(db: Db, eventId: string, id: string): Promise<RefundRow | undefined> {
    return db.maybe('select * from payments.refund where event_id = $1 and id = $2', [eventId, id]);
  }

  /** Those of an event that wait for a second treasurer, oldest first, with what was paid for. */
  waiting(db: Db, eventId: string): Promise<(RefundRow & { source_id: string })[]> {
    return db.query(
      `select refund.*, intent.source_id from payments.refund
         join payments.payment_intent as intent on intent.event_id = refund.event_id and intent.id = refund.intent_id
       where refund.event_id = $1 and refund.state = 'requested' order by refund.id limit 100`,
      [eventId],
    );
  }

  get(db: Db, id: string): Promise<RefundRow | undefined> {
    return db.maybe('select * from payments.refund where id = $1', [id]);
  }

  lock(tx: Tx, id: string): Promise<RefundRow | undefined> {
    return tx.maybe('select * from payments.refund where id = $1 for update', [id]);
  }

  byStripeId(db: Db, stripeId: string): Promise<RefundRow | undefined> {
    return db.maybe('select * from payments.refund where stripe_id = $1', [stripeId]);
  }

  ofIntents(db: Db, intentIds: readonly string[]): Promise<RefundRow[]> {
    return db.query('select * from payments.refund where intent_id = any($1) order by id', [intentIds]);
  }

  /** Takes the amount from what may still be given back; the database refuses more than there is (REF-1). */
  async reserve(tx: Tx, intentId: string, amountMinor: bigint): Promise<void> {
    await refusingOn({ refunds_within_payment: () => refundRefusals.REFUND_TOO_LARGE() }, () =>
      tx.run('update payments.payment_intent set refunding_minor = refunding_minor + $2 where id = $1', [intentId, amountMinor]),
    );
  }

  async unreserve(tx: Tx, intentId: string, amountMinor: bigint): Promise<void> {
    await tx.run('update payments.payment_intent set refunding_minor = refunding_minor - $2 where id = $1', [intentId, amountMinor]);
  }

  async request(tx: Tx, intent: IntentRow, plan: RefundPlan & { by: string | null; stripeId?: string }): Promise<string> {
    const id = newId();
    await this.reserve(tx, intent.id, plan.amountMinor);
    await tx.run(
      `insert into payments.refund (id, event_id, intent_id, amount_minor, currency, origin, reason, state, requested_by, requested_at, stripe_id)
       values ($1, $2, $3, $4, $5, $6, $7, 'requested', $8, $9, $10)`,
      [id, intent.event_id, intent.id, plan.amountMinor, intent.currency, plan.origin, plan.reason, plan.by, tx.now, plan.stripeId ?? null],
    );
    return id;
  }

  /** Zero or the row: somebody may have approved it already. */
  approve(tx: Tx, id: string, approvedBy: string | null): Promise<RefundRow | undefined> {
    return tx.maybe<RefundRow>(
      `update payments.refund set state = 'approved', approved_by = $2, approved_at = $3 where id = $1 and state = 'requested' returning *`,
      [id, approvedBy, tx.now],
    );
  }

  /** Moves a refund if it still stands where we think. */
  async move(
    tx: Tx,
    id: string,
    from: readonly RefundState[],
    to: RefundState,
    more: { stripeId?: string | null; failure?: string | null } = {},
  ): Promise<number> {
    return tx.run(
      `update payments.refund set state = $3, stripe_id = coalesce($4, stripe_id), failure = coalesce($5, failure), settled_at = case when $3 in ('succeeded', 'failed') then $6 else settled_at end
       where id = $1 and state = any($2)`,
      [id, from, to, more.stripeId ?? null, more.failure ?? null, tx.now],
    );
  }

  /** A refund the card did not take has been paid through the bank. */
  async resent(tx: Tx, id: string): Promise<void> {
    await tx.run(`update payments.refund set settled_at = $2, failure = 'sent by bank transfer' where id = $1 and state = 'failed'`, [
      id,
      tx.now,
    ]);
  }

  /** Refunds that should have moved on by now. */
  left(db: Db, before: Date, limit: number): Promise<RefundRow[]> {
    return db.query(
      `select * from payments.refund where state in ('approved', 'submitted', 'pending') and requested_at < $1 order by requested_at limit $2`,
      [before, limit],
    );
  }

  /** Σ of what has been accepted of one payment. */
  async totalOf(db: Db, intentId: string): Promise<bigint> {
    const row = await db.one<{ total: bigint }>(
      `select coalesce(sum(amount_minor), 0)::bigint as total from payments.refund where intent_id = $1 and state in ('approved', 'submitted', 'pending', 'succeeded')`,
      [intentId],
    );
    return row.total;
  }
}
