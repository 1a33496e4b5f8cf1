import type { PageView } from './page';

export interface EventView {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** Without the `#`. */
  readonly hashtag: string;
  readonly summary: string;
  /** `YYYY-MM-DD` where it happens; null while it is not fixed. */
  readonly date: string | null;
  /** Clock time where it happens, `HH:MM`. */
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly place: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly capacity: number | null;
  readonly phase: string;
}

export type EventsPageView = PageView<EventView>;

/** The phases of a budget process, where the event has one. */
export interface BudgetPhasesView {
  /** Null: there is no such process, or it has not begun. */
  readonly now: string | null;
  readonly phases: readonly { readonly phase: string; readonly startsAt: string; readonly endsAt: string | null }[];
}

export interface EventDetailView extends EventView {
  readonly version: number;
  readonly conversationThreshold: number;
  readonly counts: { readonly sparks: number; readonly conversing: number };
}
