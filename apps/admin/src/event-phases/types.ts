export interface DeclaredPhase {
  phase: string;
  startsAt: string;
  /** Null: for good. */
  endsAt: string | null;
}

/** The budget process as its view says. */
export interface BudgetPhases {
  /** Null: there is no such process, or it has not begun. */
  now: string | null;
  phases: DeclaredPhase[];
  /** Every phase there can be, in their order, with what may be done in it. */
  meaning: { phase: string; allows: string[] }[];
}
