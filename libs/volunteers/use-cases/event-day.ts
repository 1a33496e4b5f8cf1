import { Injectable } from '@nestjs/common';
import { Events } from '#events';
import type { Db } from '#platform';

/** The calendar day of an event: what days "before the event" are counted from. */
@Injectable()
export class EventDay {
  constructor(private readonly events: Events) {}

  /** `YYYY-MM-DD`, or null while it is not fixed. */
  async of(db: Db, eventId: string): Promise<string | null> {
    return (await this.events.byId(db, eventId))?.starts_on ?? null;
  }
}
