import type { MoneyView } from '../models/format';
import type { PageView } from './page';

/** A figure and the accounts that add up to it. */
export interface FigureView {
  readonly amount: MoneyView;
  readonly lines: readonly { readonly account: string; readonly amount: number }[];
}

export interface OpenBooksView {
  readonly currency: string;
  readonly raised: FigureView;
  readonly fees: FigureView;
  readonly spent: FigureView;
  readonly committed: FigureView;
  readonly left: MoneyView;
  readonly inKind: FigureView;
  readonly promised: MoneyView;
  readonly atHand: FigureView;
  readonly heldForOthers: FigureView;
  readonly hoursHundredths: number;
  readonly unexplained: { readonly amount: MoneyView; readonly lines: number; readonly oldestOn: string | null };
  readonly reconciledTo: string | null;
  readonly sealedEntries: number;
  readonly waitingEntries: number;
}

export interface BudgetLineView {
  readonly id: string;
  readonly name: string;
  /** The need behind it. */
  readonly why: string;
  readonly source: { readonly kind: string; readonly id: string };
  readonly ballotId: string | null;
  readonly planned: MoneyView;
  readonly committed: MoneyView;
  readonly actual: MoneyView;
  readonly metInKind: MoneyView;
}

export interface BudgetView {
  readonly items: readonly BudgetLineView[];
  readonly planned: MoneyView;
  readonly metInKind: MoneyView;
  readonly neededInCash: MoneyView;
}

export interface EntryLineView {
  readonly account: string;
  /** Currency, or a memo such as PLEDGEGBP or VOLHOURS. */
  readonly commodity: string;
  /** Minor units; 0 on a credit line. */
  readonly debit: number;
  readonly credit: number;
}

export interface EntryView {
  readonly id: string;
  readonly on: string;
  readonly postedAt: string;
  readonly text: string;
  readonly source: { readonly kind: string; readonly id: string };
  readonly reverses: string | null;
  readonly reversedBy: string | null;
  readonly sealedAs: number | null;
  readonly lines: readonly EntryLineView[];
}

export type EntriesPageView = PageView<EntryView>;
