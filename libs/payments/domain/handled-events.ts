/** What a message is about, and so what we look at when it comes. Anything else is stored and left alone. */
export type About = 'session' | 'intent' | 'refund' | 'dispute' | 'payout' | 'balance';

/** Every event type we ask Stripe for, with what it makes us look at (spec/stripe.md §3h). The start-up check compares. */
export const HANDLED_EVENTS: Readonly<Record<string, About>> = {
  'checkout.session.completed': 'session',
  'checkout.session.expired': 'session',
  'checkout.session.async_payment_succeeded': 'session',
  'checkout.session.async_payment_failed': 'session',
  'payment_intent.succeeded': 'intent',
  'payment_intent.payment_failed': 'intent',
  'payment_intent.processing': 'intent',
  'payment_intent.canceled': 'intent',
  'charge.updated': 'balance',
  'charge.refunded': 'balance',
  'refund.created': 'refund',
  'refund.updated': 'refund',
  'refund.failed': 'refund',
  'charge.dispute.created': 'dispute',
  'charge.dispute.updated': 'dispute',
  'charge.dispute.closed': 'dispute',
  'charge.dispute.funds_withdrawn': 'dispute',
  'charge.dispute.funds_reinstated': 'dispute',
  'payout.created': 'payout',
  'payout.updated': 'payout',
  'payout.paid': 'payout',
  'payout.failed': 'payout',
  'payout.canceled': 'payout',
  'payout.reconciliation_completed': 'payout',
  'balance.available': 'balance',
};

/** Whether a message of this type makes us look at anything. */
export const isHandled = (type: string): boolean => Object.hasOwn(HANDLED_EVENTS, type);

/** Handled types that an endpoint is not sent; `*` stands for all of them (CHG-7). */
export const missingFrom = (enabled: readonly string[]): string[] =>
  enabled.includes('*') ? [] : Object.keys(HANDLED_EVENTS).filter((type) => !enabled.includes(type));
