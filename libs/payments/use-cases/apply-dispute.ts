import { Injectable } from '@nestjs/common';
import { type Id, money } from '#kernel';
import { Ledger, disputeLost } from '#ledger';
import { Database, UnitOfWork } from '#platform';
import { type DisputeSeen, PaymentProvider } from '../domain/provider.js';
import { PaymentListeners } from '../payment-listeners.js';
import { DisputesStore } from '../store/disputes.store.js';
import { IntentsStore } from '../store/intents.store.js';

/** Of a chargeback the money has gone already; an inquiry has moved none (DIS-1). */
const familyOf = (status: string): 'inquiry' | 'chargeback' => (status.startsWith('warning_') ? 'inquiry' : 'chargeback');
const CLOSED = new Set(['won', 'lost', 'warning_closed', 'prevented']);

/** Brings what Stripe now says about a dispute into our books. Withdrawn and reinstated money comes with balance transactions. */
@Injectable()
export class ApplyDispute {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly provider: PaymentProvider,
    private readonly intents: IntentsStore,
    private readonly disputes: DisputesStore,
    private readonly listeners: PaymentListeners,
    private readonly ledger: Ledger,
  ) {}

  async look(stripeId: string): Promise<void> {
    await this.apply(await this.provider.dispute(stripeId));
  }

  async apply(seen: DisputeSeen): Promise<void> {
    const intent = seen.intent ? await this.intents.byStripeId(this.database, seen.intent) : undefined;
    if (!intent) return;
    await this.unitOfWork.run(async (tx) => {
      await this.intents.lock(tx, intent.id);
      const family = familyOf(seen.status);
      const before = await this.disputes.put(tx, {
        ...seen,
        family,
        eventId: intent.event_id,
        intentId: intent.id,
        closed: CLOSED.has(seen.status),
      });
      const listener = this.listeners.of(intent.source_kind);
      const opens = family === 'chargeback' && (before === undefined || before.family === 'inquiry');
      if (opens) await listener.disputed(tx, intent.source_id, { outcome: 'opened', reason: seen.reason, dueBy: seen.dueBy });
      if (before?.closed || !CLOSED.has(seen.status) || family === 'inquiry') return;
      await tx.audit({ action: 'dispute closed', eventId: intent.event_id, subjectKind: 'payment', subjectId: intent.id, to: seen.status });
      if (seen.status === 'lost') {
        await this.intents.lose(tx, intent.id, seen.amount);
        await this.ledger.post(
          tx,
          disputeLost({
            eventId: intent.event_id as Id<'event'>,
            on: tx.now.toISOString().slice(0, 10),
            id: seen.id,
            amount: money(seen.amount, seen.currency),
          }),
        );
      }
      await listener.disputed(tx, intent.source_id, { outcome: seen.status === 'lost' ? 'lost' : 'won', reason: seen.reason, dueBy: null });
    });
  }
}
