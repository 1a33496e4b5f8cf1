import { Injectable } from '@nestjs/common';
import { Accounts } from '#accounts';
import { type Actor, Database, HttpConfig, accessRefusals } from '#platform';
import { DEFAULT_THRESHOLD } from '../domain/spark.js';
import { shareText } from '../domain/spark-text.js';
import { EventsStore } from '../store/events.store.js';
import { type SparkRow, SparksStore } from '../store/sparks.store.js';
import { SupportsStore } from '../store/supports.store.js';

export interface SparkShown {
  row: SparkRow;
  event: string | null;
  author: string | null;
  supports: number;
  comments: number;
  supported: boolean;
  threshold: number;
  shareText: string;
  shortUrl: string;
  promotions: { kind: string; id: string }[];
}

/** One spark with everything its page shows, found by id or by its short address (SPK-7). */
@Injectable()
export class ShowSpark {
  constructor(
    private readonly database: Database,
    private readonly sparks: SparksStore,
    private readonly supports: SupportsStore,
    private readonly events: EventsStore,
    private readonly accounts: Accounts,
    private readonly http: HttpConfig,
  ) {}

  async byId(viewer: Actor | undefined, id: string): Promise<SparkShown> {
    return this.show(viewer, await this.sparks.byId(this.database, id));
  }

  async byShortCode(viewer: Actor | undefined, code: string): Promise<SparkShown> {
    return this.show(viewer, await this.sparks.byShortCode(this.database, code));
  }

  private async show(viewer: Actor | undefined, row: SparkRow | undefined): Promise<SparkShown> {
    if (!row?.confirmed_at) throw accessRefusals.NOT_FOUND();
    const event = row.event_id ? await this.events.byId(this.database, row.event_id) : undefined;
    const names = await this.accounts.namesOf(this.database, [row.author_id]);
    const shortUrl = `${this.http.publicUrl}/s/${row.short_code}`;
    return {
      row,
      event: event?.slug ?? null,
      author: names.get(row.author_id) ?? null,
      ...(await this.supports.exact(this.database, row.id)),
      supported: viewer ? await this.supports.has(this.database, row.id, viewer.accountId) : false,
      threshold: event?.conversation_threshold ?? DEFAULT_THRESHOLD,
      shareText: shareText(row.text, shortUrl),
      shortUrl,
      promotions: await this.sparks.promotions(this.database, row.id),
    };
  }
}
