import { createServer } from 'node:net';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Config, type EmbeddedPostgres, StartError, pgCode, readConfig, startEmbeddedPostgres } from '#platform/start';
import type { Running } from '../serve.js';
import { frontEndsBuilt } from './front-ends-built.js';
import { holdData } from './hold-data.js';
import type { LocalStripe } from './local-stripe.js';
import { prepareDatabase } from './prepare-database.js';
import { showAddresses, step } from './report.js';

const MEND = 'put a backup in their place, or move the folder away and start afresh.';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The trial in one command: our own PostgreSQL and a local Stripe, the demo on the first start, then the API.
 * Both servers outlive a killed process; the next start takes them over as they are. `untilThen` hears how to stop what runs so far.
 */
export async function startEmbedded(env: Env, untilThen: (stop: () => Promise<void>) => void): Promise<Running> {
  const dataDir = resolve(env.DATA_DIR ?? '.data');
  const { port } = settingsOf(env).http;
  await refuseTakenPort(port);
  makeFolder(dataDir);
  const loading = import('./product.js');
  const startPostgres = (): Promise<EmbeddedPostgres> => startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres') });
  const { postgres, held } = await step(
    'PostgreSQL',
    async () => {
      const server = await startPostgres();
      return { postgres: server, held: await holdData(server, port, startPostgres) };
    },
    (found) => noteOn(found.postgres, dataDir),
  );
  // From here on the data are ours, and we leave nothing running when the start fails; before, they may have been another server's.
  let stripe: Promise<LocalStripe> | undefined;
  const stopServers = async (): Promise<void> => {
    await stripe?.then((it) => it.stop()).catch(() => undefined);
    await held.release();
    await postgres.stop();
  };
  untilThen(stopServers);
  try {
    const database = await prepareDatabase(postgres);
    const { makeApi, migrate, seedOnce, serve, startLocalStripe } = await step('modules', () => loading);
    if (!(env.STRIPE_SECRET_KEY || env.STRIPE_SECRET_KEY_FILE))
      stripe = step(
        'local Stripe',
        () => startLocalStripe(join(dataDir, 'stripe'), port),
        (s) => (s.adopted ? 'was running, taken over' : undefined),
      );
    const [local] = await Promise.all([
      stripe,
      step(
        'migrations',
        () => migrate(database.ownerUrl),
        (ran) => (ran.length ? `${ran.length} new` : 'none new'),
      ),
    ]);
    const config = settingsOf(env, { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, ...local?.env });
    if (config.runtime.demo)
      await step(
        'demo events',
        () => seedOnce(config, database, makeApi),
        (seeded) => (seeded ? 'new' : 'there already'),
      );
    await frontEndsBuilt;
    const running = await step('API and worker', () => serve(config));
    showAddresses(config, Date.now() - Number(env.STARTED_AT ?? performance.timeOrigin));
    return { ...running, stop: () => running.stop().finally(stopServers) };
  } catch (error) {
    await stopServers().catch(() => undefined);
    // We have just seen or made this database: it is its files that are missing.
    throw pgCode(error) === '3D000' ? new StartError(`The database files in ${postgres.root} are damaged: ${MEND}`) : error;
  }
}

function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    throw new StartError(`${dataDir} cannot hold our data (${(error as Error).message}): choose another folder with DATA_DIR.`);
  }
}

/** What is worth knowing about the database server: that it outlived a start before, or that its data are not where one would look. */
function noteOn({ adopted, root }: EmbeddedPostgres, dataDir: string): string | undefined {
  const notes = [...(adopted ? ['was running, taken over'] : []), ...(root.startsWith(dataDir) ? [] : [`its data are in ${root}`])];
  return notes.join('; ') || undefined;
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
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new StartError(`Port ${port} is taken: stop what runs there, or choose another with PORT=3001 npm start.`)
          : error,
      ),
    );
    probe.listen(port, '0.0.0.0', () => probe.close(() => resolve()));
  });
}
