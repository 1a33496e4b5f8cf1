import pg from 'pg';

export const DATABASE = 'wegettogether';
/** The comment on a database that holds the demo; with `: filling` behind it while the demo is being made. */
export const DEMO_MARK = 'wegettogether demo';

export interface EmbeddedDatabase {
  adminUrl: string;
  ownerUrl: string;
  appUrl: string;
}

export async function markOf(admin: pg.Client): Promise<string | undefined> {
  const { rows } = await admin.query<{ mark: string | null }>(
    `select shobj_description(oid, 'pg_database') as mark from pg_database where datname = $1`,
    [DATABASE],
  );
  return rows[0]?.mark ?? undefined;
}

export async function asAdmin<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
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
