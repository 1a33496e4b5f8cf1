import type { Amount } from '../common/format.js';

/** A figure and the accounts that add up to it. */
export interface Figure {
  amount: Amount;
  lines: { account: string; amount: number }[];
}

export interface OpenBooks {
  currency: string;
  raised: Figure;
  fees: Figure;
  spent: Figure;
  committed: Figure;
  left: Amount;
  inKind: Figure;
  promised: Amount;
  atHand: Figure;
  heldForOthers: Figure;
  /** 1250 is 12.5 hours. */
  hoursHundredths: number;
  unexplained: { amount: Amount; lines: number; oldestOn: string | null };
  reconciledTo: string | null;
  sealedEntries: number;
  waitingEntries: number;
}

export interface Balance {
  code: number;
  account: string;
  commodity: string;
  debit: number;
  credit: number;
  balance: number;
}

export interface TrialBalance {
  items: Balance[];
  totals: { commodity: string; debit: number; credit: number }[];
}

export interface EntryLine {
  account: string;
  commodity: string;
  debit: number;
  credit: number;
}

export interface Entry {
  id: string;
  on: string;
  postedAt: string;
  text: string;
  source: { kind: string; id: string };
  reverses: string | null;
  reversedBy: string | null;
  /** Null for the moment before it is sealed. */
  sealedAs: number | null;
  lines: EntryLine[];
}

/** What the books may be written on: every account, and those that money is spent on. */
export interface Chart {
  accounts: string[];
  spending: string[];
}

/** A need and its four numbers. */
export interface BudgetLine extends BudgetNumbers {
  id: string;
  name: string;
  why: string;
  /** Where spending on it is booked. */
  account: string;
  source: { kind: string; id: string };
}

export interface BudgetNumbers {
  planned: Amount;
  /** Approved, not paid. */
  committed: Amount;
  /** Paid in cash. */
  actual: Amount;
  metInKind: Amount;
  /** What it still asks of the cash campaign. */
  neededInCash: Amount;
}

export interface Budget extends BudgetNumbers {
  items: BudgetLine[];
}
