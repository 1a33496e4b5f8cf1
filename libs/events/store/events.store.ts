import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import type { Db, EventScope, Tx } from '#platform';
import type { EventPhase } from '../domain/event-phase.js';

export interface EventRow {
  id: Id<'event'>;
  slug: string;
  name: string;
  hashtag: string;
  summary: string;
  starts_on: string | null;
  starts_at_time: string | null;
  ends_at_time: string | null;
  place: string;
  time_zone: string;
  currency: string;
  capacity: number | null;
  phase: EventPhase;
  version: number;
  conversation_threshold: number;
}

/** What an edit may change; undefined stays as it is. */
export interface EventChange {
  name?: string;
  hashtag?: string;
  summary?: string;
  startsOn?: string | null;
  startsAt?: string;
  endsAt?: string;
  place?: string;
  capacity?: number;
  phase?: EventPhase;
  threshold?: number;
}

const COLUMNS =
  'id, slug, name, hashtag, summary, starts_on, starts_at_time, ends_at_time, place, time_zone, currency, capacity, phase, version, conversation_threshold';

@Injectable()
export class EventsStore {
  scopeOf(db: Db, slug: string): Promise<EventScope | undefined> {
    return db.maybe<EventScope>('select id as "eventId", slug, currency, time_zone as "timeZone" from events.event where slug = $1', [
      slug,
    ]);
  }

  byId(db: Db, id: string): Promise<EventRow | undefined> {
    return db.maybe<EventRow>(`select ${COLUMNS} from events.event where id = $1`, [id]);
  }

  named(db: Db, ids: readonly string[]): Promise<{ id: string; slug: string; name: string }[]> {
    return db.query('select id, slug, name from events.event where id = any($1::uuid[])', [ids]);
  }

  list(db: Db, before: string | null, limit: number): Promise<EventRow[]> {
    return db.query<EventRow>(`select ${COLUMNS} from events.event where $1::uuid is null or id < $1 order by id desc limit $2`, [
      before,
      limit,
    ]);
  }

  counts(db: Db, id: string): Promise<{ sparks: number; conversing: number }> {
    return db.one(
      `select count(*)::int as sparks, count(*) filter (where state = 'conversing')::int as conversing from events.spark
       where event_id = $1 and confirmed_at is not null and state in ('open', 'conversing', 'promoted')`,
      [id],
    );
  }

  async add(
    tx: Tx,
    event: {
      id: string;
      slug: string;
      name: string;
      hashtag: string;
      summary: string;
      currency: string;
      timeZone: string;
      createdBy: string;
    },
  ): Promise<void> {
    await tx.run(
      `insert into events.event (id, slug, name, hashtag, summary, currency, time_zone, created_at, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [event.id, event.slug, event.name, event.hashtag, event.summary, event.currency, event.timeZone, tx.now, event.createdBy],
    );
  }

  /** Changes an event if it still has that version; answers whether it had. */
  async change(tx: Tx, id: string, version: number, change: EventChange): Promise<boolean> {
    const touched = await tx.run(
      `update events.event set version = version + 1, updated_at = $3, name = coalesce($4, name), hashtag = coalesce($5, hashtag), summary = coalesce($6, summary),
         starts_on = case when $7 then $8::date else starts_on end, starts_at_time = coalesce($9, starts_at_time), ends_at_time = coalesce($10, ends_at_time),
         place = coalesce($11, place), capacity = coalesce($12, capacity), phase = coalesce($13, phase), conversation_threshold = coalesce($14, conversation_threshold)
       where id = $1 and version = $2`,
      [
        id,
        version,
        tx.now,
        change.name ?? null,
        change.hashtag ?? null,
        change.summary ?? null,
        change.startsOn !== undefined,
        change.startsOn ?? null,
        change.startsAt ?? null,
        change.endsAt ?? null,
        change.place ?? null,
        change.capacity ?? null,
        change.phase ?? null,
        change.threshold ?? null,
      ],
    );
    return touched === 1;
  }
}
