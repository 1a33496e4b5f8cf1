import { type Money, add, subtract } from '#kernel';
import type { EntryDraft } from '../journal-entry.js';
import type { Spending } from '../chart-of-accounts.js';
import { type Occasion, credit, debit, entryFor } from './posting.js';

/** What invoices are until they are paid: the account their bank lines are matched against. */
export const RECEIVABLE = 'Assets:Receivable:Invoices';

type Invoice = Occasion & {
  /** Without tax. */
  net: Money;
  vat?: Money;
  /** A sponsorship is earned when the gathering is held; an organisation's pledge at once (F04a). */
  for?: 'sponsorship' | 'pledge';
};

const gross = ({ net, vat }: Pick<Invoice, 'net' | 'vat'>): Money => (vat ? add(net, vat) : net);
const owed = (what: 'sponsorship' | 'pledge'): string =>
  what === 'sponsorship' ? 'Liabilities:Deferred:Sponsorship' : 'Income:Pledges:Organisations';

/** E15a, F01, F03a, F04a: an invoice was issued. `id` = invoice or deal. */
export const sponsorInvoiced = ({ net, vat, for: what = 'sponsorship', ...occasion }: Invoice): EntryDraft =>
  entryFor(occasion, 'invoice', 'Invoice issued', [
    debit(RECEIVABLE, gross({ net, ...(vat ? { vat } : {}) })),
    credit(owed(what), net),
    ...(vat ? [credit('Liabilities:VAT:Output', vat)] : []),
  ]);

/** F02: the whole invoice was credited. `id` = credit note. */
export const invoiceCredited = ({ net, vat, for: what = 'sponsorship', ...occasion }: Invoice): EntryDraft =>
  entryFor(occasion, 'credit_note', 'Invoice credited', [
    debit(owed(what), net),
    ...(vat ? [debit('Liabilities:VAT:Output', vat)] : []),
    credit(RECEIVABLE, gross({ net, ...(vat ? { vat } : {}) })),
  ]);

/**
 * E15b, F03b: an invoice was paid at the bank, a little short (kept by a bank) or too much (owed back). `id` = payment.
 * For payments known without a statement; else a match posts it.
 */
export function sponsorPaid({ invoiced, received, ...occasion }: Occasion & { invoiced: Money; received: Money }): EntryDraft {
  const short = subtract(invoiced, received);
  return entryFor(occasion, 'invoice_paid', 'Invoice paid', [
    debit('Assets:Bank:Main', received),
    short.minor > 0n ? debit('Expenses:Fees:Bank', short) : debit('Liabilities:Overpayments', short),
    credit(RECEIVABLE, invoiced),
  ]);
}

/** E15c: the gathering was held, the sponsorship is earned. `id` = invoice or deal. */
export const sponsorshipEarned = ({ amount, ...occasion }: Occasion & { amount: Money }): EntryDraft =>
  entryFor(occasion, 'sponsorship_earned', 'Sponsorship earned', [
    debit('Liabilities:Deferred:Sponsorship', amount),
    credit('Income:Sponsorship:Cash', amount),
  ]);

/** F04b: a claim was given up by decision. `id` = decision. */
export const writtenOff = ({ amount, ...occasion }: Occasion & { amount: Money }): EntryDraft =>
  entryFor(occasion, 'written_off', 'Claim written off', [debit('Expenses:WriteOffs', amount), credit(RECEIVABLE, amount)]);

/** E16: a gift in kind was received, at its value to the event: income equals expense, no cash moves (SPO-7). `id` = gift. */
export const inKindReceived = ({ amount, what, ...occasion }: Occasion & { amount: Money; what: Spending }): EntryDraft =>
  entryFor(occasion, 'in_kind', 'Gift in kind received', [
    debit(`Expenses:InKind:${what}`, amount),
    credit(`Income:InKind:${what}`, amount),
  ]);
