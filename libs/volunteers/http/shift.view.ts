export class ShiftPersonView {
  entryId!: string;
  personId!: string;
  name!: string;
  state!: string;
}

export class ShiftView {
  id!: string;
  name!: string;
  place!: string;
  startsAt!: string;
  endsAt!: string;
  changeoverMinutes!: number;
  places!: number;
  taken!: number;
  waiting!: number;
  demanding!: boolean;
  state!: string;
  /** My part in it: `signed_up`, `waitlisted` …; null = none. */
  mine!: string | null;
  /** Who is in it, then who waits, in order. */
  people!: ShiftPersonView[];
}

export class ShiftPageView {
  items!: ShiftView[];
  next!: string | null;
}

/** What came of asking for a place. */
export class ShiftEntryView {
  shiftId!: string;
  /** `signed_up` or `waitlisted`. */
  state!: string;
  /** Place in the queue, from 1; null with a place in the shift. */
  waitingPosition!: number | null;
}
