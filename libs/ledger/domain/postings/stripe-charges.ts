import { type Money, add } from '#kernel';
import type { EntryDraft } from '../journal-entry.js';
import { type Occasion, credit, debit, entryFor } from './posting.js';

interface Receipt extends Occasion {
  /** What the gift is, without any fee the giver covers: gross, as charged and settled. */
  amount: Money;
  /** What the giver added to cover fees. */
  feeCovered?: Money;
  from?: 'individual' | 'organisation';
}

/** E02a, first half: a card payment succeeded. Gross; the processor's fee has its own entry once it is known (CHG-6). `id` = payment. */
export const cardPaymentReceived = ({ amount, feeCovered, from = 'individual', ...occasion }: Receipt): EntryDraft =>
  entryFor(occasion, 'payment', 'Card payment received', [
    debit('Assets:Stripe:Balance', feeCovered ? add(amount, feeCovered) : amount),
    credit(from === 'individual' ? 'Income:Pledges:Individuals' : 'Income:Pledges:Organisations', amount),
    ...(feeCovered ? [credit('Income:FeesCovered', feeCovered)] : []),
  ]);

/** E19a, F16a, first half: a ticket was paid by card before the gathering: owed until it is held. `id` = payment. */
export const ticketPaymentReceived = ({ amount, ...occasion }: Occasion & { amount: Money }): EntryDraft =>
  entryFor(occasion, 'payment', 'Ticket paid', [debit('Assets:Stripe:Balance', amount), credit('Liabilities:Deferred:Tickets', amount)]);

const FEE_ACCOUNTS = { processing: 'StripeProcessing', dispute: 'StripeDisputes', failure: 'StripeFailure', other: 'StripeOther' } as const;

/**
 * E02a, second half, and E20: the processor took its fee, as its balance transaction says. A negative fee is one given back.
 * `id` = balance transaction.
 */
export const processorFeeCharged = ({
  fee,
  of = 'processing',
  ...occasion
}: Occasion & { fee: Money; of?: keyof typeof FEE_ACCOUNTS }): EntryDraft =>
  entryFor(occasion, 'processor_fee', 'Fee of the payment processor', [
    debit(`Expenses:Fees:${FEE_ACCOUNTS[of]}`, fee),
    credit('Assets:Stripe:Balance', fee),
  ]);

/** F08b: a bank took a collected direct debit back, with a fee. `id` = balance transaction. */
export const paymentReturned = ({ amount, fee, ...occasion }: Occasion & { amount: Money; fee?: Money }): EntryDraft =>
  entryFor(occasion, 'payment_returned', 'Payment returned by the bank', [
    debit('Income:Pledges:Returned', amount),
    ...(fee ? [debit('Expenses:Fees:StripeFailure', fee)] : []),
    credit('Assets:Stripe:Balance', fee ? add(amount, fee) : amount),
  ]);

/** A movement of a type nobody taught us: shown as unexplained, never skipped (REC-1). Signed as Stripe signs it. `id` = balance transaction. */
export const unknownMovement = ({ net, ...occasion }: Occasion & { net: Money }): EntryDraft =>
  entryFor(occasion, 'stripe_unknown', 'Movement at the payment processor that is not explained yet', [
    debit('Assets:Stripe:Balance', net),
    credit('Assets:Stripe:Suspense', net),
  ]);
