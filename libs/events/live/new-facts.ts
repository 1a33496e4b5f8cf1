import { newId } from '#kernel';
import type { Db } from '#platform';
import type { PublicFacts } from './public-facts.js';

export interface FactRow {
  id: string;
  event_id: string;
  type: string;
  at: Date;
  body: Record<string, unknown>;
}

/** Ids are made before the commit: a fact may appear with an id this much older than the newest one known. */
const OVERLAP_MS = 10_000;

interface Followed {
  followers: number;
  /** What was read the last time, new or not: a fact among these has been told. Unknown until the first reading. */
  known: Promise<Set<string>>;
}

/** The public facts that have appeared since they were last asked for, of the events that somebody follows. */
export class NewFacts {
  private readonly followed = new Map<string, Followed>();
  /** An id made just before the last reading that succeeded: after an outage we read from there. */
  private readUntil: string = newId();

  constructor(
    private readonly db: Db,
    private readonly facts: PublicFacts,
  ) {}

  get isFollowed(): boolean {
    return this.followed.size > 0;
  }

  /** Resolves when everything that is there already is known, so that whatever comes later is news. */
  async follow(eventId: string): Promise<void> {
    const already = this.followed.get(eventId);
    const followed = already ?? { followers: 0, known: this.read([eventId], newId()).then((rows) => new Set(rows.map((r) => r.id))) };
    followed.followers += 1;
    this.followed.set(eventId, followed);
    await followed.known;
  }

  leave(eventId: string): void {
    const followed = this.followed.get(eventId);
    if (!followed) return;
    followed.followers -= 1;
    if (followed.followers === 0) this.followed.delete(eventId);
  }

  /** In order of their ids. Whoever is away meanwhile reads them later by the id of the last one told. */
  async take(): Promise<FactRow[]> {
    const events = [...this.followed.entries()];
    const known = new Map(await Promise.all(events.map(async ([id, { known }]) => [id, await known] as const)));
    const now = newId();
    const rows = await this.read([...known.keys()], this.readUntil);
    this.readUntil = now;
    for (const [id, followed] of events) followed.known = Promise.resolve(new Set(rows.filter((r) => r.event_id === id).map((r) => r.id)));
    return rows.filter((r) => !known.get(r.event_id)?.has(r.id));
  }

  private read(eventIds: string[], since: string): Promise<FactRow[]> {
    return this.db.query<FactRow>(
      'select id, event_id, type, at, body from platform.fact where event_id = any($1::uuid[]) and id > $2 and type = any($3::text[]) order by id',
      [eventIds, idBefore(since), this.facts.types],
    );
  }
}

/** The smallest UUIDv7 of a moment somewhat before the one in `id`. */
export function idBefore(id: string): string {
  const at = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) - OVERLAP_MS;
  const hex = Math.max(0, at).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
