import { setTimeout as wait } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Config, HttpConfig, Jobs } from '#platform';
import { DATABASE, DEMO_MARK, type EmbeddedDatabase, asAdmin, markOf } from './demo-mark.js';

const CLOSE_WITHIN_MS = 5_000;
/** Each connection learns every statement anew: nobody waits for a fifth one, and a fresh database is slow to teach. */
const CONNECTIONS = 4;

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
    const { runningOutside, seedDemo } = await import('#demo');
    const app = await makeApi({
      ...config,
      http: new HttpConfig(config.http.port, config.http.publicUrl, undefined, false),
      database: { ...config.database, poolSize: CONNECTIONS },
    });
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
