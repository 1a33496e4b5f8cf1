import { MoneyView } from '#platform';

export class BudgetSourceView {
  /** `proposal` for a line that a vote made, `decision` for one added by hand. */
  kind!: string;
  id!: string;
}

/** The numbers of a need, or of all together. */
export class BudgetNumbersView {
  planned!: MoneyView;
  /** Approved, not paid. */
  committed!: MoneyView;
  /** Paid in cash. */
  actual!: MoneyView;
  metInKind!: MoneyView;
  /** What is still asked of the cash campaign. */
  neededInCash!: MoneyView;
}

/** A need and its numbers. */
export class BudgetLineView extends BudgetNumbersView {
  id!: string;
  name!: string;
  /** The need behind it. */
  why!: string;
  /** Where spending on it is booked. */
  account!: string;
  source!: BudgetSourceView;
  /** The vote that funded it. */
  ballotId!: string | null;
}

/** All needs, and the sums of their numbers. */
export class BudgetView extends BudgetNumbersView {
  items!: BudgetLineView[];
}

export class BudgetLineAddedView {
  id!: string;
}

export class BudgetPlanView {
  /** Counts from 1; the highest holds. */
  version!: number;
  planned!: MoneyView;
  because!: string;
  at!: string;
}

export class BudgetPlanListView {
  items!: BudgetPlanView[];
}
