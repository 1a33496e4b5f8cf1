import type { Amount } from '../common/format.js';
import type { BankLine } from '../reconcile/types.js';

export interface Arithmetic {
  opening: Amount | null;
  closing: Amount | null;
  sum: Amount;
  /** Opening and lines less closing; null when the file does not say both. */
  difference: Amount | null;
}

export interface Statement {
  id: string;
  fileName: string;
  from: string;
  to: string;
  lines: number;
  knownLines: number;
  unexplained: number;
  arithmetic: Arithmetic;
  state: string;
  importedAt: string;
}

export interface StatementWithLines extends Statement {
  items: BankLine[];
}

/** What taking in a file would do, or did. */
export interface ImportPlan {
  statementId: string | null;
  lines: number;
  newLines: number;
  knownLines: number;
  zeroLines: number;
  matchedLines: number;
  arithmetic: Arithmetic;
  gap: Amount | null;
  hash: string;
  items: { line: number; on: string; amount: Amount; text: string; counterparty: string; reference: string; matches: string | null }[];
}
