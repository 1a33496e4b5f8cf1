import { type Id, type Money, add } from '#kernel';
import type { DraftLine, EntryDraft } from '../journal-entry.js';
import { type Occasion, credit, debit, entryFor } from './posting.js';

/** What we owe people for what they laid out: the account that the bank line paying them is matched against (E18b). */
export const PAYABLE_EXPENSES = 'Liabilities:Payable:Expenses';

interface Spent {
  amount: Money;
  /** `Expenses:Catering` … */
  account: string;
  budgetLineId?: Id<'budget line'> | undefined;
}

const spent = ({ account, amount, budgetLineId }: Spent): DraftLine => debit(account, amount, budgetLineId ? { budgetLineId } : {});

/** E18a: an expense was approved: owed from now on. `id` = expense. */
export const expenseApproved = ({ amount, account, budgetLineId, ...occasion }: Occasion & Spent): EntryDraft =>
  entryFor(occasion, 'expense_approved', 'Expense approved', [spent({ amount, account, budgetLineId }), credit(PAYABLE_EXPENSES, amount)]);

/** E18b: an expense was paid. For payments known without a statement; else a match posts it (EXP-4). `id` = expense. */
export const expensePaid = ({ amount, ...occasion }: Occasion & { amount: Money }): EntryDraft =>
  entryFor(occasion, 'expense_paid', 'Expense paid', [debit(PAYABLE_EXPENSES, amount), credit('Assets:Bank:Main', amount)]);

/** F11a: cash in advance for a volunteer. `id` = float. */
export const floatGiven = ({ amount, ...occasion }: Occasion & { amount: Money }): EntryDraft =>
  entryFor(occasion, 'float', 'Float handed out', [debit('Assets:Floats:Volunteers', amount), credit('Assets:Bank:Main', amount)]);

/** F11b: a float was accounted for: receipts, and the rest back to the bank. `id` = float. */
export const floatAccounted = ({ receipts, returned, ...occasion }: Occasion & { receipts: Spent; returned: Money }): EntryDraft =>
  entryFor(occasion, 'float_accounted', 'Float accounted for', [
    spent(receipts),
    debit('Assets:Bank:Main', returned),
    credit('Assets:Floats:Volunteers', add(receipts.amount, returned)),
  ]);

/** F12a: a deposit to a supplier. `id` = deposit. */
export const depositPaid = ({ amount, ...occasion }: Occasion & { amount: Money }): EntryDraft =>
  entryFor(occasion, 'deposit', 'Deposit to a supplier', [debit('Assets:Prepaid:Suppliers', amount), credit('Assets:Bank:Main', amount)]);

/** F12b: a supplier's invoice, a deposit set off against it. `id` = supplier's invoice. */
export const supplierInvoiced = ({
  deposit,
  amount,
  account,
  budgetLineId,
  ...occasion
}: Occasion & Spent & { deposit?: Money }): EntryDraft =>
  entryFor(occasion, 'supplier_invoice', 'Invoice of a supplier', [
    spent({ amount, account, budgetLineId }),
    ...(deposit ? [credit('Assets:Prepaid:Suppliers', deposit)] : []),
    credit('Liabilities:Payable:Suppliers', deposit ? { ...amount, minor: amount.minor - deposit.minor } : amount),
  ]);
