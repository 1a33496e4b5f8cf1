import type { Money } from '#kernel';
import type { EntryDraft } from '../journal-entry.js';
import { account } from '../chart-of-accounts.js';
import { type Occasion, credit, debit, entryFor } from './posting.js';

type Movement = Occasion & { amount: Money };

/** E19b: the gathering was held, tickets are earned (TIC-7). `id` = gathering or ticket. */
export const ticketsEarned = ({ amount, ...occasion }: Movement): EntryDraft =>
  entryFor(occasion, 'tickets_earned', 'Ticket income earned', [
    debit('Liabilities:Deferred:Tickets', amount),
    credit('Income:Tickets', amount),
  ]);

/** F05a: tickets sold for cash at the door. `id` = count. */
export const doorCashTaken = ({ amount, ...occasion }: Movement): EntryDraft =>
  entryFor(occasion, 'door_cash', 'Tickets sold at the door', [debit('Assets:Cash:Door', amount), credit('Income:Tickets', amount)]);

/** F05b: counted cash is short (positive) or over (negative). `id` = count. */
export const doorCashCounted = ({ short, ...occasion }: Occasion & { short: Money }): EntryDraft =>
  entryFor(occasion, 'door_count', 'Cash counted differently', [
    debit('Expenses:CashDifferences', short),
    credit('Assets:Cash:Door', short),
  ]);

/** F19: part of the surplus was given away by decision. `id` = decision. */
export const grantGiven = ({ amount, ...occasion }: Movement): EntryDraft =>
  entryFor(occasion, 'grant', 'Grant given by decision', [debit('Expenses:GrantsGiven', amount), credit('Assets:Bank:Main', amount)]);

/** E21b: a surplus is carried to the next gathering by decision: `from` and `to` such as `WGT16`. `id` = decision. */
export const surplusCarriedOver = ({ amount, from, to, ...occasion }: Movement & { from: string; to: string }): EntryDraft =>
  entryFor(occasion, 'carry_over', 'Surplus carried over by decision', [
    debit(account(`Equity:Surplus:${from}`), amount),
    credit(account(`Equity:Surplus:${to}`), amount),
  ]);
