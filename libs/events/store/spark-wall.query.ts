import { Injectable } from '@nestjs/common';
import type { Db } from '#platform';
import type { SparkState } from '../domain/spark.js';

export interface WallRow {
  id: string;
  slug: string | null;
  short_code: string;
  text: string;
  author_id: string;
  state: SparkState;
  posted_at: Date;
  supports: number;
  comments: number;
  supported: boolean;
  /** The place in a fair order. */
  place: bigint;
}

export interface Wall {
  eventId: string | null;
  /** Whose supports are marked; null for visitors. */
  viewerId: string | null;
  limit: number;
}

const FIELDS = (place: string): string => `s.id, e.slug, s.short_code, s.text, s.author_id, s.state, s.posted_at, t.supports, t.comments,
  exists (select from events.spark_support mine where mine.spark_id = s.id and mine.account_id = $2) as supported, ${place} as place`;
const FROM = `from events.spark s join events.spark_tally t on t.spark_id = s.id left join events.event e on e.id = s.event_id
  where s.event_id is not distinct from $1::uuid and s.confirmed_at is not null and s.state in ('open', 'conversing', 'promoted', 'hidden')`;
const FAIR = `hashtextextended(s.id::text || $3, 0)`;

/** Pages of the spark wall, one statement each, by keyset. */
@Injectable()
export class SparkWallQuery {
  /** An order that belongs to the seed and never changes: nobody is always last (SPK-6). */
  fair(db: Db, wall: Wall, seed: string, after: { place: string; id: string } | null): Promise<WallRow[]> {
    return db.query<WallRow>(
      `select ${FIELDS(FAIR)} ${FROM} and ($4::bigint is null or (${FAIR}, s.id) > ($4, $5::uuid)) order by ${FAIR}, s.id limit $6`,
      [wall.eventId, wall.viewerId, seed, after?.place ?? null, after?.id ?? null, wall.limit],
    );
  }

  supported(db: Db, wall: Wall, after: { supports: number; id: string } | null): Promise<WallRow[]> {
    return db.query<WallRow>(
      `select ${FIELDS('0::bigint')} ${FROM} and ($3::int is null or (t.supports, t.spark_id) < ($3, $4::uuid)) order by t.supports desc, t.spark_id desc limit $5`,
      [wall.eventId, wall.viewerId, after?.supports ?? null, after?.id ?? null, wall.limit],
    );
  }

  newest(db: Db, wall: Wall, after: string | null): Promise<WallRow[]> {
    return db.query<WallRow>(`select ${FIELDS('0::bigint')} ${FROM} and ($3::uuid is null or s.id < $3) order by s.id desc limit $4`, [
      wall.eventId,
      wall.viewerId,
      after,
      wall.limit,
    ]);
  }

  /** Up to five public sparks that resemble a text, the most alike first (SPK-3). */
  similar(db: Db, eventId: string | null, textKey: string): Promise<{ id: string; text: string; supports: number; likeness: number }[]> {
    return db.query(
      `select s.id, s.text, t.supports, round(similarity(s.text_key, $2) * 100)::int as likeness from events.spark s join events.spark_tally t on t.spark_id = s.id
       where s.text_key % $2 and s.event_id is not distinct from $1::uuid and s.confirmed_at is not null and s.state in ('open', 'conversing', 'promoted')
       order by likeness desc, s.id limit 5`,
      [eventId, textKey],
    );
  }
}
