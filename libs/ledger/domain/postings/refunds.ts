import type { Money } from '#kernel';
import type { EntryDraft } from '../journal-entry.js';
import { type Occasion, credit, debit, entryFor } from './posting.js';

type Refund = Occasion & { amount: Money };

/** E04b: we owe a giver a refund. `id` = refund. */
export const refundAccepted = ({ amount, ...occasion }: Refund): EntryDraft =>
  entryFor(occasion, 'refund_accepted', 'Refund accepted', [
    debit('Income:Pledges:Refunded', amount),
    credit('Liabilities:RefundsPending', amount),
  ]);

/** E04c: the refund has left Stripe; its fee is kept there. `id` = balance transaction. */
export const refundSettled = ({ amount, ...occasion }: Refund): EntryDraft =>
  entryFor(occasion, 'refund_settled', 'Refund sent', [
    debit('Liabilities:RefundsPending', amount),
    credit('Assets:Stripe:Balance', amount),
  ]);

/** E06d: the refund came back and is owed still (REF-5). `id` = balance transaction. */
export const refundFailed = ({ amount, ...occasion }: Refund): EntryDraft =>
  entryFor(occasion, 'refund_failed', 'Refund came back', [
    debit('Assets:Stripe:Balance', amount),
    credit('Liabilities:RefundsPending', amount),
  ]);

/** F16b: a ticket was cancelled, part of its price kept by policy. `id` = cancellation. */
export const ticketCancelled = ({ refunded, kept, ...occasion }: Occasion & { refunded: Money; kept: Money }): EntryDraft =>
  entryFor(occasion, 'ticket_cancelled', 'Ticket cancelled', [
    debit('Liabilities:Deferred:Tickets', { minor: refunded.minor + kept.minor, currency: refunded.currency }),
    credit('Liabilities:RefundsPending', refunded),
    credit('Income:CancellationFees', kept),
  ]);
