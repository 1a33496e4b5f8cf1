import { Injectable } from '@nestjs/common';
import type { Db, Tx } from '#platform';
import type { MethodSeen } from '../domain/provider.js';
import type { SessionWords, Source } from '../domain/source.js';

export type SessionPurpose = 'save_method' | 'pay' | 'recover';

export interface SessionRow {
  id: string;
  event_id: string;
  source_kind: 'pledge';
  source_id: string;
  person_id: string;
  purpose: SessionPurpose;
  amount_minor: bigint;
  fee_cover_minor: bigint;
  currency: string;
  agreement: string;
  description: string;
  given_by: 'individual' | 'organisation';
  return_url: string;
  state: 'planned' | 'open' | 'complete' | 'expired' | 'refused';
  stripe_id: string | null;
  url: string | null;
  created_at: Date;
  expires_at: Date;
}

export type SessionPlan = Omit<SessionRow, 'state' | 'stripe_id' | 'url' | 'created_at' | 'agreement' | 'description' | 'return_url'>;

export interface SavedMethodRow {
  id: string;
  stripe_customer: string;
  stripe_payment_method: string;
  stripe_mandate: string | null;
  brand: string;
  last4: string;
  ceiling_minor: bigint;
}

@Injectable()
export class SessionsStore {
  /** Plans a visit. */
  async plan(tx: Tx, p: SessionPlan): Promise<void> {
    await tx.query('select payments.plan_session($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)', [
      p.id,
      p.event_id,
      p.source_kind,
      p.source_id,
      p.person_id,
      p.purpose,
      p.amount_minor,
      p.fee_cover_minor,
      p.currency,
      p.given_by,
      tx.now,
      p.expires_at,
    ]);
  }

  /** What the payer will read, said once: the same visit is never opened with other words. */
  async word(tx: Tx, id: string, words: SessionWords): Promise<SessionRow> {
    await tx.run(
      `update payments.checkout_session set agreement = $2, description = $3, return_url = $4 where id = $1 and state = 'planned' and return_url = ''`,
      [id, words.agreement, words.description, words.returnUrl],
    );
    return tx.one<SessionRow>('select * from payments.checkout_session where id = $1', [id]);
  }

  byId(db: Db, id: string): Promise<SessionRow | undefined> {
    return db.maybe<SessionRow>('select * from payments.checkout_session where id = $1', [id]);
  }

  byStripeId(db: Db, stripeId: string): Promise<SessionRow | undefined> {
    return db.maybe<SessionRow>('select * from payments.checkout_session where stripe_id = $1', [stripeId]);
  }

  lock(tx: Tx, id: string): Promise<SessionRow | undefined> {
    return tx.maybe<SessionRow>('select * from payments.checkout_session where id = $1 for update', [id]);
  }

  /** The visit that is planned or under way, or else the newest one. */
  latestOf(db: Db, source: Source): Promise<SessionRow | undefined> {
    return db.maybe<SessionRow>(
      `(select * from payments.checkout_session where source_kind = $1 and source_id = $2 and state in ('planned', 'open'))
       union all
       (select * from payments.checkout_session where source_kind = $1 and source_id = $2 and state not in ('planned', 'open') order by id desc limit 1) limit 1`,
      [source.kind, source.id],
    );
  }

  openOf(db: Db, kind: string, sourceIds: readonly string[]): Promise<{ id: string }[]> {
    return db.query(
      `select id from payments.checkout_session where source_kind = $1 and source_id = any($2) and state in ('planned', 'open')`,
      [kind, sourceIds],
    );
  }

  /** What Stripe answered to the opening; zero when its event was faster. */
  async opened(tx: Tx, id: string, stripeId: string, url: string | null): Promise<number> {
    return tx.run(`update payments.checkout_session set state = 'open', stripe_id = $2, url = $3 where id = $1 and state = 'planned'`, [
      id,
      stripeId,
      url,
    ]);
  }

  async finish(tx: Tx, id: string, state: 'complete' | 'expired' | 'refused', stripeId: string | null): Promise<number> {
    return tx.run(
      `update payments.checkout_session set state = $2, stripe_id = coalesce(stripe_id, $3), finished_at = $4 where id = $1 and state in ('planned', 'open')`,
      [id, state, stripeId, tx.now],
    );
  }

  /** Visits whose time is over, and plans that nobody carried out. */
  due(db: Db, now: Date, limit: number): Promise<{ id: string }[]> {
    return db.query(
      `select id from payments.checkout_session where state in ('planned', 'open') and expires_at <= $1 order by expires_at limit $2`,
      [now, limit],
    );
  }

  async saveMethod(tx: Tx, s: SessionRow, method: MethodSeen, customer: string, at: Date): Promise<number> {
    return tx.run(
      `insert into payments.saved_method (id, event_id, session_id, source_kind, source_id, stripe_customer, stripe_payment_method, stripe_mandate, brand, last4, expires, country,
         fingerprint, ceiling_minor, currency, agreement, agreement_hash, agreed_at)
       values ($1, $2, $1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, sha256(convert_to($15, 'UTF8')), $16)
       on conflict on constraint saved_method_once do nothing`,
      [
        s.id,
        s.event_id,
        s.source_kind,
        s.source_id,
        customer,
        method.paymentMethod,
        method.mandate,
        method.brand,
        method.last4,
        method.expires,
        method.country,
        method.fingerprint,
        s.amount_minor,
        s.currency,
        s.agreement,
        at,
      ],
    );
  }

  /** The newest card saved for a source that has not been given up. */
  methodOf(db: Db, source: Source): Promise<SavedMethodRow | undefined> {
    return db.maybe<SavedMethodRow>(
      'select id, stripe_customer, stripe_payment_method, stripe_mandate, brand, last4, ceiling_minor from payments.saved_method where source_kind = $1 and source_id = $2 and detached_at is null order by id desc limit 1',
      [source.kind, source.id],
    );
  }

  /** Gives up the cards of sources; answers those that nothing else uses any more. */
  async giveUpMethods(tx: Tx, kind: string, sourceIds: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ stripe_payment_method: string }>(
      `update payments.saved_method set detached_at = $3 where source_kind = $1 and source_id = any($2) and detached_at is null returning stripe_payment_method`,
      [kind, sourceIds, tx.now],
    );
    const methods = [...new Set(rows.map((r) => r.stripe_payment_method))];
    const used = await tx.query<{ stripe_payment_method: string }>(
      'select stripe_payment_method from payments.saved_method where stripe_payment_method = any($1) and detached_at is null',
      [methods],
    );
    return methods.filter((m) => !used.some((u) => u.stripe_payment_method === m));
  }
}
