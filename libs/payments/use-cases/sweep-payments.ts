import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '#kernel';
import { Database } from '#platform';
import { ProviderFailure } from '../domain/provider.js';
import { CustomersStore } from '../store/customers.store.js';
import { EventsStore } from '../store/events.store.js';
import { IntentsStore } from '../store/intents.store.js';
import { RefundsStore } from '../store/refunds.store.js';
import { SessionsStore } from '../store/sessions.store.js';
import { ApplyStripeEvent } from './apply-stripe-event.js';
import { ChargeAttempt } from './charge-attempt.js';
import { EndSession } from './end-session.js';
import { ForgetCustomer } from './forget-customer.js';
import { SendRefund } from './send-refund.js';
import { SettleIntent } from './settle-intent.js';

/** The SDK gives up after three tries of 20 s: whoever sent an attempt longer ago than this is gone. */
const SENDER_GONE_MS = 90_000;
const INTENT_SETTLED_WITHIN_MS = 10 * 60_000;
const AT_ONCE = 200;

/**
 * Takes up whatever was left lying: by a process that died, by a message that never came, by a processor that was away.
 * Everything it does is safe to do twice.
 */
@Injectable()
export class SweepPayments {
  private readonly log = new Logger(SweepPayments.name);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessions: SessionsStore,
    private readonly intents: IntentsStore,
    private readonly refunds: RefundsStore,
    private readonly events: EventsStore,
    private readonly customers: CustomersStore,
    private readonly endSession: EndSession,
    private readonly chargeAttempt: ChargeAttempt,
    private readonly settle: SettleIntent,
    private readonly sendRefund: SendRefund,
    private readonly applyEvent: ApplyStripeEvent,
    private readonly forgetCustomer: ForgetCustomer,
  ) {}

  async execute(): Promise<void> {
    const now = this.clock.now();
    const ago = (ms: number): Date => new Date(now.getTime() - ms);
    for (const { id } of await this.sessions.due(this.database, now, AT_ONCE)) await this.endSession.execute(id);
    const attempts = await this.intents.leftAttempts(this.database, ago(SENDER_GONE_MS), AT_ONCE);
    await Promise.all(attempts.map(({ id }) => this.chargeAttempt.work({ attempt: id })));
    for (const { stripe_id } of await this.intents.unsettled(this.database, ago(INTENT_SETTLED_WITHIN_MS), AT_ONCE))
      await this.lookAt(stripe_id);
    for (const { id } of await this.refunds.left(this.database, ago(SENDER_GONE_MS), AT_ONCE)) await this.sendRefund.work({ refund: id });
    for (const { id } of await this.events.left(this.database, ago(SENDER_GONE_MS), AT_ONCE)) await this.applyEvent.work({ event: id });
    for (const { id } of await this.customers.leftToForget(this.database, ago(SENDER_GONE_MS), AT_ONCE))
      await this.forgetCustomer.work({ customer: id });
  }

  private async lookAt(stripeId: string): Promise<void> {
    await this.settle.look(stripeId).catch((error: unknown) => {
      if (!(error instanceof ProviderFailure)) throw error;
      this.log.warn(`intent ${stripeId} not seen: ${error.code}`);
    });
  }
}
