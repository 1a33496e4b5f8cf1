import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { Database, type Tx, UnitOfWork } from '#platform';
import { PaymentProvider, type SessionSeen } from '../domain/provider.js';
import { PaymentListeners } from '../payment-listeners.js';
import { IntentsStore } from '../store/intents.store.js';
import { type SessionRow, SessionsStore } from '../store/sessions.store.js';
import { EventsStore } from '../store/events.store.js';
import { ExceptionsStore } from '../store/exceptions.store.js';
import { SettleIntent } from './settle-intent.js';

const COMPLETED = 'checkout.session.completed';

/** Brings what Stripe now says about a visit to the hosted page into our books, once, whoever told us to look. */
@Injectable()
export class ApplySession {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly provider: PaymentProvider,
    private readonly sessions: SessionsStore,
    private readonly intents: IntentsStore,
    private readonly events: EventsStore,
    private readonly exceptions: ExceptionsStore,
    private readonly listeners: PaymentListeners,
    private readonly settle: SettleIntent,
  ) {}

  /** Looks the visit up by Stripe's id. Visits that are not ours are left alone. */
  async look(stripeId: string): Promise<void> {
    await this.apply(await this.provider.session(stripeId));
  }

  async apply(seen: SessionSeen): Promise<void> {
    const row = (await this.sessions.byStripeId(this.database, seen.id)) ?? (await this.byMetadata(seen));
    if (!row || seen.status === 'open' || row.state === 'complete' || row.state === 'expired') return;
    const at = seen.status === 'complete' ? await this.completedAt(seen.id, row) : this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const locked = await this.sessions.lock(tx, row.id);
      if (!locked || locked.state === 'complete' || locked.state === 'expired') return;
      if (seen.status === 'expired') return this.expired(tx, locked, at);
      if (locked.purpose === 'save_method') return this.saved(tx, locked, seen, at);
      return this.paid(tx, locked, seen);
    });
  }

  /** A visit that never reached Stripe ends by our own word: nobody can pay there. */
  async giveUp(sessionId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const row = await this.sessions.lock(tx, sessionId);
      if (row?.state === 'planned') await this.expired(tx, row, tx.now);
    });
  }

  /** The event of a visit may overtake our own writing of its id (F16): the metadata says which one it is. */
  private byMetadata(seen: SessionSeen): Promise<SessionRow | undefined> {
    const id = seen.metadata.wgt_session;
    return id ? this.sessions.byId(this.database, id) : Promise.resolve(undefined);
  }

  /** The instant Stripe itself dates the completion: a pledge counts by it, not by when we heard (CAM-2). */
  private async completedAt(stripeId: string, row: SessionRow): Promise<Date> {
    const told = await this.events.toldAt(this.database, stripeId, COMPLETED);
    if (told) return told;
    const [event] = await this.provider.eventsAbout(stripeId, COMPLETED, row.created_at);
    return event?.createdAt ?? this.clock.now();
  }

  private async expired(tx: Tx, row: SessionRow, at: Date): Promise<void> {
    await this.sessions.finish(tx, row.id, 'expired', null);
    await this.listeners.of(row.source_kind).sessionEnded(tx, row.source_id, { purpose: row.purpose, at });
  }

  private async saved(tx: Tx, row: SessionRow, seen: SessionSeen, at: Date): Promise<void> {
    if (!seen.method || !seen.customer) return;
    await this.sessions.finish(tx, row.id, 'complete', seen.id);
    await this.sessions.saveMethod(tx, row, seen.method, seen.customer, at);
    await this.listeners.of(row.source_kind).methodSaved(tx, row.source_id, { ceilingMinor: row.amount_minor, at });
  }

  /** Completed with money on the way: fulfilled on `paid`, never on `complete` alone. */
  private async paid(tx: Tx, row: SessionRow, seen: SessionSeen): Promise<void> {
    if (!seen.intent || seen.intent.status === 'open') return;
    await this.sessions.finish(tx, row.id, 'complete', seen.id);
    const made = await this.intents.fromCheckout(tx, {
      eventId: row.event_id,
      source: { kind: row.source_kind, id: row.source_id },
      personId: row.person_id,
      amountMinor: row.amount_minor,
      coverMinor: row.fee_cover_minor,
      currency: row.currency,
      description: row.description,
      givenBy: row.given_by,
      stripeId: seen.intent.id,
      customer: seen.customer,
      sessionId: row.id,
    });
    const intentId = made ?? (await this.intents.byStripeId(tx, seen.intent.id))?.id;
    // A second payment for the same thing: its money will turn up unexplained, so a person has to look (CHG-3).
    if (!intentId) {
      await this.exceptions.found(tx, {
        eventId: row.event_id,
        kind: 'second payment',
        subject: seen.intent.id,
        details: { source: row.source_id },
      });
      return;
    }
    await this.settle.within(tx, intentId, seen.intent);
  }
}
