import { MoneyView } from '#platform';

/** One sponsor next to what they give and what they get. */
export class ThanksView {
  organisation!: string;
  website!: string | null;
  /** `cash` or `in_kind`. */
  kind!: string;
  /** The package, or what was given in kind. */
  what!: string;
  amount!: MoneyView | null;
  /** What they get for it. */
  gets!: string[];
}

export class ThanksListView {
  items!: ThanksView[];
  /** Sums of cash and in-kind support; never one figure. */
  cash!: MoneyView;
  inKind!: MoneyView;
}
