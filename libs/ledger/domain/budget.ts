/** What a need still asks of the cash campaign: its plan less what is given in kind, never less than nothing. */
export const stillNeededInCash = (plannedMinor: bigint, metInKindMinor: bigint): bigint =>
  metInKindMinor >= plannedMinor ? 0n : plannedMinor - metInKindMinor;

/** The four numbers of a budget line (BUD-1), all in minor units of one currency. */
export interface FourNumbers {
  planned: bigint;
  /** Approved, not paid. */
  committed: bigint;
  /** Paid in cash. */
  actual: bigint;
  metInKind: bigint;
}

/** What is booked on a line is paid or owed; what is owed is committed. */
export const fourNumbers = (row: {
  planned_minor: bigint;
  committed_minor: bigint;
  booked_minor: bigint;
  met_in_kind_minor: bigint;
}): FourNumbers => ({
  planned: row.planned_minor,
  committed: row.committed_minor,
  actual: row.booked_minor - row.committed_minor,
  metInKind: row.met_in_kind_minor,
});
