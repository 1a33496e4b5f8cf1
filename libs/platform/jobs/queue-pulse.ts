import { Injectable } from '@nestjs/common';
import { RuntimeConfig } from '../config/config.js';
import { Database } from '../database/database.js';
import { ReactionRegistry } from '../facts/reaction-registry.js';

export interface QueueLoad {
  waiting: number;
  oldestSeconds: number;
  failed: number;
}

interface Beat {
  /** Since a worker, here or elsewhere, last did its clockwork; null where none ever did. */
  silent_ms: number | null;
  /** The job that is taken next, if one is due that we know how to do and nothing holds back. */
  next: string | null;
}

/**
 * Whether anybody works on the queue. Each living worker notes the minute in which it started the schedules of every minute, so that
 * minute tells that one lives; and the job that is next does not stay the next for long. Told by the database's own clock, as the
 * queue's rows are: the product's clock may have been moved.
 */
@Injectable()
export class QueuePulse {
  private next: { id: string | null; since: number } = { id: null, since: 0 };

  constructor(
    private readonly database: Database,
    private readonly registry: ReactionRegistry,
    private readonly runtime: RuntimeConfig,
  ) {}

  /** True when nothing has moved for longer than WORKER_SILENCE, counted from our own start; with 0 no worker is expected. */
  async standsStill(now = performance.now()): Promise<boolean> {
    const bound = this.runtime.workerSilenceMs;
    if (bound === 0) return false;
    const beat = await this.database.one<Beat>(
      `select extract(epoch from clock_timestamp() - (select max(last_execution) from graphile_worker._private_known_crontabs))::float8 * 1000 as silent_ms,
         (select j.id::text from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
          left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
          where j.is_available and j.run_at <= clock_timestamp() and coalesce(q.is_available, true) and t.identifier = any($1)
          order by j.priority, j.run_at, j.id limit 1) as next`,
      [this.known()],
    );
    if (beat.next !== this.next.id) this.next = { id: beat.next, since: now };
    const silent = Math.min(beat.silent_ms ?? Infinity, now);
    const stuck = beat.next === null ? 0 : now - this.next.since;
    return silent > bound || stuck > bound;
  }

  load(): Promise<QueueLoad> {
    return this.database.one<QueueLoad>(
      `select count(*) filter (where locked_at is null and attempts < max_attempts and run_at <= clock_timestamp())::int as waiting,
         coalesce(extract(epoch from clock_timestamp() - min(run_at) filter (where locked_at is null and attempts < max_attempts and run_at <= clock_timestamp())), 0)::float8
           as "oldestSeconds",
         count(*) filter (where attempts >= max_attempts and locked_at is null)::int as failed
       from graphile_worker.jobs`,
    );
  }

  /** Jobs that are due or at work, schedules too; those that have failed for good wait for a person and are none of them. */
  async dueOrAtWork(): Promise<number> {
    const { jobs } = await this.database.one<{ jobs: number }>(
      'select count(*)::int as jobs from graphile_worker.jobs where run_at <= clock_timestamp() and attempts < max_attempts',
    );
    return jobs;
  }

  private known(): string[] {
    return ['reaction', ...this.registry.schedules.keys(), ...this.registry.workers.keys()];
  }
}
