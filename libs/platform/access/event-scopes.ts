import { Injectable } from '@nestjs/common';
import type { EventScope } from './access.js';

/** How events are found; the events module gives it, so that nobody here needs to know that module. */
export interface EventLookup {
  /** The event a slug names. */
  bySlug(slug: string): Promise<EventScope | undefined>;
  /** Slugs and names to show, by event id. */
  namesOf(eventIds: readonly string[]): Promise<Map<string, { slug: string; name: string }>>;
}

/** Turns slugs into events for the guard, and event ids into names for the caller's own page. */
@Injectable()
export class EventScopes {
  private lookup: EventLookup | undefined;

  get isRegistered(): boolean {
    return this.lookup !== undefined;
  }

  register(lookup: EventLookup): void {
    this.lookup = lookup;
  }

  async resolve(slug: string): Promise<EventScope | undefined> {
    return this.lookup?.bySlug(slug);
  }

  async namesOf(eventIds: readonly string[]): Promise<Map<string, { slug: string; name: string }>> {
    return this.lookup && eventIds.length ? this.lookup.namesOf(eventIds) : new Map();
  }
}
