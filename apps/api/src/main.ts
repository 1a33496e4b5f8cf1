import { type Config, readConfig } from '#platform/start';
import { startEmbedded } from './embedded/start-embedded.js';
import { fail } from './say-why.js';
import type { Running } from './serve.js';

/** As a shell counts a program that Ctrl-C ended. */
const INTERRUPTED = 130;

let stopping = false;
/** What Ctrl-C does: so far, and once everything runs. */
let stop: () => Promise<number> = () => Promise.resolve(INTERRUPTED);

/** Settings are read first: what is wrong with them is said at once, and not after the whole product is loaded. */
const serveWith = async (config: Config): Promise<Running> => (await import('./serve.js')).serve(config);

/** With a database named, the API serves on it; without one, it brings its own PostgreSQL and a local Stripe. */
async function main(): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      stop().then((status) => process.exit(status), fail);
    });
  }
  const embedded = !process.env.DATABASE_URL && !process.env.DATABASE_URL_FILE && process.env.NODE_ENV !== 'production';
  const running = embedded
    ? await startEmbedded(process.env, (end) => (stop = () => end().then(() => INTERRUPTED)))
    : await serveWith(readConfig(process.env));
  stop = () => running.stop().then(() => 0);
}

// A start that is interrupted fails on its way: that is no news.
main().catch((error: Error) => stopping || fail(error));
