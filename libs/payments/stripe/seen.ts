import type Stripe from 'stripe';
import type {
  BalanceLineSeen,
  DeclineSeen,
  DisputeSeen,
  EventSeen,
  IntentSeen,
  MethodSeen,
  PayoutSeen,
  RefundSeen,
  SessionSeen,
} from '../domain/provider.js';

/** Stripe's objects in our words: pure translations, one per kind. */

const idOf = (ref: string | { id: string } | null | undefined): string | null => (typeof ref === 'string' ? ref : (ref?.id ?? null));
const instant = (seconds: number): Date => new Date(seconds * 1000);

export const declineOf = (error: { code?: string | null; decline_code?: string | null; advice_code?: string | null }): DeclineSeen => ({
  code: error.code ?? 'card_declined',
  declineCode: error.decline_code ?? null,
  adviceCode: error.advice_code ?? null,
});

const INTENT_STATUS: Readonly<Record<string, IntentSeen['status']>> = {
  processing: 'processing',
  succeeded: 'succeeded',
  canceled: 'canceled',
};

export const intentSeen = (pi: Stripe.PaymentIntent): IntentSeen => ({
  id: pi.id,
  status: INTENT_STATUS[pi.status] ?? 'open',
  amount: BigInt(pi.amount),
  received: BigInt(pi.amount_received ?? 0),
  currency: pi.currency.toUpperCase(),
  live: pi.livemode,
  customer: idOf(pi.customer),
  charge: idOf(pi.latest_charge),
  decline: pi.last_payment_error ? declineOf(pi.last_payment_error) : null,
  metadata: pi.metadata,
});

export function methodSeen(method: Stripe.PaymentMethod, mandate: string | null): MethodSeen {
  const { card } = method;
  return {
    paymentMethod: method.id,
    mandate,
    brand: card?.brand ?? method.type,
    last4: card?.last4 ?? method.bacs_debit?.last4 ?? '',
    expires: card ? `${String(card.exp_month).padStart(2, '0')}/${card.exp_year}` : null,
    country: card?.country ?? null,
    fingerprint: card?.fingerprint ?? null,
  };
}

const SESSION_STATUS: Readonly<Record<string, SessionSeen['status']>> = { complete: 'complete', expired: 'expired' };

export function sessionSeen(cs: Stripe.Checkout.Session): SessionSeen {
  const setup = typeof cs.setup_intent === 'object' ? cs.setup_intent : null;
  const method = typeof setup?.payment_method === 'object' ? setup.payment_method : null;
  return {
    id: cs.id,
    status: SESSION_STATUS[cs.status ?? 'open'] ?? 'open',
    url: cs.url,
    customer: idOf(cs.customer),
    method: setup?.status === 'succeeded' && method ? methodSeen(method, idOf(setup.mandate)) : null,
    intent: cs.payment_intent && typeof cs.payment_intent === 'object' ? intentSeen(cs.payment_intent) : null,
    metadata: cs.metadata ?? {},
  };
}

export const refundSeen = (re: Stripe.Refund): RefundSeen => ({
  id: re.id,
  status: re.status === 'succeeded' ? 'succeeded' : re.status === 'failed' || re.status === 'canceled' ? 'failed' : 'pending',
  amount: BigInt(re.amount),
  currency: re.currency.toUpperCase(),
  intent: idOf(re.payment_intent),
  failure: re.failure_reason ?? re.pending_reason ?? null,
  metadata: re.metadata ?? {},
});

export const disputeSeen = (du: Stripe.Dispute): DisputeSeen => ({
  id: du.id,
  intent: idOf(du.payment_intent),
  charge: idOf(du.charge) ?? '',
  amount: BigInt(du.amount),
  currency: du.currency.toUpperCase(),
  status: du.status,
  reason: du.reason,
  dueBy: du.evidence_details?.due_by ? instant(du.evidence_details.due_by) : null,
  createdAt: instant(du.created),
});

export const payoutSeen = (po: Stripe.Payout): PayoutSeen => ({
  id: po.id,
  amount: BigInt(po.amount),
  currency: po.currency.toUpperCase(),
  status: po.status,
  automatic: po.automatic,
  reconciliation: po.reconciliation_status,
  arrivesOn: instant(po.arrival_date).toISOString().slice(0, 10),
  failure: po.failure_code,
  createdAt: instant(po.created),
});

/** With `data.source` expanded, so that a line tells which payment it belongs to. */
export function balanceLineSeen(txn: Stripe.BalanceTransaction): BalanceLineSeen {
  const source =
    typeof txn.source === 'object' ? (txn.source as { id: string; payment_intent?: string | { id: string } | null } | null) : null;
  return {
    id: txn.id,
    type: txn.type,
    category: txn.reporting_category,
    source: idOf(txn.source as string | { id: string } | null),
    intent: idOf(source?.payment_intent),
    amount: BigInt(txn.amount),
    fee: BigInt(txn.fee),
    net: BigInt(txn.net),
    currency: txn.currency.toUpperCase(),
    createdAt: instant(txn.created),
  };
}

/** Whether signed JSON has the shape of an event: the library proves who wrote it, not what it is. */
export const isEvent = ({ id, type, created, data }: Partial<Stripe.Event>): boolean =>
  typeof id === 'string' && typeof type === 'string' && Number.isSafeInteger(created) && typeof (data?.object ?? undefined) === 'object';

export const eventSeen = (event: Stripe.Event): EventSeen => ({
  id: event.id,
  account: event.account ?? null,
  type: event.type,
  objectId: (event.data.object as { id?: string }).id ?? null,
  apiVersion: event.api_version,
  live: event.livemode,
  createdAt: instant(event.created),
  body: event as object,
});
