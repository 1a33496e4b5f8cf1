import pg from 'pg';
import { freshDatabase } from '../support/database.js';

/** What ends the rows of a table that gathers them by itself: a schedule, or the loop that works them off. */
const ENDED: Readonly<Record<string, string>> = {
  'accounts.session': 'every-hour-clear-ended-credentials',
  'accounts.one_time_link': 'every-hour-clear-ended-credentials',
  'accounts.access_token': 'every-hour-clear-ended-credentials',
  'accounts.failed_sign_in': 'every-hour-clear-ended-credentials',
  'platform.idempotency': 'every-hour-clear-leftovers',
  'platform.mail': 'every-hour-clear-leftovers',
  'events.posting': 'every-hour-forget-unconfirmed-sparks',
  'events.spark_confirmation': 'every-hour-forget-unconfirmed-sparks, with its spark',
  'events.tally_delta': 'the fold loop',
  'proposals.tally_delta': 'the fold loop',
  'pledges.tally_delta': 'the fold loop',
  'ledger.unsealed': 'the sealer',
  'voting.unsealed': 'the sealer',
  'voting.trace': 'every-night-forget-traces',
};

/** One row, or one per list that we read. */
const FIXED = ['platform.clock', 'payments.watermark'];

/** Only ever added to, by design: what happened, and what was done about it. */
const HISTORY = [
  ...['fact', 'reaction_done', 'audit_entry'].map((t) => `platform.${t}`),
  // Each message of the processor takes effect once, so each is known for ever (I7).
  'payments.stripe_event',
];

/** What the product is about: a row is a thing that people made, and stays as long as its event does. */
const KEPT_SCHEMAS = ['events', 'proposals', 'voting', 'ledger', 'payments', 'pledges', 'sponsors', 'volunteers'];
const KEPT = ['accounts.account', 'accounts.role_grant'];
/** Words in the name of a table that gathers rows by itself: such a one must say above what ends them. */
const PASSING = /session|link|token|attempt|delta|queue|unsealed|trace|posting|confirmation|idempotency|cache|nonce|inbox|outbox|mail|seen/;
/** Rows that a person can ask for years later, although the name sounds passing. */
const RECORDS = ['payments.checkout_session', 'payments.payment_attempt'];

const SAID = new Set([...Object.keys(ENDED), ...FIXED, ...HISTORY, ...KEPT, ...RECORDS]);
/** Tables of which nothing is said, and whose name or place does not say it either. */
const silentAmong = (tables: readonly string[]): string[] =>
  tables.filter((name) => !SAID.has(name) && (!KEPT_SCHEMAS.includes(name.split('.')[0]!) || PASSING.test(name.split('.')[1]!)));

describe('nothing grows for ever', () => {
  let client: pg.Client;
  let drop: () => Promise<void>;
  let tables: string[];
  beforeAll(async () => {
    const database = await freshDatabase();
    drop = database.drop;
    client = new pg.Client(database.ownerUrl);
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      `select table_schema || '.' || table_name as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'graphile_worker', 'public')`,
    );
    tables = rows.map(({ name }) => name);
  });
  afterAll(async () => {
    await client.end();
    await drop();
  });

  it('each table has rows that somebody made, that are history, or that something ends', () => {
    expect(silentAmong(tables)).toEqual([]);
    expect([...SAID].filter((name) => !tables.includes(name))).toEqual([]);
  });

  it('is asked of each new table whose rows seem to come by themselves', () => {
    expect(silentAmong(['events.guest_token', 'platform.note', 'events.venue'])).toEqual(['events.guest_token', 'platform.note']);
  });

  it('what is ended by a schedule may be deleted by the application, and history may not', async () => {
    const mayDelete = async (names: readonly string[]): Promise<string[]> =>
      (
        await client.query<{ name: string }>(
          `select name from unnest($1::text[]) name where has_table_privilege('wgt_app', name, 'DELETE')`,
          [names],
        )
      ).rows.map(({ name }) => name);
    expect(await mayDelete(Object.keys(ENDED))).toEqual(Object.keys(ENDED));
    expect(await mayDelete(HISTORY)).toEqual([]);
  });
});
