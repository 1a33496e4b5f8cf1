import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { Observable, Subject, concatMap, filter, from, interval, map, merge, startWith, takeUntil } from 'rxjs';
import { Database } from '#platform';
import { PublicFacts } from './public-facts.js';

/** One fact as a server-sent event. */
export interface LiveMessage {
  id?: string;
  type: string;
  data: object;
}

interface FactRow {
  id: string;
  type: string;
  at: Date;
  body: Record<string, unknown>;
}

const CHANNEL = 'wgt_fact';
const HEARTBEAT_MS = 20_000;
const REPLAY_MOST = 500;
/** Ids are made before the commit: what is replayed reaches this far back, and a follower may see a fact twice with the same id. */
const OVERLAP_MS = 10_000;

/** Tells followers of an event what becomes true there. One listening connection per process, opened by the first follower. */
@Injectable()
export class LiveFeed implements OnModuleDestroy {
  private readonly log = new Logger(LiveFeed.name);
  private readonly told = new Subject<{ eventId: string; factId: string }>();
  private listener: Promise<PoolClient> | undefined;
  private readonly closing = new Subject<void>();
  private closed = false;

  constructor(
    private readonly database: Database,
    private readonly facts: PublicFacts,
  ) {}

  /** Everything public from now on, after what has happened since `lastId`. */
  follow(eventId: string, lastId: string | undefined): Observable<LiveMessage> {
    void this.listen();
    const news = this.told.pipe(
      filter((told) => told.eventId === eventId),
      concatMap(({ factId }) =>
        from(
          this.read('select id, type, at, body from platform.fact where id = $1 and type = any($2::text[])', [factId, this.facts.types]),
        ),
      ),
      concatMap((messages) => from(messages)),
    );
    const missed = lastId ? from(this.since(eventId, lastId)).pipe(concatMap((messages) => from(messages))) : from([]);
    const heartbeat = interval(HEARTBEAT_MS).pipe(
      startWith(0),
      map((): LiveMessage => ({ type: 'ping', data: {} })),
    );
    // Followers are let go when the process stops, or it would wait for them for ever.
    return merge(heartbeat, missed, news).pipe(takeUntil(this.closing));
  }

  async onModuleDestroy(): Promise<void> {
    this.closed = true;
    this.closing.next();
    this.told.complete();
    const client = await this.listener?.catch(() => undefined);
    client?.release(true);
  }

  private since(eventId: string, lastId: string): Promise<LiveMessage[]> {
    return this.read(
      `select id, type, at, body from platform.fact where event_id = $1 and id > $2 and id <> $3 and type = any($4::text[]) order by id limit ${REPLAY_MOST}`,
      [eventId, earlier(lastId), lastId, this.facts.types],
    );
  }

  private async read(sql: string, values: unknown[]): Promise<LiveMessage[]> {
    const rows = await this.database.query<FactRow>(sql, values);
    return rows.map((r) => ({ id: r.id, type: r.type, data: { ...this.facts.view(r.type, r.body), at: r.at.toISOString() } }));
  }

  private listen(): Promise<PoolClient> {
    this.listener ??= this.connect().catch((error: Error) => {
      this.listener = undefined;
      this.log.warn(`not listening: ${error.message}`);
      throw error;
    });
    this.listener.catch(() => undefined);
    return this.listener;
  }

  private async connect(): Promise<PoolClient> {
    const client = await this.database.pool.connect();
    client.on('notification', ({ payload }) => {
      const [eventId, factId] = (payload ?? '').split(' ');
      if (eventId && factId) this.told.next({ eventId, factId });
    });
    client.on('error', () => {
      this.listener = undefined;
      client.release(true);
      if (!this.closed) setTimeout(() => void this.listen().catch(() => undefined), 1_000).unref();
    });
    await client.query(`listen ${CHANNEL}`);
    return client;
  }
}

/** The smallest UUIDv7 of a moment somewhat before the one in `id`. */
function earlier(id: string): string {
  const at = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) - OVERLAP_MS;
  const hex = Math.max(0, at).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
