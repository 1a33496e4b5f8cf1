import type { Amount } from '../common/format.js';

/** A line as the bank booked it; positive is money in. */
export interface BankLine {
  id: string;
  statementId: string;
  line: number;
  on: string;
  amount: Amount;
  text: string;
  counterparty: string;
  reference: string;
  /** new, matched or ignored. */
  state: string;
  ignoredBecause: string | null;
  entryId: string | null;
  automatic: boolean;
}

/** Something that is expected at the bank. */
export interface OpenItem {
  id: string;
  /** payout, pledge_transfer, sponsor_invoice, expense … */
  kind: string;
  /** in or out. */
  direction: string;
  amount: Amount;
  /** What has arrived of it. */
  settled: Amount;
  reference: string | null;
  expectedOn: string | null;
  text: string;
}

/** What a line could be, best first. */
export interface Suggestion {
  item: OpenItem;
  /** 0 to 100. */
  score: number;
  reasons: string[];
  certain: boolean;
}
