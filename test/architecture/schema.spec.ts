import pg from 'pg';
import { freshDatabase } from '../support/database.js';

describe('the database', () => {
  let client: pg.Client;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const database = await freshDatabase();
    drop = database.drop;
    client = new pg.Client(database.ownerUrl);
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await drop();
  });

  const OURS = `n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'public', 'pg_toast')`;
  const rows = async (sql: string): Promise<string[]> => (await client.query<{ row: string }>(sql)).rows.map((r) => r.row);

  /** What no table may be, how it is found, and one that is: a fence that nobody has seen stop anything is a drawing of a fence. */
  const fences = [
    {
      title: 'keeps every amount as bigint minor units beside a currency (G1)',
      sql: `
      select n.nspname || '.' || c.relname || '.' || a.attname as row from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and ${OURS} and a.attnum > 0 and a.attname like '%\\_minor'
        and (a.atttypid <> 'bigint'::regtype or not exists (
          select from pg_attribute b where b.attrelid = c.oid and (b.attname like '%currency' or b.attname = 'commodity')))`,
      planted: 'create table events.planted (price_minor bigint)',
      found: 'events.planted.price_minor',
    },
    {
      title: 'has no floating point column',
      sql: `
      select n.nspname || '.' || c.relname || '.' || a.attname as row from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and ${OURS} and a.attnum > 0 and a.atttypid in ('real'::regtype, 'double precision'::regtype)`,
      planted: 'create table events.planted (share double precision)',
      found: 'events.planted.share',
    },
    {
      title: 'indexes every foreign key',
      sql: `
      select n.nspname || '.' || c.relname || ': ' || f.conname as row from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_namespace n on n.oid = c.relnamespace
      where f.contype = 'f' and ${OURS} and f.conname !~ 'event_fkey|_event$|_creator$|_by$|reaction_done_fact' and not exists (
        select from pg_index i where i.indrelid = f.conrelid and i.indpred is null and (f.conkey <@ (string_to_array(i.indkey::text, ' ')::int2[])[1:cardinality(f.conkey)]))
        and not exists (select from pg_index i where i.indrelid = f.conrelid and i.indpred is not null and (string_to_array(i.indkey::text, ' ')::int2[])[1] = any(f.conkey))`,
      planted: 'create table events.planted (spark uuid constraint planted_spark references events.spark (id))',
      found: 'events.planted: planted_spark',
    },
    {
      title: 'names every constraint by hand',
      sql: `
      select n.nspname || '.' || c.relname || ': ' || k.conname as row from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where ${OURS} and k.contype in ('c', 'f', 'x') and k.conname ~ ('^' || c.relname || '_.*_(check|fkey|excl)\\d*$')`,
      planted: 'create table events.planted (places int check (places > 0))',
      found: 'events.planted: planted_places_check',
    },
    {
      title: 'never asks the server for the time by itself',
      sql: `
      select n.nspname || '.' || c.relname || '.' || a.attname as row from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
        join pg_class c on c.oid = d.adrelid join pg_namespace n on n.oid = c.relnamespace where ${OURS} and pg_get_expr(d.adbin, d.adrelid) ~* 'now\\(|current_|clock_timestamp'`,
      planted: 'create table events.planted (at timestamptz default now())',
      found: 'events.planted.at',
    },
    {
      title: 'gives the application no right but to read, add, change and delete',
      sql: `
      select table_schema || '.' || table_name || ': ' || privilege_type as row from information_schema.role_table_grants
      where grantee in ('wgt_app', 'PUBLIC') and table_schema not in ('pg_catalog', 'information_schema')
        and privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')`,
      planted: 'create table events.planted (id int); grant truncate on events.planted to wgt_app',
      found: 'events.planted: TRUNCATE',
    },
    {
      title: 'lets the application make no table',
      sql: `
      select n.nspname as row from pg_namespace n where n.nspname !~ '^pg_' and has_schema_privilege('wgt_app', n.nspname, 'CREATE')`,
      planted: 'grant create on schema events to wgt_app',
      found: 'events',
    },
  ];

  it.each(fences)('$title', async ({ sql }) => {
    expect(await rows(sql)).toEqual([]);
  });

  it.each(fences)('is found out when it does not: $title', async ({ sql, planted, found }) => {
    await client.query('begin');
    await client.query(planted);
    expect(await rows(sql)).toEqual([found]);
    await client.query('rollback');
  });

  it('lets the application neither change nor delete what is only ever added to (I2, I12)', async () => {
    const histories = [
      ...['audit_entry', 'fact', 'reaction_done'].map((table) => `platform.${table}`),
      ...['journal_entry', 'journal_line', 'seal', 'match', 'match_part', 'statement_line', 'budget_plan', 'expense'].map(
        (table) => `ledger.${table}`,
      ),
      ...['seal', 'elector', 'turnout', 'result', 'published_head', 'comparison'].map((table) => `voting.${table}`),
      'pledges.evaluation',
      'pledges.goal_change',
      'proposals.proposal_version',
    ].sort();
    const list = histories.map((table) => `'${table}'`).join(', ');
    const there = await rows(
      `select table_schema || '.' || table_name as row from information_schema.tables where table_schema || '.' || table_name in (${list})`,
    );
    expect(there.sort()).toEqual(histories);
    const granted = `
      select table_schema || '.' || table_name || ': ' || privilege_type as row from information_schema.role_table_grants
      where grantee = 'wgt_app' and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE') and table_schema || '.' || table_name in (${list})`;
    expect(await rows(granted)).toEqual([]);
    await client.query('begin');
    await client.query('grant update on ledger.seal to wgt_app');
    expect(await rows(granted)).toEqual(['ledger.seal: UPDATE']);
    await client.query('rollback');
  });
});
