import type { EventRow } from '../store/events.store.js';
import type { EventView } from './event.view.js';

export const eventView = (row: EventRow): EventView => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  hashtag: row.hashtag,
  summary: row.summary,
  date: row.starts_on,
  startsAt: row.starts_at_time,
  endsAt: row.ends_at_time,
  place: row.place,
  timeZone: row.time_zone,
  currency: row.currency,
  capacity: row.capacity,
  phase: row.phase,
});
