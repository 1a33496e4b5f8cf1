import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { fromCursor, idAfter, type Page, pageOf } from '#kernel';
import { type Actor, type Db, Reads } from '#platform';
import { type EventPhase, gathersSparks } from '../domain/event-phase.js';
import { EventsStore } from '../store/events.store.js';
import { SparkWallQuery, type WallRow } from '../store/spark-wall.query.js';

export type SparkSort = 'fair' | 'supported' | 'newest';

export interface WallRequest {
  eventId: string | null;
  viewer: Actor | undefined;
  sort?: SparkSort;
  after?: string;
  limit: number;
}

/** Pages of the spark wall. A walk keeps the order it began with, so that nothing repeats and nothing is skipped (SPK-6). */
@Injectable()
export class ShowSparks {
  constructor(
    private readonly reads: Reads,
    private readonly wall: SparkWallQuery,
    private readonly events: EventsStore,
  ) {}

  async execute(request: WallRequest): Promise<Page<WallRow>> {
    const db = this.reads.of(request.viewer);
    const sort = request.sort ?? (await this.defaultSort(db, request.eventId));
    const wall = { eventId: request.eventId, viewerId: request.viewer?.accountId ?? null, limit: request.limit + 1 };
    if (sort === 'fair') {
      const [seed, place, id] = request.after
        ? fromCursor(request.after, 'id', 'bigint', 'id')
        : [request.viewer?.accountId ?? randomUUID()];
      const rows = await this.wall.fair(db, wall, seed!, place && id ? { place, id } : null);
      return pageOf(rows, request.limit, (row) => [seed!, row.place.toString(), row.id]);
    }
    if (sort === 'supported') {
      const key = request.after ? fromCursor(request.after, 'count', 'id') : null;
      const rows = await this.wall.supported(db, wall, key && { supports: key[0], id: key[1] });
      return pageOf(rows, request.limit, (row) => [row.supports, row.id]);
    }
    const rows = await this.wall.newest(db, wall, idAfter(request.after));
    return pageOf(rows, request.limit, (row) => [row.id]);
  }

  private async defaultSort(db: Db, eventId: string | null): Promise<SparkSort> {
    const phase: EventPhase = eventId ? ((await this.events.byId(db, eventId))?.phase ?? 'spark') : 'spark';
    return gathersSparks(phase) ? 'fair' : 'supported';
  }
}
