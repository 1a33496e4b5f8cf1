import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { Runner, TaskList } from 'graphile-worker';
import pg from 'pg';
import { newId } from '#kernel';
import { DatabaseConfig } from '../config/config.js';
import { Database } from '../database/database.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { stepDownRole } from '../database/data-source.js';
import { runInContext } from '../http/context.js';
import { ReactionRegistry } from '../facts/reaction-registry.js';
import { LivingWorkers } from './living-workers.js';
import { askAgainForTheNext } from './next-in-a-row.js';

/** How many jobs run at once. */
const CONCURRENCY = 4;
/** How long a job can lie that a killed worker of another process held. */
const FREE_EVERY_MS = 20_000;
/** How long the end of a job may take to be written. */
const HELD_FOR_MS = 10_000;

/** Loaded once somebody works. The queue's own chatter is left out; what goes wrong is logged by us, with the job's name. */
async function queue() {
  const { Logger: WorkerLogger, parseCronItems, run, runOnce } = await import('graphile-worker');
  return { parseCronItems, run, runOnce, logger: new WorkerLogger(() => () => undefined) };
}

interface FactRow {
  id: string;
  type: string;
  event_id: string | null;
  at: Date;
  body: object;
}

/** Runs reactions, schedules and job workers, in the API's process or in one of its own. */
@Injectable()
export class Jobs implements OnModuleDestroy {
  private readonly log = new Logger(Jobs.name);
  private runner: Runner | undefined;
  private pool: pg.Pool | undefined;
  private living: LivingWorkers | undefined;
  private freeing: NodeJS.Timeout | undefined;

  constructor(
    private readonly config: DatabaseConfig,
    private readonly database: Database,
    private readonly registry: ReactionRegistry,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Starts working, with what a killed process left half done. A new job is heard of at once; `lookAgainMs` is how long one can lie
   * whose time has come, or that nobody was told of.
   */
  async start({ lookAgainMs = 1_000 } = {}): Promise<void> {
    await this.pool?.end();
    this.pool = this.newPool(CONCURRENCY + 3);
    const living = (this.living = new LivingWorkers(this.pool));
    const free = (): Promise<void> =>
      living.freeWhatTheDeadHeld().catch((error: Error) => this.log.warn(`jobs of killed workers not freed: ${error.message}`));
    askAgainForTheNext(living.events);
    await free();
    this.freeing = setInterval(() => void free(), FREE_EVERY_MS).unref();
    const { parseCronItems, run, logger } = await queue();
    this.runner = await run({
      pgPool: this.pool,
      concurrency: CONCURRENCY,
      noHandleSignals: true,
      events: living.events,
      forbiddenFlags: living.beforeEachJob,
      pollInterval: lookAgainMs,
      taskList: this.taskList(),
      parsedCronItems: parseCronItems(
        [...this.registry.schedules].map(([task, { cron }]) => ({
          task,
          match: cron,
          identifier: task,
          options: { maxAttempts: 1, queueName: task },
        })),
      ),
      logger,
    });
  }

  /** Connections of the queue's own: it listens on one and must not take those that serve requests. */
  private newPool(max: number): pg.Pool {
    const role = stepDownRole(this.config.url);
    const pool = new pg.Pool({
      connectionString: this.config.url,
      max,
      application_name: 'wegettogether-worker',
      ...(role ? { options: `-c role=${role}` } : {}),
    });
    pool.on('error', (error) => this.log.warn(`worker connection lost: ${error.message}`));
    pool.on('connect', (client) => client.on('error', () => undefined));
    return pool;
  }

  /** Runs every schedule now, once each; after the clock has been moved, so that what has become due happens. */
  async runSchedules(): Promise<void> {
    for (const name of this.registry.schedules.keys()) {
      await this.database.query('select graphile_worker.add_job($1, queue_name := $1, job_key := $1, max_attempts := 1)', [name]);
    }
  }

  /** Runs what is waiting, here and now, until nothing is left. For tests and the demo seed, where no worker runs. */
  async runPending(): Promise<void> {
    const taskList = this.taskList();
    let due = await this.leftOver(Object.keys(taskList));
    if (!due) return;
    this.pool ??= this.newPool(CONCURRENCY);
    const { runOnce, logger } = await queue();
    for (let before: string | null = ''; due && due !== before;) {
      before = due;
      await runOnce({ pgPool: this.pool, taskList, noHandleSignals: true, logger });
      due = await this.leftOver(Object.keys(taskList));
    }
  }

  /**
   * The queue does not wait until the end of a job is written, so it finds nothing where the next job of a sequence is still held back
   * by the one before. Answers which jobs are due once none of ours is held any more, or has been held for too long.
   */
  private async leftOver(tasks: readonly string[]): Promise<string | null> {
    for (const until = performance.now() + HELD_FOR_MS; ; await wait(5)) {
      const { held, due } = await this.database.one<{ held: boolean; due: string | null }>(
        `select coalesce(bool_or(locked_at is not null), false) as held,
                string_agg(id::text, ',' order by id) filter (where locked_at is null and attempts < max_attempts and run_at <= clock_timestamp()) as due
           from graphile_worker.jobs where task_identifier = any($1)`,
        [tasks],
      );
      if (!held || performance.now() > until) return due;
    }
  }

  /** Lets running jobs finish while the database is still there. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.freeing);
    await this.runner?.stop();
    await this.living?.end();
    await this.pool?.end();
  }

  private taskList(): TaskList {
    const tasks: TaskList = { reaction: (payload) => this.react(payload as { fact: string; handler: string }) };
    for (const [name, { schedule }] of this.registry.schedules) tasks[name] = () => inSystemContext(name, () => schedule.run());
    for (const [name, worker] of this.registry.workers)
      tasks[name] = (payload) => inSystemContext(name, () => worker.work(payload as object));
    return tasks;
  }

  private async react({ fact, handler }: { fact: string; handler: string }): Promise<void> {
    const reaction = this.registry.reactions.get(handler);
    // A handler that a newer or older release knows and we do not: leave the job for a process that has it.
    if (!reaction) throw new Error(`no reaction named ${handler}`);
    await inSystemContext(handler, () =>
      this.unitOfWork.run(async (tx) => {
        const first = await tx.run('insert into platform.reaction_done (fact_id, handler, at) values ($1, $2, $3) on conflict do nothing', [
          fact,
          handler,
          tx.now,
        ]);
        if (first === 0) return;
        const row = await tx.one<FactRow>('select id, type, event_id, at, body from platform.fact where id = $1', [fact]);
        await reaction.react(tx, { id: row.id, type: row.type, eventId: row.event_id as never, at: row.at, body: row.body });
      }),
    );
  }
}

const log = new Logger('jobs');

async function inSystemContext<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await runInContext({ requestId: `${name}:${newId()}`, actorId: null }, work);
  } catch (error) {
    log.warn(`${name} failed and will be tried again: ${(error as Error).stack ?? String(error)}`);
    throw error;
  }
}
