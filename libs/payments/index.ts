import type { Fact } from '#kernel';

export { classOf, type DeclineClass } from './domain/decline.js';
export { HANDLED_EVENTS } from './domain/handled-events.js';
export type { PaymentListener, SessionWords, Source, SourceName } from './domain/source.js';
export { Payments } from './payments.js';
export { PaymentsModule } from './payments.module.js';
export type { ChargePlan } from './store/intents.store.js';
export { RefundPayment, type WaitingRefund } from './use-cases/refund-payment.js';

/** A payout is on its way to the bank: this event's share of it. Amounts are minor units, as on the wire. */
export type PayoutAnnounced = Fact<
  'PayoutAnnounced',
  { payoutId: string; shareId: string; amount: number; currency: string; arrivesOn: string }
>;
