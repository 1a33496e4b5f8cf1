import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Observable, Subject, concatMap, defer, filter, finalize, from, interval, map, merge, startWith, takeUntil } from 'rxjs';
import { Database } from '#platform';
import { type FactRow, NewFacts, idBefore } from './new-facts.js';
import { PublicFacts } from './public-facts.js';

/** One fact as a server-sent event. */
export interface LiveMessage {
  id?: string;
  type: string;
  data: object;
}

const ASK_EVERY_MS = 500;
const HEARTBEAT_MS = 20_000;
const REPLAY_MOST = 500;

/**
 * Tells followers of an event what becomes true there. One question for all followed events, twice a second and only while somebody
 * follows: a notice sent by each commit would make all commits of the server wait for one another.
 */
@Injectable()
export class LiveFeed implements OnModuleDestroy {
  private readonly log = new Logger(LiveFeed.name);
  private readonly told = new Subject<FactRow>();
  private readonly closing = new Subject<void>();
  private readonly news: NewFacts;
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly facts: PublicFacts,
  ) {
    this.news = new NewFacts(database, facts);
  }

  /** Everything public from now on, after what has happened since `lastId`. */
  follow(eventId: string, lastId: string | undefined): Observable<LiveMessage> {
    const news = this.told.pipe(
      filter((fact) => fact.event_id === eventId),
      map((fact) => this.message(fact)),
    );
    const missed = defer(async () => (lastId ? this.since(eventId, lastId) : [])).pipe(concatMap((messages) => from(messages)));
    const heartbeat = interval(HEARTBEAT_MS).pipe(
      startWith(0),
      map((): LiveMessage => ({ type: 'ping', data: {} })),
    );
    // What is known now is no news; only then is the follower told that we are there.
    return defer(() => this.begin(eventId)).pipe(
      concatMap(() => merge(news, missed, heartbeat)),
      // Followers are let go when the process stops, or it would wait for them for ever.
      takeUntil(this.closing),
      finalize(() => this.end(eventId)),
    );
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    this.closing.next();
    clearTimeout(this.timer);
    await this.round;
  }

  private begin(eventId: string): Promise<void> {
    const begun = this.news.follow(eventId);
    this.timer ??= this.askLater();
    return begun;
  }

  private end(eventId: string): void {
    this.news.leave(eventId);
    if (!this.news.isFollowed) {
      clearTimeout(this.timer);
      this.timer = undefined;
    }
  }

  private askLater(): NodeJS.Timeout {
    return setTimeout(() => {
      this.round = this.ask().finally(() => {
        this.timer = this.news.isFollowed && !this.stopped ? this.askLater() : undefined;
      });
    }, ASK_EVERY_MS).unref();
  }

  private async ask(): Promise<void> {
    try {
      for (const fact of await this.news.take()) this.told.next(fact);
    } catch (error) {
      // Nothing is lost: what was not read now is new the next time.
      this.log.warn(`live facts not read: ${(error as Error).message}`);
    }
  }

  private async since(eventId: string, lastId: string): Promise<LiveMessage[]> {
    const rows = await this.database.query<FactRow>(
      `select id, event_id, type, at, body from platform.fact where event_id = $1 and id > $2 and id <> $3 and type = any($4::text[]) order by id limit ${REPLAY_MOST}`,
      [eventId, idBefore(lastId), lastId, this.facts.types],
    );
    return rows.map((row) => this.message(row));
  }

  private message({ id, type, at, body }: FactRow): LiveMessage {
    return { id, type, data: { ...this.facts.view(type, body), at: at.toISOString() } };
  }
}
