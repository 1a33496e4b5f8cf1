import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '#kernel';
import { Database, UnitOfWork } from '#platform';
import { PaymentProvider, ProviderFailure } from '../domain/provider.js';
import { BalanceStore } from '../store/balance.store.js';
import { ReceiveStripeEvent } from './receive-stripe-event.js';

const LIST = 'events';
const OVERLAP_MS = 15 * 60_000;

/** Fetches the messages that Stripe could not deliver, into the same inbox as if they had come. */
@Injectable()
export class BackfillEvents {
  private readonly log = new Logger(BackfillEvents.name);

  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly provider: PaymentProvider,
    private readonly watermarks: BalanceStore,
    private readonly receive: ReceiveStripeEvent,
  ) {}

  /** `all`: not only the undelivered ones, for an installation whose endpoint was missing. Answers how many were new. */
  async execute({ all = false } = {}): Promise<number> {
    const now = this.clock.now();
    const since = (await this.watermarks.seenUntil(this.database, LIST)) ?? new Date(now.getTime() - 29 * 86_400_000);
    try {
      let added = 0;
      for (const event of await this.provider.eventsSince(new Date(since.getTime() - OVERLAP_MS), !all))
        if (await this.receive.store(event, 'backfill')) added += 1;
      await this.unitOfWork.run((tx) => this.watermarks.saw(tx, LIST, now));
      return added;
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
      this.log.warn(`messages not fetched: ${error.code} ${error.message}`);
      return 0;
    }
  }
}
