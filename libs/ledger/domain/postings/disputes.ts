import { type Money, add } from '#kernel';
import type { EntryDraft } from '../journal-entry.js';
import { type Occasion, credit, debit, entryFor } from './posting.js';

type Movement = Occasion & {
  amount: Money;
  /** The dispute fee in the same balance transaction, if it has one. Never assumed (DIS-4). */
  fee?: Money;
};

const withFee = (amount: Money, fee: Money | undefined): Money => (fee ? add(amount, fee) : amount);

/** E07b: the processor withdrew a disputed amount. Booked from the balance transaction, not from the status (DIS-1). `id` = balance transaction. */
export const disputeOpened = ({ amount, fee, ...occasion }: Movement): EntryDraft =>
  entryFor(occasion, 'dispute_withdrawn', 'Disputed payment withdrawn', [
    debit('Assets:Stripe:DisputesHeld', amount),
    ...(fee ? [debit('Expenses:Fees:StripeDisputes', fee)] : []),
    credit('Assets:Stripe:Balance', withFee(amount, fee)),
  ]);

/** E08: the dispute was lost, the gift is gone. `id` = dispute. */
export const disputeLost = ({ amount, ...occasion }: Occasion & { amount: Money }): EntryDraft =>
  entryFor(occasion, 'dispute_lost', 'Dispute lost', [
    debit('Income:Pledges:ChargedBack', amount),
    credit('Assets:Stripe:DisputesHeld', amount),
  ]);

/** E09c: the processor gave a disputed amount back, and the fee only where the balance transaction says so. `id` = balance transaction. */
export const disputeWon = ({ amount, fee, ...occasion }: Movement): EntryDraft =>
  entryFor(occasion, 'dispute_reinstated', 'Dispute won', [
    debit('Assets:Stripe:Balance', withFee(amount, fee)),
    credit('Assets:Stripe:DisputesHeld', amount),
    ...(fee ? [credit('Expenses:Fees:StripeDisputes', fee)] : []),
  ]);
