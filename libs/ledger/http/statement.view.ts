import { MoneyView } from '#platform';

export class ArithmeticView {
  opening!: MoneyView | null;
  closing!: MoneyView | null;
  sum!: MoneyView;
  /** Opening and lines less closing; null when the file does not say both. */
  difference!: MoneyView | null;
}

export class PreviewLineView {
  /** Line of the file. */
  line!: number;
  on!: string;
  amount!: MoneyView;
  text!: string;
  counterparty!: string;
  reference!: string;
  /** What it will be matched with, without anyone looking: exact amount and exact code. */
  matches!: string | null;
}

export class ImportView {
  /** Null for a preview, and when every line was known already. */
  statementId!: string | null;
  /** Lines in the file. */
  lines!: number;
  newLines!: number;
  knownLines!: number;
  /** Lines of nothing, which are left out. */
  zeroLines!: number;
  /** Lines matched by exact amount and exact code. */
  matchedLines!: number;
  arithmetic!: ArithmeticView;
  /** Opening less what the statement before closed with. */
  gap!: MoneyView | null;
  /** Give it back with the import, and nothing else than this will be done. */
  hash!: string;
  /** The new lines. */
  items!: PreviewLineView[];
}

export class StatementView {
  id!: string;
  fileName!: string;
  from!: string;
  to!: string;
  lines!: number;
  knownLines!: number;
  /** Lines nothing explains yet. */
  unexplained!: number;
  arithmetic!: ArithmeticView;
  state!: 'in_review' | 'reconciled';
  importedAt!: string;
}

export class StatementPageView {
  items!: StatementView[];
  next!: string | null;
}

export class BankLineView {
  id!: string;
  statementId!: string;
  line!: number;
  on!: string;
  /** Positive is money in. */
  amount!: MoneyView;
  text!: string;
  counterparty!: string;
  reference!: string;
  state!: 'new' | 'matched' | 'ignored';
  ignoredBecause!: string | null;
  /** The entry that explains it. */
  entryId!: string | null;
  /** Matched without anyone looking. */
  automatic!: boolean;
}

export class BankLinePageView {
  items!: BankLineView[];
  next!: string | null;
}

export class StatementWithLinesView extends StatementView {
  items!: BankLineView[];
}

export class MappingView {
  name!: string;
  separator!: string;
  decimalMark!: string;
  dateForm!: string;
  skipRows!: number;
  date!: string;
  amount?: string;
  moneyIn?: string;
  moneyOut?: string;
  text!: string[];
  counterparty?: string;
  reference?: string;
  balance?: string;
}

export class MappingListView {
  items!: MappingView[];
}
