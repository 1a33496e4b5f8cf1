import type { MoneyView } from '../models/format';

export interface ThanksView {
  readonly organisation: string;
  readonly website: string | null;
  /** `cash` or `in_kind`. */
  readonly kind: string;
  readonly what: string;
  readonly amount: MoneyView | null;
  readonly gets: readonly string[];
}

export interface ThanksListView {
  readonly items: readonly ThanksView[];
  readonly cash: MoneyView;
  readonly inKind: MoneyView;
}
