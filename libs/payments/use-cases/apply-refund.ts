import { Injectable } from '@nestjs/common';
import { type Id, money } from '#kernel';
import { Ledger } from '#ledger';
import { Database, type Tx, UnitOfWork } from '#platform';
import { PaymentProvider, type RefundSeen } from '../domain/provider.js';
import { PaymentListeners } from '../payment-listeners.js';
import { IntentsStore } from '../store/intents.store.js';
import { type RefundRow, RefundsStore } from '../store/refunds.store.js';
import { AcceptRefund } from './accept-refund.js';

/** Brings what Stripe now says about a refund into our books; money itself is booked from balance transactions. */
@Injectable()
export class ApplyRefund {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly provider: PaymentProvider,
    private readonly intents: IntentsStore,
    private readonly refunds: RefundsStore,
    private readonly acceptRefund: AcceptRefund,
    private readonly listeners: PaymentListeners,
    private readonly ledger: Ledger,
  ) {}

  async look(stripeId: string): Promise<void> {
    await this.apply(await this.provider.refundById(stripeId));
  }

  async apply(seen: RefundSeen): Promise<void> {
    const intent = seen.intent ? await this.intents.byStripeId(this.database, seen.intent) : undefined;
    if (!intent) return;
    await this.unitOfWork.run(async (tx) => {
      // The intent's lock orders everything about one payment, so that a refund of the dashboard is recorded once.
      await this.intents.lock(tx, intent.id);
      const row = await this.rowFor(tx, seen, intent.id);
      if (!row) return;
      const moved = await this.refunds.move(tx, row.id, fromFor(seen.status), seen.status, { stripeId: seen.id, failure: seen.failure });
      if (moved === 0) return;
      await tx.audit({
        action: 'refund moved',
        eventId: row.event_id,
        subjectKind: 'refund',
        subjectId: row.id,
        from: row.state,
        to: seen.status,
      });
      if (seen.status === 'failed') return this.failed(tx, row, intent.source_kind, intent.source_id);
      const totalMinor = await this.refunds.totalOf(tx, intent.id);
      await this.listeners.of(intent.source_kind).refunded(tx, intent.source_id, { totalMinor, collectedMinor: intent.amount_minor });
    });
  }

  /** Our own row, or a new one for a refund that somebody gave at Stripe directly (REF-3). */
  private async rowFor(tx: Tx, seen: RefundSeen, intentId: string): Promise<RefundRow | undefined> {
    const known =
      (await this.refunds.byStripeId(tx, seen.id)) ??
      (seen.metadata.wgt_refund ? await this.refunds.get(tx, seen.metadata.wgt_refund) : undefined);
    if (known) return known;
    const intent = await this.intents.byId(tx, intentId);
    if (!intent) return undefined;
    const plan = {
      amountMinor: seen.amount,
      origin: 'dashboard' as const,
      reason: 'Refunded at the payment processor',
      by: null,
      stripeId: seen.id,
    };
    const id = await this.refunds.request(tx, intent, plan);
    await this.acceptRefund.accept(tx, id, null);
    return this.refunds.lock(tx, id);
  }

  /** The debt stays with us and is paid through the bank (REF-5). */
  private async failed(tx: Tx, row: RefundRow, kind: string, sourceId: string): Promise<void> {
    await this.ledger.expect(tx, {
      eventId: row.event_id as Id<'event'>,
      kind: 'refund',
      sourceId: row.id,
      direction: 'out',
      amount: money(row.amount_minor, row.currency),
      counterAccount: 'Liabilities:RefundsPending',
      text: 'Refund that the card did not take, owed by bank transfer',
    });
    await this.listeners.of(kind).refundFailed(tx, sourceId, { refundId: row.id });
  }
}

const fromFor = (to: RefundSeen['status']): ('approved' | 'submitted' | 'pending' | 'succeeded')[] =>
  to === 'pending'
    ? ['approved', 'submitted']
    : to === 'succeeded'
      ? ['approved', 'submitted', 'pending']
      : ['approved', 'submitted', 'pending', 'succeeded'];
