import type { Money } from '#kernel';
import type { EntryDraft } from '../journal-entry.js';
import { type Occasion, credit, debit, entryFor } from './posting.js';

type Movement = Occasion & { amount: Money };

/** Where a payout is between Stripe and the bank: the account its bank line is matched against (E11). */
export const PAYOUTS_IN_TRANSIT = 'Assets:Stripe:PayoutsInTransit';

/** E10: a payout left Stripe. F07a: a negative one, when Stripe debits the bank. `id` = balance transaction. */
export const payoutSent = ({ amount, ...occasion }: Movement): EntryDraft =>
  entryFor(occasion, 'payout', 'Payout on its way to the bank', [
    debit(PAYOUTS_IN_TRANSIT, amount),
    credit('Assets:Stripe:Balance', amount),
  ]);

/** E12b: a payout came back to Stripe. `id` = balance transaction. */
export const payoutFailed = ({ amount, ...occasion }: Movement): EntryDraft =>
  entryFor(occasion, 'payout_failed', 'Payout returned by the bank', [
    debit('Assets:Stripe:Balance', amount),
    credit(PAYOUTS_IN_TRANSIT, amount),
  ]);

/** F09a: Stripe holds money back; F09b, with a negative amount: it lets go of it. `id` = balance transaction. */
export const reserveHeld = ({ amount, ...occasion }: Movement): EntryDraft =>
  entryFor(occasion, 'stripe_reserve', amount.minor < 0n ? 'Reserve released' : 'Reserve held back', [
    debit('Assets:Stripe:Reserve', amount),
    credit('Assets:Stripe:Balance', amount),
  ]);
