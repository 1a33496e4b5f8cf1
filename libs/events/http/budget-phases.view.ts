/** A phase, from when until when. */
export class BudgetPhaseView {
  /** informing, accepting, reviewing, selecting, valuating, publishing_prices, balloting, checking_ballots or finished. */
  phase!: string;
  startsAt!: string;
  /** Null: for good. */
  endsAt!: string | null;
}

/** What may be done in a phase. */
export class PhaseMeaningView {
  phase!: string;
  /** Of propose, support, review, cost, shortlist and vote; outside such a phase these answer PHASE_CLOSED. */
  allows!: string[];
}

/** The phases of the budget process, and which it is now. */
export class BudgetPhasesView {
  /** Null: there is no such process, or it has not begun. */
  now!: string | null;
  phases!: BudgetPhaseView[];
  /** Every phase there can be, in their order, declared or not. */
  meaning!: PhaseMeaningView[];
}
