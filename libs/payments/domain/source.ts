import type { Db, Tx } from '#platform';
import type { DeclineClass } from './decline.js';

/** The thing money is collected for. */
export interface Source {
  kind: 'pledge';
  id: string;
}

/** What a payer reads on the hosted page, and where they come back to. */
export interface SessionWords {
  /** What they agree to, above the button; kept word for word with the saved card (PLG-7). */
  agreement: string;
  description: string;
  returnUrl: string;
}

/** What people call a source, for those who may know who pays. */
export interface SourceName {
  /** The organisation or the person; empty once they have had their account erased. */
  payer: string;
  /** What they pay for, such as a campaign's title. */
  purpose: string;
  /** What stands on receipts and transfers. */
  reference: string;
}

/** What the owner of a source hears, in the transaction that makes it true. */
export interface PaymentListener {
  /** The words of a visit, asked for when it is opened. */
  wordsFor(db: Db, sourceId: string, visit: { purpose: string; amountMinor: bigint; currency: string }): Promise<SessionWords>;
  /** What these sources are called, by their ids. */
  namesOf(db: Db, sourceIds: readonly string[]): Promise<Map<string, SourceName>>;
  /** A card was saved for one later charge of at most `ceilingMinor`. */
  methodSaved(tx: Tx, sourceId: string, saved: { ceilingMinor: bigint; at: Date }): Promise<void>;
  /** Money has come. `unwanted`: nothing asked for it any more, so it is given back (CHG-5). */
  paid(tx: Tx, sourceId: string, payment: { intentId: string; amountMinor: bigint; at: Date }): Promise<'accepted' | 'unwanted'>;
  processing(tx: Tx, sourceId: string): Promise<void>;
  declined(tx: Tx, sourceId: string, decline: { class: DeclineClass; code: string; tries: number }): Promise<void>;
  /** The hosted page was closed without a result, by Stripe's word. */
  sessionEnded(tx: Tx, sourceId: string, session: { purpose: string; at: Date }): Promise<void>;
  /** `totalMinor`: what has been given back or is on its way, of all refunds together. */
  refunded(tx: Tx, sourceId: string, refund: { totalMinor: bigint; collectedMinor: bigint }): Promise<void>;
  refundFailed(tx: Tx, sourceId: string, refund: { refundId: string }): Promise<void>;
  disputed(tx: Tx, sourceId: string, dispute: { outcome: 'opened' | 'won' | 'lost'; reason: string; dueBy: Date | null }): Promise<void>;
}
