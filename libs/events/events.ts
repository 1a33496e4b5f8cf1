import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Db, Database, type EventScope, EventScopes } from '#platform';
import { type EventRow, EventsStore } from './store/events.store.js';

const MOST_CACHED = 1_000;

/** What other modules may ask about gatherings. */
@Injectable()
export class Events implements OnModuleInit {
  /** A scope never changes once its event exists, so it may be kept. */
  private readonly scopes = new Map<string, EventScope>();

  constructor(
    private readonly database: Database,
    private readonly store: EventsStore,
    private readonly registry: EventScopes,
  ) {}

  onModuleInit(): void {
    this.registry.register({
      bySlug: (slug) => this.scopeOf(slug),
      namesOf: async (ids) => new Map((await this.store.named(this.database, ids)).map((e) => [e.id, { slug: e.slug, name: e.name }])),
    });
  }

  async scopeOf(slug: string): Promise<EventScope | undefined> {
    const known = this.scopes.get(slug);
    if (known) return known;
    const scope = await this.store.scopeOf(this.database, slug);
    if (scope && this.scopes.size < MOST_CACHED) this.scopes.set(slug, scope);
    return scope;
  }

  byId(db: Db, id: string): Promise<EventRow | undefined> {
    return this.store.byId(db, id);
  }
}
