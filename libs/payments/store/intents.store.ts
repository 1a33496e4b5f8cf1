import { Injectable } from '@nestjs/common';
import { newId } from '#kernel';
import type { Db, Tx } from '#platform';
import type { AttemptState } from '../domain/attempt.js';
import type { Source } from '../domain/source.js';

export interface IntentRow {
  id: string;
  event_id: string;
  source_kind: 'pledge';
  source_id: string;
  person_id: string;
  amount_minor: bigint;
  fee_cover_minor: bigint;
  currency: string;
  description: string;
  given_by: 'individual' | 'organisation';
  state: 'planned' | 'open' | 'processing' | 'succeeded' | 'canceled' | 'parked';
  stripe_id: string | null;
  stripe_customer: string | null;
  stripe_charge: string | null;
  refunding_minor: bigint;
  lost_minor: bigint;
  created_at: Date;
  succeeded_at: Date | null;
}

export interface AttemptRow {
  id: string;
  event_id: string;
  intent_id: string;
  source_kind: 'pledge';
  source_id: string;
  n: number;
  state: AttemptState;
  stripe_payment_method: string | null;
  stripe_mandate: string | null;
  created_at: Date;
  submitted_at: Date | null;
}

/** A charge to plan: everything that is known before Stripe is asked. */
export interface ChargePlan {
  eventId: string;
  source: Source;
  personId: string;
  amountMinor: bigint;
  coverMinor: bigint;
  currency: string;
  description: string;
  givenBy: 'individual' | 'organisation';
}

const OPEN = `('created', 'submitted', 'processing', 'unknown')`;

@Injectable()
export class IntentsStore {
  byId(db: Db, id: string): Promise<IntentRow | undefined> {
    return db.maybe<IntentRow>('select * from payments.payment_intent where id = $1', [id]);
  }

  byStripeId(db: Db, stripeId: string): Promise<IntentRow | undefined> {
    return db.maybe<IntentRow>('select * from payments.payment_intent where stripe_id = $1', [stripeId]);
  }

  lock(tx: Tx, id: string): Promise<IntentRow | undefined> {
    return tx.maybe<IntentRow>('select * from payments.payment_intent where id = $1 for update', [id]);
  }

  /** The one intent of a source that can still succeed or has. */
  aliveOf(db: Db, source: Source): Promise<IntentRow | undefined> {
    return db.maybe<IntentRow>(
      `select * from payments.payment_intent where source_kind = $1 and source_id = $2 and state not in ('canceled', 'parked')`,
      [source.kind, source.id],
    );
  }

  async received(db: Db, kind: string): Promise<Map<string, bigint>> {
    const rows = await db.query<{ source_id: string; sum: bigint }>(
      `select source_id, sum(amount_minor)::bigint as sum from payments.payment_intent where source_kind = $1 and state = 'succeeded' group by source_id`,
      [kind],
    );
    return new Map(rows.map((r) => [r.source_id, r.sum]));
  }

  async returned(db: Db, kind: string, sourceIds: readonly string[]): Promise<Map<string, bigint>> {
    const rows = await db.query<{ source_id: string; sum: bigint }>(
      'select source_id, sum(refunding_minor + lost_minor)::bigint as sum from payments.payment_intent where source_kind = $1 and source_id = any($2) group by source_id',
      [kind, sourceIds],
    );
    return new Map(rows.map((r) => [r.source_id, r.sum]));
  }

  listOf(db: Db, eventId: string, before: string | null, limit: number): Promise<IntentRow[]> {
    return db.query(
      'select * from payments.payment_intent where event_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3',
      [eventId, before, limit],
    );
  }

  /** Plans charges with their first attempt, in two statements however many there are; answers the attempts. */
  async planMany(tx: Tx, plans: readonly ChargePlan[]): Promise<string[]> {
    const column = <T>(pick: (p: ChargePlan) => T): T[] => plans.map(pick);
    const intents = plans.map(() => newId());
    await tx.run(
      `insert into payments.payment_intent (id, event_id, source_kind, source_id, person_id, amount_minor, fee_cover_minor, currency, description, given_by, state, created_at)
       select *, 'planned', $11::timestamptz from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::bigint[], $7::bigint[], $8::text[], $9::text[], $10::text[])`,
      [
        intents,
        column((p) => p.eventId),
        column((p) => p.source.kind),
        column((p) => p.source.id),
        column((p) => p.personId),
        column((p) => p.amountMinor),
        column((p) => p.coverMinor),
        column((p) => p.currency),
        column((p) => p.description),
        column((p) => p.givenBy),
        tx.now,
      ],
    );
    return this.addAttempts(tx, intents);
  }

  /** A new try for each of these intents, numbered after the last one. Refused by the database while one is open (CHG-1). */
  async addAttempts(tx: Tx, intents: readonly string[]): Promise<string[]> {
    const ids = intents.map(() => newId());
    await tx.run(
      `insert into payments.payment_attempt (id, event_id, intent_id, source_kind, source_id, n, kind, state, stripe_payment_method, stripe_mandate, created_at)
       select t.id, i.event_id, i.id, i.source_kind, i.source_id, 1 + (select count(*) from payments.payment_attempt a where a.intent_id = i.id), 'off_session', 'created',
         m.stripe_payment_method, m.stripe_mandate, $3
       from unnest($1::uuid[], $2::uuid[]) as t (id, intent) join payments.payment_intent i on i.id = t.intent
       left join lateral (select stripe_payment_method, stripe_mandate from payments.saved_method s
         where s.source_kind = i.source_kind and s.source_id = i.source_id and s.detached_at is null order by s.id desc limit 1) m on true`,
      [ids, intents, tx.now],
    );
    return ids;
  }

  /** Notes Stripe's id before money can move. */
  async created(tx: Tx, id: string, stripeId: string, customer: string): Promise<number> {
    return tx.run(
      `update payments.payment_intent set state = 'open', stripe_id = $2, stripe_customer = $3 where id = $1 and state = 'planned'`,
      [id, stripeId, customer],
    );
  }

  /** An intent that Checkout made for us, known only now that it ended. */
  async fromCheckout(
    tx: Tx,
    plan: ChargePlan & { stripeId: string; customer: string | null; sessionId: string },
  ): Promise<string | undefined> {
    const row = await tx.maybe<{ id: string }>(
      `insert into payments.payment_intent (id, event_id, source_kind, source_id, person_id, amount_minor, fee_cover_minor, currency, description, given_by, state, stripe_id, stripe_customer, session_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'open', $11, $12, $13, $14) on conflict do nothing returning id`,
      [
        newId(),
        plan.eventId,
        plan.source.kind,
        plan.source.id,
        plan.personId,
        plan.amountMinor,
        plan.coverMinor,
        plan.currency,
        plan.description,
        plan.givenBy,
        plan.stripeId,
        plan.customer,
        plan.sessionId,
        tx.now,
      ],
    );
    return row?.id;
  }

  async move(tx: Tx, id: string, to: IntentRow['state'], charge: string | null): Promise<void> {
    await tx.run(
      `update payments.payment_intent set state = $2, stripe_charge = coalesce($3, stripe_charge), succeeded_at = case when $2 = 'succeeded' then $4 else succeeded_at end where id = $1`,
      [id, to, charge, tx.now],
    );
  }

  /** A dispute was lost: that much of the payment is gone. */
  async lose(tx: Tx, id: string, amountMinor: bigint): Promise<void> {
    await tx.run('update payments.payment_intent set lost_minor = lost_minor + $2 where id = $1', [id, amountMinor]);
  }

  attempt(db: Db, id: string): Promise<AttemptRow | undefined> {
    return db.maybe<AttemptRow>('select * from payments.payment_attempt where id = $1', [id]);
  }

  openAttempt(db: Db, intentId: string): Promise<AttemptRow | undefined> {
    return db.maybe<AttemptRow>(`select * from payments.payment_attempt where intent_id = $1 and state in ${OPEN}`, [intentId]);
  }

  /** Moves an attempt if it still stands where we think; zero rows means someone was faster. */
  async moveAttempt(
    tx: Tx,
    id: string,
    from: readonly AttemptState[],
    to: AttemptState,
    why?: { code: string; declineCode: string | null; adviceCode: string | null },
  ): Promise<number> {
    const ended = to === 'succeeded' || to === 'failed' || to === 'needs_action';
    return tx.run(
      `update payments.payment_attempt set state = $3, submitted_at = case when $3 = 'submitted' then $4 else submitted_at end, finished_at = case when $5 then $4 else finished_at end,
         code = $6, decline_code = $7, advice_code = $8 where id = $1 and state = any($2)`,
      [id, from, to, tx.now, ended, why?.code ?? null, why?.declineCode ?? null, why?.adviceCode ?? null],
    );
  }

  /** A success whose tries happened on the hosted page. */
  async addCheckoutSuccess(tx: Tx, intent: IntentRow): Promise<void> {
    await tx.run(
      `insert into payments.payment_attempt (id, event_id, intent_id, source_kind, source_id, n, kind, state, created_at, finished_at)
       select $1, $2, $3, $4, $5, 1 + (select count(*) from payments.payment_attempt where intent_id = $3), 'checkout', 'succeeded', $6, $6`,
      [newId(), intent.event_id, intent.id, intent.source_kind, intent.source_id, tx.now],
    );
  }

  /** Attempts nobody is working on: never sent, of unknown outcome, or sent so long ago that their sender must be gone. */
  leftAttempts(db: Db, sentBefore: Date, limit: number): Promise<{ id: string }[]> {
    return db.query(
      `select id from payments.payment_attempt where state in ('created', 'unknown') or (state = 'submitted' and submitted_at < $1) order by created_at limit $2`,
      [sentBefore, limit],
    );
  }

  /** Intents that Stripe may have finished without our hearing of it. */
  unsettled(db: Db, createdBefore: Date, limit: number): Promise<{ stripe_id: string }[]> {
    return db.query(
      `select stripe_id from payments.payment_intent where state in ('open', 'processing') and stripe_id is not null and created_at < $1 order by created_at limit $2`,
      [createdBefore, limit],
    );
  }
}
