/** The event as its public view says. */
export interface EventFacts {
  slug: string;
  name: string;
  hashtag: string;
  summary: string;
  /** `YYYY-MM-DD` where it happens. */
  date: string | null;
  /** Clock times where it happens. */
  startsAt: string | null;
  endsAt: string | null;
  place: string;
  capacity: number | null;
  phase: string;
  /** Given back with a change. */
  version: number;
}
