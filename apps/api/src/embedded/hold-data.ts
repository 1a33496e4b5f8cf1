import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { type EmbeddedPostgres, StartError } from '#platform/start';

/** The advisory lock of whoever serves on a data folder. */
const HOLDER = 0x77677474;
const SAYS = 'wegettogether server on port ';
/** How long the database may take to see that a killed process is gone. */
const GONE_WITHIN_MS = 3_000;
const AGAIN_MS = 5_000;

export interface HeldData {
  release(): Promise<void>;
}

/**
 * Holds a data folder for one server at a time, and its database running for as long as it is held: one that was killed is started again.
 * What holds it is a session of the database, so it ends with our process, however that ends.
 */
export async function holdData(postgres: EmbeddedPostgres, port: number, startAgain: () => Promise<EmbeddedPostgres>): Promise<HeldData> {
  let released = false;
  let session = await sessionOf(postgres, port);
  const watch = (client: pg.Client): void => {
    client.once('end', () => void (released || revive()));
  };
  const revive = async (): Promise<void> => {
    console.error('  The database server has gone; starting it again.');
    for (; !released; await wait(AGAIN_MS, undefined, { ref: false })) {
      try {
        session = await sessionOf(await startAgain(), port);
        console.error('  The database server runs again.');
        return watch(session);
      } catch (error) {
        console.error(`  ${(error as Error).message}`);
      }
    }
  };
  watch(session);
  return {
    release: async () => {
      released = true;
      await session.end();
    },
  };
}

/** A session that holds the data; refuses when another server has them. */
async function sessionOf(postgres: EmbeddedPostgres, port: number): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: postgres.url('postgres'), application_name: `${SAYS}${port}` });
  client.on('error', () => undefined);
  await client.connect();
  for (const until = Date.now() + GONE_WITHIN_MS; ; await wait(50)) {
    const { rows } = await client.query<{ mine: boolean }>(`select pg_try_advisory_lock(${HOLDER}) as mine`);
    if (rows[0]?.mine) return client;
    if (Date.now() > until) break;
  }
  const { rows } = await client.query<{ who: string }>(
    `select application_name as who from pg_stat_activity join pg_locks using (pid) where locktype = 'advisory' and objid = ${HOLDER} and granted`,
  );
  await client.end();
  throw new StartError(
    `The data in ${postgres.root} are in use by the ${rows[0]?.who ?? 'server of another start'}: stop it, or choose another folder with DATA_DIR.`,
  );
}
