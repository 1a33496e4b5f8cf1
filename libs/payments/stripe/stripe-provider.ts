import { Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import {
  type BalanceLineSeen,
  type DisputeSeen,
  type EventSeen,
  type IntentSeen,
  type IntentWanted,
  PaymentProvider,
  type PayoutSeen,
  ProviderFailure,
  type RefundSeen,
  type SessionSeen,
  type SessionWanted,
} from '../domain/provider.js';
import { refundRefusals } from '../domain/refund.js';
import { balanceLineSeen, disputeSeen, eventSeen, intentSeen, isEvent, payoutSeen, refundSeen, sessionSeen } from './seen.js';
import { sessionParams } from './session-params.js';
import { StripeClient } from './stripe-client.js';

/** How old a signed message may be, and how far ahead its clock. */
const TOLERANCE_SECONDS = 300;
const PAGE = 100;
const SESSION_PARTS = ['setup_intent.payment_method', 'setup_intent.mandate', 'payment_intent'];
const SOURCE = ['data.source'];

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);

/** Stripe behind our own port. This folder is the only place that knows the SDK. */
@Injectable()
export class StripeProvider extends PaymentProvider {
  constructor(private readonly stripe: StripeClient) {
    super();
  }

  async createCustomer(key: string, metadata: Record<string, string>): Promise<string> {
    return (await this.stripe.call((s) => s.customers.create({ metadata }, { idempotencyKey: key }))).id;
  }

  async openSession(wanted: SessionWanted): Promise<SessionSeen> {
    return sessionSeen(await this.stripe.call((s) => s.checkout.sessions.create(sessionParams(wanted), { idempotencyKey: wanted.key })));
  }

  async session(id: string): Promise<SessionSeen> {
    return sessionSeen(await this.stripe.call((s) => s.checkout.sessions.retrieve(id, { expand: SESSION_PARTS })));
  }

  async expireSession(id: string, key: string): Promise<SessionSeen> {
    return sessionSeen(await this.stripe.call((s) => s.checkout.sessions.expire(id, {}, { idempotencyKey: key })));
  }

  async createIntent(w: IntentWanted): Promise<IntentSeen> {
    const params: Stripe.PaymentIntentCreateParams = {
      amount: Number(w.amount),
      currency: w.currency.toLowerCase(),
      customer: w.customer,
      payment_method: w.paymentMethod,
      allowed_payment_method_types: ['card'],
      description: w.description,
      transfer_group: `event_${w.eventId}`,
      metadata: w.metadata,
    };
    return intentSeen(await this.stripe.call((s) => s.paymentIntents.create(params, { idempotencyKey: w.key })));
  }

  async confirmIntent(call: { key: string; id: string; paymentMethod: string; mandate: string | null }): Promise<IntentSeen> {
    const params: Stripe.PaymentIntentConfirmParams = {
      off_session: true,
      payment_method: call.paymentMethod,
      ...(call.mandate ? { mandate: call.mandate } : {}),
    };
    return intentSeen(await this.stripe.call((s) => s.paymentIntents.confirm(call.id, params, { idempotencyKey: call.key })));
  }

  async cancelIntent(id: string, key: string): Promise<IntentSeen> {
    return intentSeen(
      await this.stripe.call((s) => s.paymentIntents.cancel(id, { cancellation_reason: 'abandoned' }, { idempotencyKey: key })),
    );
  }

  async intent(id: string): Promise<IntentSeen> {
    return intentSeen(await this.stripe.call((s) => s.paymentIntents.retrieve(id)));
  }

  async intentsOf(customer: string, since: Date): Promise<IntentSeen[]> {
    return (await this.all((s, page) => s.paymentIntents.list({ customer, created: { gte: seconds(since) }, ...page }))).map(intentSeen);
  }

  async deleteCustomer(customer: string): Promise<void> {
    await this.stripe.call((s) => s.customers.del(customer));
  }

  async detach(paymentMethod: string): Promise<void> {
    await this.stripe.call((s) => s.paymentMethods.detach(paymentMethod));
  }

  async refund(call: { key: string; intent: string; amount: bigint; metadata: Record<string, string> }): Promise<RefundSeen> {
    const params: Stripe.RefundCreateParams = {
      payment_intent: call.intent,
      amount: Number(call.amount),
      reason: 'requested_by_customer',
      metadata: call.metadata,
    };
    return refundSeen(await this.stripe.call((s) => s.refunds.create(params, { idempotencyKey: call.key })));
  }

  async refundById(id: string): Promise<RefundSeen> {
    return refundSeen(await this.stripe.call((s) => s.refunds.retrieve(id)));
  }

  async refundsOf(intent: string): Promise<RefundSeen[]> {
    return (await this.all((s, page) => s.refunds.list({ payment_intent: intent, ...page }))).map(refundSeen);
  }

  async dispute(id: string): Promise<DisputeSeen> {
    return disputeSeen(await this.stripe.call((s) => s.disputes.retrieve(id)));
  }

  async payout(id: string): Promise<PayoutSeen> {
    return payoutSeen(await this.stripe.call((s) => s.payouts.retrieve(id)));
  }

  async payoutsSince(since: Date): Promise<PayoutSeen[]> {
    return (await this.all((s, page) => s.payouts.list({ created: { gte: seconds(since) }, ...page }))).map(payoutSeen);
  }

  async balance(): Promise<Map<string, bigint>> {
    const { available, pending } = await this.stripe.call((s) => s.balance.retrieve());
    const sums = new Map<string, bigint>();
    for (const { currency, amount } of [...available, ...pending])
      sums.set(currency.toUpperCase(), (sums.get(currency.toUpperCase()) ?? 0n) + BigInt(amount));
    return sums;
  }

  async balanceLinesSince(since: Date): Promise<BalanceLineSeen[]> {
    const lines = await this.all((s, page) => s.balanceTransactions.list({ created: { gte: seconds(since) }, expand: SOURCE, ...page }));
    return lines.map(balanceLineSeen).reverse();
  }

  async balanceLinesOf(payout: string): Promise<BalanceLineSeen[] | undefined> {
    try {
      return (await this.all((s, page) => s.balanceTransactions.list({ payout, expand: SOURCE, ...page }))).map(balanceLineSeen).reverse();
    } catch (error) {
      if (error instanceof ProviderFailure && error.kind === 'no') return undefined;
      throw error;
    }
  }

  async eventsSince(since: Date, onlyUndelivered: boolean): Promise<EventSeen[]> {
    const params = { created: { gte: seconds(since) }, ...(onlyUndelivered ? { delivery_success: false } : {}) };
    return (await this.all((s, page) => s.events.list({ ...params, ...page }))).map(eventSeen).reverse();
  }

  async eventsAbout(objectId: string, type: string, since: Date): Promise<EventSeen[]> {
    const events = await this.all((s, page) => s.events.list({ type, created: { gte: seconds(since) }, ...page }));
    return events.map(eventSeen).filter((e) => e.objectId === objectId);
  }

  async enabledEvents(url: string): Promise<string[] | undefined> {
    const endpoints = await this.all((s, page) => s.webhookEndpoints.list(page));
    return endpoints.find((e) => e.url === url && e.status === 'enabled')?.enabled_events;
  }

  async readWebhook(raw: Buffer, signature: string, now: Date): Promise<EventSeen> {
    const signedAt = Number(/(?:^|,)t=(\d+)/.exec(signature)?.[1]);
    // The library forgives any timestamp in the future; a message from there was not signed by Stripe just now.
    if (!(signedAt - seconds(now) <= TOLERANCE_SECONDS)) throw refundRefusals.NOT_FROM_STRIPE();
    const { webhooks } = await this.stripe.sdk();
    const event = this.stripe.config.webhookSecrets
      .map((secret) => verified(webhooks, { raw, signature, secret, now }))
      .find((e) => e !== undefined);
    if (!event || !isEvent(event)) throw refundRefusals.NOT_FROM_STRIPE();
    if (event.livemode !== this.stripe.live || event.account) throw refundRefusals.OTHER_ACCOUNT();
    return eventSeen(event);
  }

  /** Every page of a list, newest first as Stripe gives it; each page is a call of its own to the throttle. */
  private async all<T extends { id: string }>(
    list: (sdk: Stripe, page: { limit: number; starting_after?: string }) => Promise<{ data: T[]; has_more: boolean }>,
  ): Promise<T[]> {
    const found: T[] = [];
    for (;;) {
      const last = found.at(-1);
      const { data, has_more } = await this.stripe.call((s) => list(s, { limit: PAGE, ...(last ? { starting_after: last.id } : {}) }));
      found.push(...data);
      if (!has_more || data.length === 0) return found;
    }
  }
}

/** The library also throws plain errors, at a header it cannot read: whatever it throws, the message is not proven. */
function verified(
  webhooks: Stripe['webhooks'],
  { raw, signature, secret, now }: { raw: Buffer; signature: string; secret: string; now: Date },
): Stripe.Event | undefined {
  try {
    return webhooks.constructEvent(raw, signature, secret, TOLERANCE_SECONDS, undefined, now.getTime());
  } catch {
    return undefined;
  }
}
