import { setTimeout as wait } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { type Config, type EmbeddedPostgres, HttpConfig, Jobs, migrate } from '#platform';

const DATABASE = 'wegettogether';

export interface EmbeddedDatabase {
  adminUrl: string;
  ownerUrl: string;
  appUrl: string;
}

const CLOSE_WITHIN_MS = 5_000;
const DEMO_MARK = 'wegettogether demo';

/** Makes the product's database when it is missing, and throws away one whose first filling was cut short. */
export async function prepareDatabase(postgres: EmbeddedPostgres): Promise<EmbeddedDatabase> {
  const urls = { adminUrl: postgres.url('postgres'), ownerUrl: postgres.url(DATABASE), appUrl: postgres.url(DATABASE, 'wgt_app') };
  await asAdmin(urls.adminUrl, async (admin) => {
    // Nobody could reach a database that was never completely filled: dropping it loses nothing.
    if ((await markOf(admin)) === `${DEMO_MARK}: filling`) await admin.query(`drop database ${DATABASE} with (force)`);
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [DATABASE]);
    if (!rowCount) await admin.query(`create database ${DATABASE}`);
  });
  return urls;
}

/** Fills the database with the demo, once. The mark says whether that was started, and whether it was finished. */
export async function seedOnce(
  config: Config,
  urls: EmbeddedDatabase,
  makeApi: (config: Config) => Promise<NestFastifyApplication>,
): Promise<boolean> {
  return asAdmin(urls.adminUrl, async (admin) => {
    if ((await markOf(admin)) === DEMO_MARK) return false;
    await admin.query(`comment on database ${DATABASE} is '${DEMO_MARK}: filling'`);
    // What is thrown away when it is cut short need not be on the disk at each of its commits. The last one, which says that it is whole, waits for all of them.
    await admin.query(`alter database ${DATABASE} set synchronous_commit = off`);
    await migrate(urls.ownerUrl);
    const { runningOutside, seedDemo } = await import('#demo');
    const app = await makeApi({ ...config, http: new HttpConfig(config.http.port, config.http.publicUrl, undefined, false) });
    const { apiBase, simulatorToken } = config.stripe;
    try {
      // Stripe's webhooks come to the port they will always come to; nobody else is told about it yet.
      await app.listen({ port: config.http.port, host: '127.0.0.1' });
      await app.get(Jobs).start();
      const stripe = apiBase && simulatorToken ? { base: apiBase, token: simulatorToken } : undefined;
      await seedDemo(app, stripe && runningOutside(app, stripe, `http://127.0.0.1:${config.http.port}`));
    } catch (error) {
      // A worker may still be at something: a start that failed says so now rather than wait for it.
      await Promise.race([app.close(), wait(CLOSE_WITHIN_MS)]);
      throw error;
    }
    await app.close();
    await admin.query(`alter database ${DATABASE} reset synchronous_commit`);
    await admin.query(`comment on database ${DATABASE} is '${DEMO_MARK}'`);
    return true;
  });
}

async function markOf(admin: pg.Client): Promise<string | undefined> {
  const { rows } = await admin.query<{ mark: string | null }>(
    `select shobj_description(oid, 'pg_database') as mark from pg_database where datname = $1`,
    [DATABASE],
  );
  return rows[0]?.mark ?? undefined;
}

async function asAdmin<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  // A connection that is lost while nothing is asked is told to whoever asks next.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
