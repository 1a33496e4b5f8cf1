import { Injectable } from '@nestjs/common';
import type { Db } from '#platform';

/** The calendar day of an event: what days "before the event" are counted from. */
@Injectable()
export class EventDay {
  /** `YYYY-MM-DD`, or null while it is not fixed. */
  async of(db: Db, eventId: string): Promise<string | null> {
    const row = await db.maybe<{ day: string | null }>('select starts_on as day from events.event where id = $1', [eventId]);
    return row?.day ?? null;
  }
}
