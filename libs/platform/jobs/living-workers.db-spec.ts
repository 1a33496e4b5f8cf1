import { setTimeout as wait } from 'node:timers/promises';
import { Logger as Quiet, runOnce } from 'graphile-worker';
import pg from 'pg';
import { freshDatabase } from '../../../test/support/database.js';
import { LivingWorkers } from './living-workers.js';

const quiet = new Quiet(() => () => undefined);

describe('Workers of the queue that were killed', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let pool: pg.Pool;
  let living: LivingWorkers;
  beforeAll(async () => {
    database = await freshDatabase();
    pool = new pg.Pool({ connectionString: database.appUrl, max: 6 });
    pool.on('error', () => undefined);
    pool.on('connect', (client) => client.on('error', () => undefined));
  });
  beforeEach(() => {
    living = new LivingWorkers(pool);
  });
  afterEach(() => living.end());
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  const add = (task: string): Promise<unknown> => pool.query('select graphile_worker.add_job($1, queue_name := $1)', [task]);
  const held = async (): Promise<number> =>
    (await pool.query<{ n: number }>('select count(*)::int as n from graphile_worker._private_job_queues where locked_by is not null'))
      .rows[0]!.n;

  it('give back their job and its queue when their session is gone', async () => {
    await add('left');
    // What a killed process leaves: taken a moment ago, by somebody who is no more.
    await pool.query(`update graphile_worker._private_jobs set locked_at = clock_timestamp(), locked_by = 'worker-killed', attempts = 1`);
    await pool.query(`update graphile_worker._private_job_queues set locked_at = clock_timestamp(), locked_by = 'worker-killed'`);
    let done = 0;
    const work = (): Promise<void> =>
      runOnce({ pgPool: pool, taskList: { left: () => void (done += 1) }, logger: quiet, noHandleSignals: true });
    await work();
    expect(done).toBe(0);
    await living.freeWhatTheDeadHeld();
    await work();
    expect(done).toBe(1);
    // The queue does not wait until the end of a job is written.
    while ((await held()) > 0) await wait(10);
  });

  it('are not confused with workers that live, in whichever process', async () => {
    await add('long');
    let finish = (): void => undefined;
    let runs = 0;
    const running = runOnce({
      pgPool: pool,
      logger: quiet,
      noHandleSignals: true,
      events: living.events,
      forbiddenFlags: living.beforeEachJob,
      taskList: {
        long: async () => {
          runs += 1;
          await new Promise<void>((done) => (finish = done));
        },
      },
    });
    while (runs === 0) await wait(10);
    expect(await held()).toBe(1);
    const other = new LivingWorkers(pool);
    await other.freeWhatTheDeadHeld();
    expect(await held()).toBe(1);
    // Its session ends, as it does with its process.
    await living.end();
    await wait(50);
    await other.freeWhatTheDeadHeld();
    expect(await held()).toBe(0);
    finish();
    await running;
    await other.end();
  });

  it('show that they live although a session that was cut off has not gone yet', async () => {
    const cutOff = new LivingWorkers(pool);
    for (const session of [cutOff, living]) {
      session.events.emit('pool:create', { workerPool: { id: 'worker-twice' } } as never);
      await session.beforeEachJob();
    }
    const { rowCount } = await pool.query(
      `select from pg_locks where locktype = 'advisory' and objid = hashtext('worker-twice')::oid and granted`,
    );
    expect(rowCount).toBe(2);
    await cutOff.end();
  });

  it('show again that they live after the database was away', async () => {
    living.events.emit('pool:create', { workerPool: { id: 'worker-steady' } } as never);
    await living.beforeEachJob();
    const owner = new pg.Client(database.ownerUrl);
    await owner.connect();
    const shown = `select pid from pg_locks where locktype = 'advisory' and objid = hashtext('worker-steady')::oid and granted`;
    const first = (await owner.query<{ pid: number }>(shown)).rows[0]!.pid;
    await owner.query('select pg_terminate_backend($1)', [first]);
    let now: number | undefined;
    for (let i = 0; i < 100 && (now === undefined || now === first); i += 1) {
      await wait(50);
      now = (await owner.query<{ pid: number }>(shown)).rows[0]?.pid;
    }
    await owner.end();
    expect(now).toEqual(expect.any(Number));
    expect(now).not.toBe(first);
  });
});
