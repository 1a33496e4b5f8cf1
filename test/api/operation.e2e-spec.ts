import pg from 'pg';
import { newId } from '#kernel';
import { EventsModule } from '#events';
import { LedgerModule } from '#ledger';
import { PaymentsModule } from '#payments';
import { Jobs } from '#platform';
import { type World, testWorld } from '../support/world.js';

const ALL_FRESH_MS = 1_050;

/** The owner's hand on the database, for what goes wrong there. */
async function asOwner(world: World, ...statements: string[]): Promise<void> {
  const owner = new pg.Client(world.ownerUrl);
  await owner.connect();
  try {
    for (const statement of statements) await owner.query(statement);
  } finally {
    await owner.end();
  }
}
const aWhile = (): Promise<void> => new Promise((next) => setTimeout(next, ALL_FRESH_MS));

describe('/health/ready', () => {
  let world: World;
  beforeAll(async () => {
    world = await testWorld();
  });
  afterAll(() => world.close());

  const ask = async (): Promise<{ status: number; reason?: string; body: string }> => {
    await aWhile();
    const response = await world.http().get('/health/ready');
    const { details } = response.body as { details?: { reason: string } };
    return { status: response.status, reason: details?.reason, body: response.text };
  };

  it('says ready when all is there', async () => {
    expect(await ask()).toMatchObject({ status: 200, body: '{"status":"ready"}' });
    await world.http().get('/health/live').expect(200, { status: 'live' });
  });

  it('says 503 while a migration of this release is missing, and that the database is ahead is fine', async () => {
    await asOwner(world, `update schema_migration set name = 'Unknown1' where name like 'EndsByAge%'`);
    expect(await ask()).toMatchObject({ status: 503, reason: 'migrations missing' });
    await asOwner(
      world,
      `update schema_migration set name = 'EndsByAge' || "timestamp" where name = 'Unknown1'`,
      `insert into schema_migration ("timestamp", name) values (1, 'OfTheNextRelease1')`,
    );
    expect(await ask()).toMatchObject({ status: 200 });
    await asOwner(world, 'alter table schema_migration rename to moved_away');
    expect(await ask()).toMatchObject({ status: 503, reason: 'migrations missing' });
    await asOwner(world, 'alter table moved_away rename to schema_migration');
  });

  it('says 503 while the database is away, without a word about where it is, and stays alive', async () => {
    const database = new URL(world.ownerUrl).pathname.slice(1);
    const shut = (word: string): Promise<void> => {
      const url = new URL(world.ownerUrl);
      url.pathname = '/postgres';
      return asOwner(
        Object.assign(Object.create(world) as World, { ownerUrl: url.href }),
        `alter database ${database} allow_connections ${word}`,
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}' and pid <> pg_backend_pid()`,
      );
    };
    await shut('false');
    const away = await ask();
    await world.http().get('/health/live').expect(200);
    const metrics = await world.http().get('/metrics').expect(200);
    await shut('true');
    expect(away).toMatchObject({ status: 503, reason: 'database away' });
    expect(away.body).not.toContain(database);
    expect(metrics.text).toMatch(/\nwgt_jobs_waiting nan\n/i);
    expect(await ask()).toMatchObject({ status: 200 });
  });
});

describe('/health/ready where workers are expected', () => {
  let world: World;
  beforeAll(async () => {
    world = await testWorld([], { workerSilenceMs: 1_500 });
  });
  afterAll(() => world.close());

  const status = async (): Promise<string> => {
    await aWhile();
    const response = await world.http().get('/health/ready');
    return response.status === 200 ? 'ready' : (response.body as { details: { reason: string } }).details.reason;
  };
  const beat = (age: string): Promise<number> =>
    world.database.run(
      `insert into graphile_worker._private_known_crontabs (identifier, known_since, last_execution) values ('of any worker', clock_timestamp(), clock_timestamp() - $1::interval)
       on conflict (identifier) do update set last_execution = excluded.last_execution`,
      [age],
    );

  it('says 503 when none has shown itself for too long, and ready again when one does', async () => {
    expect(await status()).toBe('queue stands still');
    await beat('0 s');
    expect(await status()).toBe('ready');
    await beat('1 hour');
    expect(await status()).toBe('queue stands still');
  });

  it('says 503 when workers show themselves but nobody takes the next job', async () => {
    await world.unitOfWork.run((tx) => tx.enqueue('deliver-mail', { id: newId() }));
    const seen: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      await beat('0 s');
      seen.push(await status());
    }
    expect(seen).toEqual(['ready', 'ready', 'queue stands still']);
    await world.get(Jobs).runPending();
    await beat('0 s');
    expect(await status()).toBe('ready');
  });
});

describe('/metrics', () => {
  let world: World;
  beforeAll(async () => {
    world = await testWorld([EventsModule, LedgerModule, PaymentsModule]);
  });
  afterAll(() => world.close());

  const figures = async (): Promise<string> => {
    await aWhile();
    const response = await world.http().get('/metrics').expect(200);
    expect(response.headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    return response.text;
  };

  it('counts requests by template, never by address, and tells nothing about anybody', async () => {
    const { slug } = await world.event();
    const ann = await world.account({ name: 'Ann Unmistakable' });
    const headers = await world.signIn(ann);
    for (let i = 0; i < 3; i += 1) await world.http().get(`/api/v1/events/${slug}?q=${ann.email}`).set(headers);
    await world.http().get(`/api/v1/events/no-such-${newId().slice(-6)}`);
    for (let i = 0; i < 20; i += 1) await world.http().get(`/nowhere/${newId()}`);
    const text = await figures();
    expect(text).toMatch(/http_requests_total\{method="GET",route="\/api\/v1\/events\/:slug",status="4xx"\} \d/);
    expect(text).toMatch(/http_request_duration_seconds_bucket\{le="0\.1",method="GET",route="\/api\/v1\/events\/:slug"\} \d/);
    for (const secret of [slug, ann.email, ann.accountId, 'Unmistakable', 'nowhere']) expect(text).not.toContain(secret);
    const routes = new Set([...text.matchAll(/route="([^"]*)"/g)].map(([, route]) => route));
    expect([...routes].filter((route) => /[0-9a-f]{8}-/.test(route!))).toEqual([]);
    expect(routes.size).toBeLessThan(10);
  });

  it('tells of the pool, the queue, the seals, the webhooks and the event loop', async () => {
    const text = await figures();
    for (const name of [
      'wgt_database_connections{state="in use"}',
      'wgt_database_connections{state="waiting"} 0',
      'wgt_jobs_waiting 0',
      'wgt_jobs_oldest_waiting_seconds 0',
      'wgt_jobs_failed 0',
      'wgt_journal_seal_lag_seconds 0',
      'wgt_webhooks_unprocessed 0',
      'nodejs_eventloop_lag_p99_seconds ',
    ])
      expect(text).toContain(`\n${name}`);
  });

  it('tells when something waits or has failed', async () => {
    await world.unitOfWork.run((tx) => tx.enqueue('deliver-mail', { id: newId() }));
    await world.unitOfWork.run((tx) => tx.enqueue('send-refund', { refund: newId() }));
    await world.database.run(
      `update graphile_worker._private_jobs set attempts = max_attempts where task_id = (select id from graphile_worker._private_tasks where identifier = 'send-refund')`,
    );
    await world.database.run(
      `insert into payments.stripe_event (id, stripe_event_id, type, created_at, body, via, received_at, state) values ($1, 'evt_1', 'charge.succeeded', $2, '{}', 'webhook', $2, 'new')`,
      [newId(), world.clock.now()],
    );
    const text = await figures();
    expect(text).toContain('\nwgt_jobs_waiting 1\n');
    expect(text).toContain('\nwgt_jobs_failed 1\n');
    expect(Number(/\nwgt_jobs_oldest_waiting_seconds (\S+)/.exec(text)![1])).toBeGreaterThan(1);
    expect(text).toContain('\nwgt_webhooks_unprocessed 1\n');
  });
});
