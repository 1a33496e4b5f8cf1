/** A phase, from when until when. */
export class BudgetPhaseView {
  /** informing, accepting, reviewing, selecting, valuating, publishing_prices, balloting, checking_ballots or finished. */
  phase!: string;
  startsAt!: string;
  /** Null: for good. */
  endsAt!: string | null;
}

/** The phases of the budget process, and which it is now. */
export class BudgetPhasesView {
  /** Null: there is no such process, or it has not begun. */
  now!: string | null;
  phases!: BudgetPhaseView[];
}
