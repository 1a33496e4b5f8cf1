import { EventEmitter } from 'node:events';
import { Logger } from '@nestjs/common';
import type { WorkerEvents } from 'graphile-worker';
import type pg from 'pg';

/** First half of the advisory locks by which workers show that they live. */
const LIVING = 0x77677477;
const AGAIN_MS = 1_000;

const HELD_BY_THE_DEAD = `array(
  select held.locked_by from (select locked_by from graphile_worker._private_jobs union select locked_by from graphile_worker._private_job_queues) held
  where held.locked_by is not null and not exists (
    select from pg_locks l where l.locktype = 'advisory' and l.classid = ${LIVING}::oid and l.objid = hashtext(held.locked_by)::oid and l.granted
      and l.database = (select oid from pg_database where datname = current_database())))`;

/**
 * Which workers of the queue live. The queue itself believes for four hours in the lock of a worker that was killed, and
 * keeps its job and that job's queue from everybody else. So each worker of ours holds a lock of one database session,
 * which ends with its process, and takes no job before it has it: a job whose worker has no such lock is free again.
 */
export class LivingWorkers {
  /** Where the queue tells of its workers. */
  readonly events: WorkerEvents = new EventEmitter();
  private readonly log = new Logger(LivingWorkers.name);
  private readonly ids: string[] = [];
  private session: Promise<pg.PoolClient> | undefined;
  private announced: Promise<void> = Promise.resolve();
  private ended = false;

  constructor(private readonly pool: pg.Pool) {
    this.events.on('pool:create', ({ workerPool }) => {
      this.ids.push(workerPool.id);
      this.announced = this.announceAll();
    });
  }

  /** Asked by the queue before it takes a job: no job is forbidden, but none is taken by a worker that does not show yet. */
  readonly beforeEachJob = async (): Promise<null> => {
    await this.announced;
    return null;
  };

  /** Gives back what workers held that are no more: killed, or cut off from the database. */
  async freeWhatTheDeadHeld(): Promise<void> {
    await this.pool.query(`select graphile_worker.force_unlock_workers(${HELD_BY_THE_DEAD})`);
  }

  async end(): Promise<void> {
    this.ended = true;
    const session = this.session;
    this.session = undefined;
    await session?.then(
      (client) => client.release(true),
      () => undefined,
    );
  }

  /** Until this succeeds no worker of ours takes a job; the database may be away for a while. */
  private async announceAll(): Promise<void> {
    for (;;) {
      try {
        const client = await (this.session ??= this.open());
        // Shared, so that nobody stands in our way: a session that was cut off says so before it gives its own lock up.
        await client.query(`select pg_advisory_lock_shared(${LIVING}, hashtext(id)) from unnest($1::text[]) id`, [this.ids]);
        return;
      } catch (error) {
        if (this.ended) return;
        this.session = undefined;
        this.log.warn(`workers cannot show that they live: ${(error as Error).message}`);
        await new Promise((next) => setTimeout(next, AGAIN_MS).unref());
      }
    }
  }

  private async open(): Promise<pg.PoolClient> {
    const client = await this.pool.connect();
    client.once('error', (error) => {
      client.release(error);
      this.session = undefined;
      if (!this.ended) this.announced = this.announceAll();
    });
    return client;
  }
}
