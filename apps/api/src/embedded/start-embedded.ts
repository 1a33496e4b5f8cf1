import { createServer } from 'node:net';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Config, ConfigError, type EmbeddedPostgres, migrate, readConfig, startEmbeddedPostgres } from '#platform';
import { type Running, makeApi, serve } from '../serve.js';
import { prepareDatabase, seedOnce } from './first-start.js';
import { frontEndsBuilt } from './front-ends-built.js';
import { type LocalStripe, startLocalStripe } from './local-stripe.js';
import { showAddresses, step } from './report.js';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The trial in one command: our own PostgreSQL and a local Stripe, the demo on the first start, then the API.
 * Both servers outlive a killed process; the next start takes them over as they are.
 */
export async function startEmbedded(env: Env): Promise<Running> {
  const from = performance.now();
  const dataDir = resolve(env.DATA_DIR ?? '.data');
  const { port } = settingsOf(env).http;
  await refuseTakenPort(port);
  mkdirSync(dataDir, { recursive: true });
  let postgres: EmbeddedPostgres | undefined;
  let stripe: LocalStripe | undefined;
  const stopServers = async (): Promise<void> => {
    await stripe?.stop();
    await postgres?.stop();
  };
  try {
    postgres = await step(
      'PostgreSQL',
      async () => startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres') }),
      (p) => (p.adopted ? 'was running, taken over' : undefined),
    );
    const database = await prepareDatabase(postgres);
    await step(
      'migrations',
      () => migrate(database.ownerUrl),
      (ran) => (ran.length ? `${ran.length} new` : 'none new'),
    );
    const realStripe = Boolean(env.STRIPE_SECRET_KEY || env.STRIPE_SECRET_KEY_FILE);
    if (!realStripe)
      stripe = await step(
        'local Stripe',
        () => startLocalStripe(join(dataDir, 'stripe'), port),
        (s) => (s.adopted ? 'was running, taken over' : undefined),
      );
    const config = settingsOf(env, { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, ...stripe?.env });
    if (config.runtime.demo)
      await step(
        'demo events',
        () => seedOnce(config, database, makeApi),
        (seeded) => (seeded ? 'new' : 'there already'),
      );
    await frontEndsBuilt;
    const running = await step('API and worker', () => serve(config));
    showAddresses(config, performance.now() - from);
    return { ...running, stop: () => running.stop().then(stopServers) };
  } catch (error) {
    await stopServers().catch(() => undefined);
    throw error;
  }
}

/** The settings of a trial. Read once before anything starts, when only the addresses are not known yet, so that a wrong one stops us at once. */
function settingsOf(
  env: Env,
  known: Record<string, string> = { DATABASE_URL: 'postgresql://embedded', STRIPE_API_BASE: 'http://127.0.0.1:1' },
): Config {
  return readConfig({
    DEMO: '1',
    ...env,
    ...(env.STRIPE_SECRET_KEY || env.STRIPE_SECRET_KEY_FILE ? { ...known, STRIPE_API_BASE: env.STRIPE_API_BASE } : known),
  });
}

/** Asked before anything is started, so that a second `npm start` cannot get in the way of the first. */
async function refuseTakenPort(port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () =>
      reject(new ConfigError(`Port ${port} is taken: stop what runs there, or choose another with PORT=3001 npm start.`)),
    );
    probe.listen(port, '0.0.0.0', () => probe.close(() => resolve()));
  });
}
