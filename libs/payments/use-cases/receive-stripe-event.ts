import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { UnitOfWork } from '#platform';
import { isHandled } from '../domain/handled-events.js';
import { type EventSeen, PaymentProvider } from '../domain/provider.js';
import { EventsStore } from '../store/events.store.js';

/** Takes a message in: verified, stored, to be worked on. Nothing else, because Stripe waits for the answer. */
@Injectable()
export class ReceiveStripeEvent {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly provider: PaymentProvider,
    private readonly events: EventsStore,
  ) {}

  /** Refuses NOT_FROM_STRIPE and OTHER_ACCOUNT. A message we have already is fine and changes nothing. */
  async execute(raw: Buffer, signature: string): Promise<void> {
    await this.store(await this.provider.readWebhook(raw, signature, this.clock.now()), 'webhook');
  }

  async store(event: EventSeen, via: 'webhook' | 'backfill'): Promise<boolean> {
    const handled = isHandled(event.type);
    return this.unitOfWork.run(async (tx) => {
      const id = await this.events.add(tx, event, via, handled ? 'new' : 'ignored');
      if (id && handled) await tx.enqueue('apply-stripe-event', { event: id });
      return id !== undefined;
    });
  }
}
