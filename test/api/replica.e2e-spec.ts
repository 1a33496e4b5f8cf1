import pg from 'pg';
import { AccountsModule } from '#accounts';
import { EventsModule } from '#events';
import { LedgerModule } from '#ledger';
import { Reads } from '#platform';
import { ProposalsModule } from '#proposals';
import { freshDatabase } from '../support/database.js';
import { type World, testWorld } from '../support/world.js';

/**
 * A second database stands for the replica: it has the same tables and other rows, so that an answer tells where it was read. Where it
 * stands in the primary's log is said by a function before PostgreSQL's own.
 */
describe('a replica for visitors', () => {
  let world: World;
  let replica: pg.Client;
  let drop: () => Promise<void>;
  let slug: string;
  beforeAll(async () => {
    const second = await freshDatabase();
    drop = second.drop;
    replica = new pg.Client(second.ownerUrl);
    await replica.connect();
    const name = new URL(second.ownerUrl).pathname.slice(1);
    await replica.query(`create schema told; grant usage on schema told to wgt_app; create table told.position (at pg_lsn); grant select on told.position to wgt_app;
      insert into told.position values (null);
      create function told.pg_last_wal_replay_lsn() returns pg_lsn language sql stable as 'select at from told.position';
      alter database ${name} set search_path = told, pg_catalog, public`);
    world = await testWorld([AccountsModule, EventsModule, ProposalsModule, LedgerModule], { replicaUrl: second.appUrl });
    slug = (await world.event()).slug;
    const spark = `insert into events.spark (id, short_code, text, text_key, author_id, state, posted_at, confirmed_at) values ('11111111-1111-7111-8111-111111111111', 'AAAAAAAAA', $2, $2, $1, 'open', now(), now())`;
    const tally = `insert into events.spark_tally (spark_id) values ('11111111-1111-7111-8111-111111111111')`;
    const { accountId } = await world.account();
    await replica.query(
      `insert into accounts.account (id, email, email_key, name, created_at, confirmed_at) values ($1, 'ann@example.org', 'ann@example.org', 'Ann', now(), now())`,
      [accountId],
    );
    await world.database.query(spark, [accountId, 'from the primary']);
    await world.database.query(tally);
    await replica.query(spark, [accountId, 'from the replica']);
    await replica.query(tally);
    await look(2);
  });
  afterAll(async () => {
    await world.close();
    await replica.end();
    await drop();
  });

  const look = async (times: number): Promise<void> => {
    for (let i = 0; i < times; i += 1) await world.get(Reads).look();
  };
  const wall = async (headers: Record<string, string> = {}): Promise<string> => {
    const response = await world.http().get('/api/v1/sparks?sort=newest').set(headers).expect(200);
    return (response.body as { items: { text: string }[] }).items.map((item) => item.text).join();
  };

  it('answers visitors, and never those who may look at what they just wrote', async () => {
    expect(await wall()).toBe('from the replica');
    expect(await wall(await world.signIn(await world.account()))).toBe('from the primary');
  });

  it('answers the proposal list and the books too', async () => {
    await world.http().get(`/api/v1/events/${slug}/proposals`).expect(200);
    await world.http().get(`/api/v1/events/${slug}/books`).expect(200);
    const { rows } = await replica.query(
      `select query from pg_stat_activity where datname = current_database() and application_name = 'wegettogether-reads'`,
    );
    expect(JSON.stringify(rows)).toContain('ledger.');
  });

  it('is left alone while it is behind, and asked again when it has come up', async () => {
    await replica.query(`update told.position set at = '0/0'`);
    await look(1);
    expect(await wall()).toBe('from the primary');
    await replica.query(`update told.position set at = 'FFFFFFFF/0'`);
    await look(1);
    expect(await wall()).toBe('from the replica');
  });

  it('is read only', async () => {
    await expect(world.get(Reads).of(undefined).run('delete from events.posting')).resolves.toBe(0);
    expect(world.get(Reads).replicaKeepsUp).toBe(false);
    await look(1);
  });

  it('costs nobody an answer when it breaks', async () => {
    expect(await wall()).toBe('from the replica');
    await replica.query('alter table events.spark_tally rename to broken');
    expect(await wall()).toBe('from the primary');
    await replica.query('alter table events.broken rename to spark_tally');
    await replica.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'wegettogether-reads'`,
    );
    expect(await wall()).toBe('from the primary');
    await look(1);
    expect(await wall()).toBe('from the replica');
  });
});
