import { Injectable } from '@nestjs/common';
import { newId } from '#kernel';
import type { Db, Tx } from '#platform';
import type { PayoutSeen } from '../domain/provider.js';

export interface PayoutRow {
  id: string;
  stripe_id: string;
  amount_minor: bigint;
  currency: string;
  status: string;
  automatic: boolean;
  reconciliation: string;
  arrives_on: string;
  failure: string | null;
  created_at: Date;
}

export interface PayoutShareRow {
  id: string;
  payout_id: string;
  event_id: string;
  amount_minor: bigint;
  currency: string;
  state: 'sent' | 'arrived' | 'failed';
}

/** A payout with one event's part of it. */
export type PayoutOfEvent = PayoutRow & { share_minor: bigint; share_id: string; share_state: PayoutShareRow['state'] };

@Injectable()
export class PayoutsStore {
  /** Writes what is seen now. `paid` may still turn into `failed`; nothing turns back. */
  async put(tx: Tx, p: PayoutSeen): Promise<PayoutRow> {
    return tx.one<PayoutRow>(
      `insert into payments.payout as po (id, stripe_id, amount_minor, currency, status, automatic, reconciliation, arrives_on, failure, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict on constraint payout_once do update set status = excluded.status, reconciliation = excluded.reconciliation, arrives_on = excluded.arrives_on, failure = excluded.failure
       returning *`,
      [newId(), p.id, p.amount, p.currency, p.status, p.automatic, p.reconciliation, p.arrivesOn, p.failure, p.createdAt],
    );
  }

  byStripeId(db: Db, stripeId: string): Promise<PayoutRow | undefined> {
    return db.maybe('select * from payments.payout where stripe_id = $1', [stripeId]);
  }

  /** The share of an event, made once. */
  async share(tx: Tx, payout: PayoutRow, eventId: string, amountMinor: bigint): Promise<PayoutShareRow> {
    await tx.run(
      `insert into payments.payout_share (id, payout_id, event_id, amount_minor, currency, state) values ($1, $2, $3, $4, $5, 'sent') on conflict on constraint payout_share_once do nothing`,
      [newId(), payout.id, eventId, amountMinor, payout.currency],
    );
    return tx.one<PayoutShareRow>('select * from payments.payout_share where payout_id = $1 and event_id = $2', [payout.id, eventId]);
  }

  sharesOf(db: Db, payoutId: string): Promise<PayoutShareRow[]> {
    return db.query('select * from payments.payout_share where payout_id = $1 order by event_id', [payoutId]);
  }

  async moveShare(tx: Tx, id: string, from: readonly PayoutShareRow['state'][], to: PayoutShareRow['state']): Promise<number> {
    return tx.run('update payments.payout_share set state = $3 where id = $1 and state = any($2)', [id, from, to]);
  }

  listOf(db: Db, eventId: string, before: string | null, limit: number): Promise<PayoutOfEvent[]> {
    return db.query(
      `select p.*, s.amount_minor as share_minor, s.id as share_id, s.state as share_state from payments.payout_share s join payments.payout p on p.id = s.payout_id
       where s.event_id = $1 and ($2::uuid is null or s.id < $2) order by s.id desc limit $3`,
      [eventId, before, limit],
    );
  }
}
