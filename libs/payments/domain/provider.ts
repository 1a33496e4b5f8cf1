/** What we ask of a payment processor, in our own words. Amounts are minor units; instants are UTC. */

/** A saved card as it is shown to its owner and kept with the agreement. */
export interface MethodSeen {
  paymentMethod: string;
  mandate: string | null;
  brand: string;
  last4: string;
  /** `MM/YYYY`, null for methods that do not expire. */
  expires: string | null;
  country: string | null;
  fingerprint: string | null;
}

/** Why a charge was declined. */
export interface DeclineSeen {
  code: string;
  declineCode: string | null;
  adviceCode: string | null;
}

export interface IntentSeen {
  id: string;
  status: 'open' | 'processing' | 'succeeded' | 'canceled';
  amount: bigint;
  received: bigint;
  currency: string;
  live: boolean;
  customer: string | null;
  charge: string | null;
  /** Of the last try, when it failed. */
  decline: DeclineSeen | null;
  metadata: Readonly<Record<string, string>>;
}

export interface SessionSeen {
  id: string;
  status: 'open' | 'complete' | 'expired';
  url: string | null;
  customer: string | null;
  method: MethodSeen | null;
  intent: IntentSeen | null;
  metadata: Readonly<Record<string, string>>;
}

export interface SessionWanted {
  key: string;
  mode: 'setup' | 'payment';
  customer: string;
  amount: bigint;
  currency: string;
  description: string;
  /** Shown above the button. */
  agreement: string;
  returnUrl: string;
  cancelUrl: string;
  expiresAt: Date;
  metadata: Readonly<Record<string, string>>;
}

export interface IntentWanted {
  key: string;
  customer: string;
  paymentMethod: string;
  amount: bigint;
  currency: string;
  description: string;
  eventId: string;
  metadata: Readonly<Record<string, string>>;
}

export interface RefundSeen {
  id: string;
  status: 'pending' | 'succeeded' | 'failed';
  amount: bigint;
  currency: string;
  intent: string | null;
  failure: string | null;
  metadata: Readonly<Record<string, string>>;
}

export interface DisputeSeen {
  id: string;
  intent: string | null;
  charge: string;
  amount: bigint;
  currency: string;
  status: string;
  reason: string;
  dueBy: Date | null;
  createdAt: Date;
}

export interface BalanceLineSeen {
  id: string;
  type: string;
  category: string;
  source: string | null;
  /** The PaymentIntent the money belongs to, where there is one. */
  intent: string | null;
  amount: bigint;
  fee: bigint;
  net: bigint;
  currency: string;
  createdAt: Date;
}

export interface PayoutSeen {
  id: string;
  amount: bigint;
  currency: string;
  status: string;
  automatic: boolean;
  reconciliation: string;
  /** Calendar date, UTC. */
  arrivesOn: string;
  failure: string | null;
  createdAt: Date;
}

export interface EventSeen {
  id: string;
  account: string | null;
  type: string;
  objectId: string | null;
  apiVersion: string | null;
  live: boolean;
  createdAt: Date;
  body: object;
}

/** What a call's failure tells us: nothing happened, nothing happened yet, or we cannot know. */
export class ProviderFailure extends Error {
  constructor(
    readonly kind: 'no' | 'later' | 'unknown',
    readonly code: string,
    message: string,
    readonly decline: DeclineSeen | null = null,
    /** The intent that came with a decline. */
    readonly intent: IntentSeen | null = null,
  ) {
    super(message);
    this.name = 'ProviderFailure';
  }
}

/** The processor. Every call throws `ProviderFailure` and nothing else; every write takes the key it may run once under. */
export abstract class PaymentProvider {
  abstract createCustomer(key: string, metadata: Readonly<Record<string, string>>): Promise<string>;
  abstract openSession(wanted: SessionWanted): Promise<SessionSeen>;
  abstract session(id: string): Promise<SessionSeen>;
  abstract expireSession(id: string, key: string): Promise<SessionSeen>;
  abstract createIntent(wanted: IntentWanted): Promise<IntentSeen>;
  abstract confirmIntent(call: { key: string; id: string; paymentMethod: string; mandate: string | null }): Promise<IntentSeen>;
  abstract cancelIntent(id: string, key: string): Promise<IntentSeen>;
  abstract intent(id: string): Promise<IntentSeen>;
  /** Intents of a customer since an instant: the way to find one whose creation nobody heard the end of. */
  abstract intentsOf(customer: string, since: Date): Promise<IntentSeen[]>;
  abstract detach(paymentMethod: string): Promise<void>;
  /** Has the processor forget who a customer is; what was paid stays, without a name. */
  abstract deleteCustomer(customer: string): Promise<void>;
  abstract refund(call: { key: string; intent: string; amount: bigint; metadata: Readonly<Record<string, string>> }): Promise<RefundSeen>;
  abstract refundById(id: string): Promise<RefundSeen>;
  abstract refundsOf(intent: string): Promise<RefundSeen[]>;
  abstract dispute(id: string): Promise<DisputeSeen>;
  abstract payout(id: string): Promise<PayoutSeen>;
  abstract payoutsSince(since: Date): Promise<PayoutSeen[]>;
  /** Σ of available and pending, by currency in upper case. */
  abstract balance(): Promise<Map<string, bigint>>;
  /** Balance transactions created at or after an instant, oldest first. */
  abstract balanceLinesSince(since: Date): Promise<BalanceLineSeen[]>;
  /** The lines of a payout, its own among them; undefined while the processor is still itemising. */
  abstract balanceLinesOf(payout: string): Promise<BalanceLineSeen[] | undefined>;
  abstract eventsSince(since: Date, onlyUndelivered: boolean): Promise<EventSeen[]>;
  abstract eventsAbout(objectId: string, type: string, since: Date): Promise<EventSeen[]>;
  /** Event types that our endpoint at this address is sent; undefined when there is no such endpoint. */
  abstract enabledEvents(url: string): Promise<string[] | undefined>;
  /** Checks the signature over the raw body. Throws when no configured secret made it. */
  abstract readWebhook(raw: Buffer, signature: string, now: Date): Promise<EventSeen>;
}
