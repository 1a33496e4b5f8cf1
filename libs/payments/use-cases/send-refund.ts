import { Injectable, Logger } from '@nestjs/common';
import { Database, Job, type JobWorker, UnitOfWork } from '#platform';
import { PaymentProvider, ProviderFailure, type RefundSeen } from '../domain/provider.js';
import { IntentsStore } from '../store/intents.store.js';
import { type RefundRow, RefundsStore } from '../store/refunds.store.js';
import { ApplyRefund } from './apply-refund.js';

/** Sends an approved refund, once: its id is the key, and what became of an unanswered call is looked up first. */
@Injectable()
@Job('send-refund')
export class SendRefund implements JobWorker<{ refund: string }> {
  private readonly log = new Logger(SendRefund.name);

  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly provider: PaymentProvider,
    private readonly intents: IntentsStore,
    private readonly refunds: RefundsStore,
    private readonly applyRefund: ApplyRefund,
  ) {}

  async work({ refund }: { refund: string }): Promise<void> {
    const row = await this.refunds.get(this.database, refund);
    const intent = row && (await this.intents.byId(this.database, row.intent_id));
    if (!row || !intent?.stripe_id) return;
    try {
      await this.send(row, intent.stripe_id);
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
      if (error.kind === 'no') await this.applyRefund.apply(refusedAs(row, intent.stripe_id, error.code));
      else this.log.warn(`refund ${row.id} left for the sweep: ${error.code}`);
    }
  }

  private async send(row: RefundRow, intent: string): Promise<void> {
    if (row.state === 'pending' && row.stripe_id) return this.applyRefund.look(row.stripe_id);
    if (row.state !== 'approved' && row.state !== 'submitted') return;
    const sent =
      row.state === 'submitted' ? (await this.provider.refundsOf(intent)).find((seen) => seen.metadata.wgt_refund === row.id) : undefined;
    if (!sent) await this.unitOfWork.run((tx) => this.refunds.move(tx, row.id, ['approved', 'submitted'], 'submitted'));
    const metadata = { wgt_refund: row.id, wgt_event: row.event_id };
    await this.applyRefund.apply(sent ?? (await this.provider.refund({ key: row.id, intent, amount: row.amount_minor, metadata })));
  }
}

/** A refund that Stripe would not even begin: owed all the same. */
const refusedAs = (row: RefundRow, intent: string, failure: string): RefundSeen => ({
  id: `refused:${row.id}`,
  status: 'failed',
  amount: row.amount_minor,
  currency: row.currency,
  intent,
  failure,
  metadata: { wgt_refund: row.id },
});
