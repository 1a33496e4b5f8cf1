/** How much there is. */
export class EventCountsView {
  sparks!: number;
  /** Sparks whose conversation is open. */
  conversing!: number;
}

/** An event as everybody sees it. */
export class EventView {
  id!: string;
  slug!: string;
  name!: string;
  /** Without the `#`. */
  hashtag!: string;
  summary!: string;
  /** `YYYY-MM-DD` where it happens; null while it is not fixed. */
  date!: string | null;
  /** Clock time where it happens, `HH:MM`. */
  startsAt!: string | null;
  endsAt!: string | null;
  place!: string;
  /** IANA zone. */
  timeZone!: string;
  /** ISO 4217 code. */
  currency!: string;
  capacity!: number | null;
  /** spark, proposals, voting, funding, preparing, happening, outcomes or archived. */
  phase!: string;
}

export class EventDetailView extends EventView {
  version!: number;
  conversationThreshold!: number;
  counts!: EventCountsView;
}

export class EventsPageView {
  items!: EventView[];
  next!: string | null;
}
