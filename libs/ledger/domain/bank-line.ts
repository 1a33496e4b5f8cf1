import type { StateTable } from '#kernel';
import { type AccountName, account } from './chart-of-accounts.js';
import { ledgerRefusals as refuse } from './ledger.refusals.js';

export type BankLineState = 'new' | 'matched' | 'ignored';

/** A line is explained or put aside with a reason, and either can be taken back until its statement is locked. */
export const BANK_LINE_MOVES: StateTable<BankLineState> = { new: ['matched', 'ignored'], matched: ['new'], ignored: ['new'] };

const NOT_BY_HAND = /^(Assets:Bank:Main|Assets:Stripe:Balance|Equity:Memo:.*)$/;

/** The account a person may book a bank line on. The bank itself, what Stripe reports and memos are not among them. */
export function accountForBankLine(name: string): AccountName {
  if (NOT_BY_HAND.test(name)) throw refuse.NOT_FOR_BANK_LINES({ account: name });
  return account(name);
}

/** Refuses parts that are not the whole line to the cent (I10). */
export function checkParts(lineMinor: bigint, parts: readonly { amountMinor: bigint }[]): void {
  const sum = parts.reduce((total, p) => total + p.amountMinor, 0n);
  if (sum !== lineMinor) throw refuse.PARTS_DIFFER({ line: Number(lineMinor), parts: Number(sum), difference: Number(lineMinor - sum) });
}
