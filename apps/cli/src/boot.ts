import { join, resolve } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Config, readConfig, startEmbeddedPostgres } from '#platform';
import { localStripeOf } from '../../api/src/embedded/local-stripe.js';
import { WorkerModule } from '../../worker/src/worker.module.js';

/** What a verb asks beside the database. */
interface Needs {
  /** The payment provider: Stripe's own, or the local one of the data folder. */
  stripe?: boolean;
}

/**
 * Gives a verb the database: the one DATABASE_URL names, or the embedded one, whether its server runs or not.
 * A PostgreSQL that was not running is stopped again afterwards.
 */
export async function withConfig<T>(work: (config: Config) => Promise<T>, needs: Needs = {}): Promise<T> {
  if (process.env.DATABASE_URL || process.env.DATABASE_URL_FILE) return work(readConfig(withoutStripe()));
  const dataDir = resolve(process.env.DATA_DIR ?? '.data');
  const server = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres') });
  const asksLocal = needs.stripe && !process.env.STRIPE_SECRET_KEY && !process.env.STRIPE_SECRET_KEY_FILE && !process.env.STRIPE_API_BASE;
  const stripe = asksLocal ? await localStripeOf(join(dataDir, 'stripe')) : undefined;
  try {
    return await work(
      readConfig({
        ...withoutStripe(),
        ...stripe?.env,
        DATABASE_URL: server.url('wegettogether', 'wgt_app'),
        DATABASE_OWNER_URL: server.url('wegettogether'),
      }),
    );
  } finally {
    if (stripe && !stripe.adopted) await stripe.stop();
    if (!server.adopted) await server.stop();
  }
}

/** Verbs that need no payment provider must not ask for one: the simulator's address is only needed by what talks to it. */
const withoutStripe = (): Record<string, string | undefined> =>
  process.env.STRIPE_SECRET_KEY ? { ...process.env } : { STRIPE_API_BASE: 'http://127.0.0.1:1', ...process.env };

/** Gives a verb the modules of the product, without HTTP and without jobs. */
export const withModules = <T>(work: (app: INestApplicationContext, config: Config) => Promise<T>, needs: Needs = {}): Promise<T> =>
  withConfig(async (config) => {
    const app = await NestFactory.createApplicationContext(WorkerModule.with(config), { logger: ['error', 'warn'], abortOnError: false });
    try {
      return await work(app, config);
    } finally {
      await app.close();
    }
  }, needs);
