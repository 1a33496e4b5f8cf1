import { MoneyView } from '#platform';

export class BudgetSourceView {
  /** `proposal` for a line that a vote made, `decision` for one added by hand. */
  kind!: string;
  id!: string;
}

/** A need and its four numbers. */
export class BudgetLineView {
  id!: string;
  name!: string;
  /** The need behind it. */
  why!: string;
  /** Where spending on it is booked. */
  account!: string;
  source!: BudgetSourceView;
  /** The vote that funded it. */
  ballotId!: string | null;
  planned!: MoneyView;
  /** Approved, not paid. */
  committed!: MoneyView;
  /** Paid in cash. */
  actual!: MoneyView;
  metInKind!: MoneyView;
  /** What it still asks of the cash campaign. */
  neededInCash!: MoneyView;
}

export class BudgetView {
  items!: BudgetLineView[];
  planned!: MoneyView;
  committed!: MoneyView;
  actual!: MoneyView;
  metInKind!: MoneyView;
  neededInCash!: MoneyView;
}

export class BudgetLineAddedView {
  id!: string;
}
