import { Injectable } from '@nestjs/common';
import { type Id, money, subtract, zero } from '#kernel';
import { Ledger, cardPaymentReceived } from '#ledger';
import { Database, type Tx, UnitOfWork } from '#platform';
import { type IntentSeen, PaymentProvider } from '../domain/provider.js';
import { PaymentListeners } from '../payment-listeners.js';
import { ExceptionsStore } from '../store/exceptions.store.js';
import { type IntentRow, IntentsStore } from '../store/intents.store.js';
import { AcceptRefund } from './accept-refund.js';

/**
 * Brings what Stripe now says about an intent into our books: the money is journaled by the transaction that records it,
 * gross; the fee follows with the balance transaction.
 */
@Injectable()
export class SettleIntent {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly provider: PaymentProvider,
    private readonly intents: IntentsStore,
    private readonly refunds: AcceptRefund,
    private readonly exceptions: ExceptionsStore,
    private readonly listeners: PaymentListeners,
    private readonly ledger: Ledger,
  ) {}

  /** Looks an intent up by Stripe's id, unless we know its end already. Answers whether it is one of ours. */
  async look(stripeId: string): Promise<boolean> {
    const row = await this.intents.byStripeId(this.database, stripeId);
    if (!row) return false;
    if (row.state !== 'open' && row.state !== 'processing') return true;
    const seen = await this.provider.intent(stripeId);
    await this.unitOfWork.run((tx) => this.within(tx, row.id, seen));
    return true;
  }

  /** In the caller's transaction. Answers the state it ended in; anything that is already final stays as it is. */
  async within(tx: Tx, intentId: string, seen: IntentSeen): Promise<IntentRow['state']> {
    const row = await this.intents.lock(tx, intentId);
    if (!row) throw new Error(`no intent ${intentId}`);
    if (row.state === 'succeeded' || row.state === 'canceled' || row.state === 'parked') return row.state;
    const attempt = await this.intents.openAttempt(tx, row.id);
    const listener = this.listeners.of(row.source_kind);
    if (seen.status === 'processing') {
      if (row.state !== 'processing') await listener.processing(tx, row.source_id);
      if (attempt) await this.intents.moveAttempt(tx, attempt.id, ['submitted', 'unknown'], 'processing');
      await this.intents.move(tx, row.id, 'processing', seen.charge);
      return 'processing';
    }
    if (seen.status === 'canceled') {
      if (attempt)
        await this.intents.moveAttempt(tx, attempt.id, [attempt.state], 'failed', {
          code: 'canceled',
          declineCode: null,
          adviceCode: null,
        });
      await this.intents.move(tx, row.id, 'canceled', seen.charge);
      return 'canceled';
    }
    if (seen.status === 'succeeded') return this.succeeded(tx, row, seen, attempt?.id);
    return row.state;
  }

  private async succeeded(tx: Tx, row: IntentRow, seen: IntentSeen, attemptId: string | undefined): Promise<IntentRow['state']> {
    if (
      seen.amount !== row.amount_minor ||
      seen.received !== row.amount_minor ||
      seen.currency !== row.currency ||
      seen.metadata.wgt_source !== row.source_id
    ) {
      await this.intents.move(tx, row.id, 'parked', seen.charge);
      if (attemptId)
        await this.intents.moveAttempt(tx, attemptId, ['submitted', 'unknown', 'processing', 'created'], 'failed', {
          code: 'mismatch',
          declineCode: null,
          adviceCode: null,
        });
      const details = {
        expected: `${row.amount_minor} ${row.currency}`,
        charged: `${seen.received} ${seen.currency}`,
        source: row.source_id,
      };
      await this.exceptions.found(tx, { eventId: row.event_id, kind: 'charge differs', subject: seen.id, details });
      return 'parked';
    }
    if (attemptId) await this.intents.moveAttempt(tx, attemptId, ['created', 'submitted', 'unknown', 'processing'], 'succeeded');
    else await this.intents.addCheckoutSuccess(tx, row);
    await this.intents.move(tx, row.id, 'succeeded', seen.charge);
    const whole = money(row.amount_minor, row.currency);
    const feeCovered = row.fee_cover_minor > 0n ? money(row.fee_cover_minor, row.currency) : undefined;
    await this.ledger.post(
      tx,
      cardPaymentReceived({
        eventId: row.event_id as Id<'event'>,
        on: tx.now.toISOString().slice(0, 10),
        id: row.id,
        amount: subtract(whole, feeCovered ?? zero(row.currency)),
        ...(feeCovered ? { feeCovered } : {}),
        from: row.given_by,
        meta: { payment_intent: seen.id, charge: seen.charge, [row.source_kind]: row.source_id },
      }),
    );
    await tx.audit({
      action: 'payment succeeded',
      eventId: row.event_id,
      subjectKind: 'payment',
      subjectId: row.id,
      from: row.state,
      to: 'succeeded',
    });
    const verdict = await this.listeners
      .of(row.source_kind)
      .paid(tx, row.source_id, { intentId: row.id, amountMinor: row.amount_minor, at: tx.now });
    if (verdict === 'unwanted')
      await this.refunds.giveBack(tx, row, { amountMinor: row.amount_minor, origin: 'race', reason: 'Paid after it had been withdrawn' });
    return 'succeeded';
  }
}
