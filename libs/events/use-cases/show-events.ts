import { Injectable } from '@nestjs/common';
import type { Db } from '#platform';
import { type EventRow, EventsStore } from '../store/events.store.js';

/** Gatherings as everybody sees them. */
@Injectable()
export class ShowEvents {
  constructor(private readonly events: EventsStore) {}

  list(db: Db, before: string | null, limit: number): Promise<EventRow[]> {
    return this.events.list(db, before, limit);
  }

  async one(db: Db, id: string): Promise<{ event: EventRow; counts: { sparks: number; conversing: number } }> {
    return { event: (await this.events.byId(db, id))!, counts: await this.events.counts(db, id) };
  }
}
