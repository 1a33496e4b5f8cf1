import { Injectable } from '@nestjs/common';
import { type Page, idAfter, pageOf } from '#kernel';
import { Database } from '#platform';
import type { SourceName } from '../domain/source.js';
import { PaymentListeners } from '../payment-listeners.js';
import { type ExceptionRow, ExceptionsStore } from '../store/exceptions.store.js';
import { type IntentRow, IntentsStore } from '../store/intents.store.js';
import { type PayoutOfEvent, PayoutsStore } from '../store/payouts.store.js';

interface List {
  limit: number;
  after?: string;
}

/** Who pays and what for, where that is known. */
type Named<T> = T & { named: SourceName | undefined };

/** What has come and gone through Stripe for one event, newest first. */
@Injectable()
export class ShowPayments {
  constructor(
    private readonly database: Database,
    private readonly intents: IntentsStore,
    private readonly payouts: PayoutsStore,
    private readonly exceptions: ExceptionsStore,
    private readonly listeners: PaymentListeners,
  ) {}

  async payments(eventId: string, { limit, after }: List): Promise<Page<Named<IntentRow>>> {
    const page = pageOf(await this.intents.listOf(this.database, eventId, idAfter(after), limit + 1), limit, (r) => [r.id]);
    return { items: await this.named(page.items, (r) => r.source_id), next: page.next };
  }

  async payoutsOf(eventId: string, { limit, after }: List): Promise<Page<PayoutOfEvent>> {
    return pageOf(await this.payouts.listOf(this.database, eventId, idAfter(after), limit + 1), limit, (r) => [r.share_id]);
  }

  async exceptionsOf(eventId: string): Promise<Named<ExceptionRow>[]> {
    return this.named(await this.exceptions.open(this.database, eventId), (r) => r.source_id);
  }

  private async named<T>(rows: readonly T[], sourceOf: (row: T) => string | null): Promise<Named<T>[]> {
    const names = await this.listeners.of('pledge').namesOf(
      this.database,
      rows.flatMap((row) => sourceOf(row) ?? []),
    );
    return rows.map((row) => ({ ...row, named: names.get(sourceOf(row) ?? '') }));
  }
}
