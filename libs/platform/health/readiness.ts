import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { pgCode } from '../database/pg-error.js';
import { QueuePulse } from '../jobs/queue-pulse.js';

export const UNREADY = ['database away', 'migrations missing', 'queue stands still'] as const;
export type Unready = (typeof UNREADY)[number];

/** What we found is believed for a second, so that probes are no load. */
const BELIEVED_MS = 1_000;

/** Whether this process can serve: the database answers, it knows all migrations of this release, and somebody works on the queue. */
@Injectable()
export class Readiness {
  private asked: { at: number; answer: Promise<Unready | undefined> } | undefined;

  constructor(
    private readonly database: Database,
    private readonly pulse: QueuePulse,
  ) {}

  /** Why we are not ready; undefined when we are. */
  missing(now = performance.now()): Promise<Unready | undefined> {
    if (!this.asked || now - this.asked.at > BELIEVED_MS) this.asked = { at: now, answer: this.look() };
    return this.asked.answer;
  }

  private async look(): Promise<Unready | undefined> {
    try {
      if (!(await this.isMigrated())) return 'migrations missing';
      return (await this.pulse.standsStill()) ? 'queue stands still' : undefined;
    } catch (error) {
      // No such table, or not ours to read: the database answers, but is not (yet) one of this release.
      return /^42/.test(pgCode(error) ?? '') ? 'migrations missing' : 'database away';
    }
  }

  /** A database that is ahead of us is fine: a release works on the schema of the next. */
  private async isMigrated(): Promise<boolean> {
    const { migrations } = await import('#migrations');
    const names = migrations.map((migration) => new migration().name);
    const { applied } = await this.database.one<{ applied: number }>(
      'select count(distinct name)::int as applied from public.schema_migration where name = any($1)',
      [names],
    );
    return applied === names.length;
  }
}
