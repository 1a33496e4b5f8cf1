import { MoneyView } from '#platform';

export class AccountAmountView {
  account!: string;
  /** Minor units. */
  amount!: number;
}

/** A figure and the accounts that add up to it. */
export class FigureView {
  amount!: MoneyView;
  lines!: AccountAmountView[];
}

/** What nobody has explained yet. */
export class UnexplainedView {
  /** Bank lines without an explanation plus receipts and movements nobody recognised. */
  amount!: MoneyView;
  /** Bank lines without an explanation. */
  lines!: number;
  /** Day of the oldest of them. */
  oldestOn!: string | null;
}

/** The open books of an event, adding up to its journal at this moment. */
export class OpenBooksView {
  currency!: string;
  raised!: FigureView;
  fees!: FigureView;
  /** Paid for the gathering, gifts in kind apart. */
  spent!: FigureView;
  /** Approved and owed, not paid yet. */
  committed!: FigureView;
  /** Raised less fees, spent and committed. */
  left!: MoneyView;
  inKind!: FigureView;
  /** Promised and not collected yet. */
  promised!: MoneyView;
  atHand!: FigureView;
  heldForOthers!: FigureView;
  /** Hundredths of an hour given and confirmed by someone else: 1250 is 12.5 hours. */
  hoursHundredths!: number;
  unexplained!: UnexplainedView;
  /** Last day up to which bank statements are reconciled. */
  reconciledTo!: string | null;
  /** Entries sealed in the chain. */
  sealedEntries!: number;
  /** Entries that wait for their seal, at most about a second. */
  waitingEntries!: number;
}

export class BalanceView {
  /** Number in the chart of accounts. */
  code!: number;
  account!: string;
  /** Currency, or a memo such as PLEDGEGBP or VOLHOURS. */
  commodity!: string;
  /** Total of debits, minor units. */
  debit!: number;
  /** Total of credits, minor units. */
  credit!: number;
  /** Debits less credits. */
  balance!: number;
}

export class TotalView {
  commodity!: string;
  debit!: number;
  credit!: number;
}

export class TrialBalanceView {
  /** Last day that is counted; null for all. */
  asOf!: string | null;
  items!: BalanceView[];
  /** Debits and credits per commodity: always equal. */
  totals!: TotalView[];
}

export class VerifiedView {
  /** Entries in the chain. */
  sealed!: number;
  /** Hash of the newest seal, hexadecimal. */
  head!: string | null;
  faults!: FaultView[];
}

export class FaultView {
  sequence!: number;
  entryId!: string;
  fault!: string;
}

export class ChartView {
  /** Every account there may be. */
  accounts!: string[];
  /** Those that money is spent on. */
  spending!: string[];
}
