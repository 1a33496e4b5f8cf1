import { readConfig } from '#platform';
import { startEmbedded } from './embedded/start-embedded.js';
import { fail } from './say-why.js';
import { serve } from './serve.js';

/** With a database named, the API serves on it; without one, it brings its own PostgreSQL and a local Stripe. */
async function main(): Promise<void> {
  const embedded = !process.env.DATABASE_URL && !process.env.DATABASE_URL_FILE && process.env.NODE_ENV !== 'production';
  const running = embedded ? await startEmbedded(process.env) : await serve(readConfig(process.env));
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      running.stop().then(
        () => process.exit(0),
        (error: Error) => fail(error),
      );
    });
  }
}

main().catch(fail);
