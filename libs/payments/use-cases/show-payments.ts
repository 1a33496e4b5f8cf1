import { Injectable } from '@nestjs/common';
import { type Page, fromCursor, pageOf } from '#kernel';
import { Database } from '#platform';
import { type ExceptionRow, ExceptionsStore } from '../store/exceptions.store.js';
import { type IntentRow, IntentsStore } from '../store/intents.store.js';
import { type PayoutOfEvent, PayoutsStore } from '../store/payouts.store.js';

interface List {
  limit: number;
  after?: string;
}

/** What has come and gone through Stripe for one event, newest first. */
@Injectable()
export class ShowPayments {
  constructor(
    private readonly database: Database,
    private readonly intents: IntentsStore,
    private readonly payouts: PayoutsStore,
    private readonly exceptions: ExceptionsStore,
  ) {}

  async payments(eventId: string, { limit, after }: List): Promise<Page<IntentRow>> {
    return pageOf(await this.intents.listOf(this.database, eventId, before(after), limit + 1), limit, (r) => [r.id]);
  }

  async payoutsOf(eventId: string, { limit, after }: List): Promise<Page<PayoutOfEvent>> {
    return pageOf(await this.payouts.listOf(this.database, eventId, before(after), limit + 1), limit, (r) => [r.share_id]);
  }

  exceptionsOf(eventId: string): Promise<ExceptionRow[]> {
    return this.exceptions.open(this.database, eventId);
  }
}

const before = (after: string | undefined): string | null => (after ? String(fromCursor(after, 1)[0]) : null);
