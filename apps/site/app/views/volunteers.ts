import type { MoneyView } from '../models/format';
import type { PageView } from './page';

export interface ShiftView {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly places: number;
  readonly taken: number;
  readonly waiting: number;
  readonly demanding: boolean;
  readonly state: string;
  /** My part in it: `signed_up`, `waitlisted` …; null: none. */
  readonly mine: string | null;
}

export type ShiftPageView = PageView<ShiftView>;

export interface ShiftEntryView {
  readonly shiftId: string;
  readonly state: string;
  readonly waitingPosition: number | null;
}

export interface HoursSummaryView {
  readonly confirmedMinutes: number;
  readonly waitingMinutes: number;
  readonly people: number;
  readonly worth: MoneyView | null;
  readonly rateSource: string | null;
  readonly byPerson: readonly { readonly name: string; readonly confirmedMinutes: number }[];
}
