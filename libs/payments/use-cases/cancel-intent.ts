import { Injectable, Logger } from '@nestjs/common';
import { Database, Job, type JobWorker, UnitOfWork } from '#platform';
import { PaymentProvider, ProviderFailure } from '../domain/provider.js';
import { IntentsStore } from '../store/intents.store.js';
import { SettleIntent } from './settle-intent.js';

/** Cancels an intent that nobody wants any more. If Stripe refuses because it was paid, that is what is applied. */
@Injectable()
@Job('cancel-intent')
export class CancelIntent implements JobWorker<{ intent: string }> {
  private readonly log = new Logger(CancelIntent.name);

  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly provider: PaymentProvider,
    private readonly intents: IntentsStore,
    private readonly settle: SettleIntent,
  ) {}

  async work({ intent }: { intent: string }): Promise<void> {
    const row = await this.intents.byId(this.database, intent);
    if (!row || row.state === 'succeeded' || row.state === 'canceled' || !row.stripe_id) return;
    try {
      const seen = await this.provider.cancelIntent(row.stripe_id, `${row.id}:cancel`);
      await this.unitOfWork.run((tx) => this.settle.within(tx, row.id, seen));
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
      if (error.kind === 'no') await this.settle.look(row.stripe_id);
      else this.log.warn(`intent ${row.id} not canceled: ${error.code}`);
    }
  }
}
