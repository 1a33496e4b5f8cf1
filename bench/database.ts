import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type EmbeddedPostgres, migrate, startEmbeddedPostgres } from '#platform';
import { madePabulib } from './voting/made-votes.js';

export type Size = 'S' | 'M' | 'L';

const SIZES: Readonly<Record<Size, { people: number; proposals: number; supports: number; pledges: number; options: number }>> = {
  S: { people: 250, proposals: 40, supports: 1_000, pledges: 300, options: 20 },
  M: { people: 10_000, proposals: 1_000, supports: 100_000, pledges: 10_000, options: 60 },
  L: { people: 100_000, proposals: 100_000, supports: 1_000_000, pledges: 100_000, options: 138 },
};

/** Callers whose tokens the load uses. */
export const CALLERS = 200;
export const EVENT = { id: '00000000-0000-7000-8000-00000000beef', slug: 'bench' };

export const TIERS = 1_000;
export const CAMPAIGN = '00000000-0000-7000-a000-00000000beef';

export const callerId = (i: number): string => `00000000-0000-7000-8000-${i.toString(16).padStart(12, '0')}`;
export const proposalId = (i: number): string => `00000000-0000-7000-9000-${i.toString(16).padStart(12, '0')}`;
/** Each contender casts in a vote of its own. */
export const pollId = (who: string): string => `00000000-0000-7000-a000-${Buffer.from(who.slice(0, 5)).toString('hex').padStart(12, '0')}`;
export const tierId = (i: number): string => `00000000-0000-7000-b000-${i.toString(16).padStart(12, '0')}`;
export const tokenOf = (i: number): string => `wgt_${createHash('sha256').update(`bench ${i}`).digest('base64url')}`;

export interface BenchDatabase {
  server: EmbeddedPostgres;
  ownerUrl: string;
  appUrl: string;
  owner: pg.Client;
  proposals: number;
  people: number;
  /** A counted vote that came in from a file. */
  countedVote: string;
  close(): Promise<void>;
}

/** A durable throw-away PostgreSQL with the product's schema and data of the given size. */
export async function benchDatabase(size: Size): Promise<BenchDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'wgt-bench-'));
  const server = await startEmbeddedPostgres({
    dataDir,
    settings: {
      shared_preload_libraries: 'pg_stat_statements',
      'pg_stat_statements.max': '10000',
      max_connections: '200',
      wal_keep_size: '2GB',
    },
  });
  const admin = new pg.Client(server.url('postgres'));
  await admin.connect();
  await admin.query('create database bench');
  await admin.end();
  const [ownerUrl, appUrl] = [server.url('bench'), server.url('bench', 'wgt_app')];
  await migrate(ownerUrl);
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  await owner.query('create extension pg_stat_statements');
  await owner.query('create extension pg_walinspect');
  await fill(owner, size);
  const countedVote = takeInVote(size, dataDir, appUrl);
  return {
    server,
    ownerUrl,
    appUrl,
    owner,
    proposals: SIZES[size].proposals,
    people: SIZES[size].people,
    countedVote,
    close: async () => {
      await owner.end();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Counted by the product, as an operator would have it do. */
function takeInVote(size: Size, folder: string, databaseUrl: string): string {
  const file = join(folder, 'made.pb');
  writeFileSync(file, madePabulib(SIZES[size].people, SIZES[size].options));
  const said = execFileSync(
    process.execPath,
    [join(import.meta.dirname, '../run/cli.js'), 'import', 'pb', file, '--event', EVENT.slug, '--as', 'p1@bench.example'],
    { env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl }, encoding: 'utf8' },
  );
  return /ballots\/([0-9a-f-]+)/.exec(said)![1]!;
}

/** Rows are made by the server in sets: the data is scenery, only the load goes through the product. */
async function fill(owner: pg.Client, size: Size): Promise<void> {
  const { people, proposals, supports, pledges } = SIZES[size];
  const uuid = (prefix: string, n: string): string => `('${prefix}' || lpad(to_hex(${n}), 12, '0'))::uuid`;
  const person = uuid('00000000-0000-7000-8000-', 'n');
  await owner.query(`insert into accounts.account (id, email, email_key, name, created_at, confirmed_at)
    select ${person}, 'p' || n || '@bench.example', 'p' || n || '@bench.example', 'Person ' || n, '2026-01-01', '2026-01-01' from generate_series(1, ${people}) n`);
  await owner.query(`insert into events.event (id, slug, name, hashtag, time_zone, currency, created_at, created_by)
    values ('${EVENT.id}', '${EVENT.slug}', 'Bench', 'bench', 'Europe/London', 'GBP', '2026-01-01', '${callerId(1)}')`);
  for (let i = 1; i <= CALLERS; i += 1) {
    await owner.query(
      `insert into accounts.access_token (id, account_id, token_hash, name, created_at, expires_at, credential_version)
       select id, id, $2, 'bench', '2026-01-01', '2036-01-01', credential_version from accounts.account where id = $1`,
      [callerId(i), createHash('sha256').update(tokenOf(i)).digest()],
    );
  }
  await owner.query(`insert into proposals.proposal (id, event_id, author_id, title, body, state, version, currency, created_at, published_at)
    select ${uuid('00000000-0000-7000-9000-', 'n')}, '${EVENT.id}', '${callerId(1)}', 'A proposal about matter ' || n, 'Body of it', 'published', 1, 'GBP', '2026-01-01', '2026-01-01' from generate_series(1, ${proposals}) n`);
  await owner.query(`insert into proposals.support (proposal_id, account_id, event_id, version, at)
    select distinct on (p, a) ${uuid('00000000-0000-7000-9000-', 'p')}, ${uuid('00000000-0000-7000-8000-', 'a')}, '${EVENT.id}'::uuid, 1, '2026-01-01'::timestamptz
    from (select 1 + (power(random(), 3) * ${proposals - 1})::int as p, ${CALLERS} + 1 + (random() * ${people - CALLERS - 1})::int as a from generate_series(1, ${supports})) s where ${people} > ${CALLERS}`);
  await owner.query(`insert into proposals.tally (proposal_id, event_id, supports, listed)
    select p.id, p.event_id, count(s.account_id), true from proposals.proposal p left join proposals.support s on s.proposal_id = p.id group by p.id, p.event_id
    on conflict (proposal_id) do update set supports = excluded.supports, listed = true`);
  await owner.query('delete from proposals.tally_delta');
  await owner.query(`insert into pledges.campaign (id, event_id, title, mode, goal_minor, currency, opens_at, deadline_local, time_zone, deadline_at, state, created_at, created_by)
    values ('${CAMPAIGN}', '${EVENT.id}', 'Bench', 'all_or_nothing', 1000000000, 'GBP', '2026-01-01', '2036-01-01T12:00', 'Europe/London', '2036-01-01T12:00Z', 'live', '2026-01-01', '${callerId(1)}')`);
  await owner.query(`insert into pledges.tier (id, event_id, campaign_id, name, price_minor, currency, position, created_at)
    select ${uuid('00000000-0000-7000-b000-', 'n')}, '${EVENT.id}', '${CAMPAIGN}', 'Tier ' || n, 1000, 'GBP', n, '2026-01-01' from generate_series(1, ${TIERS}) n`);
  await owner.query(`select count(pledges.make_pledge(uuidv7(), '${CAMPAIGN}', ${uuid('00000000-0000-7000-b000-', `1 + n % ${TIERS}`)}, ${uuid('00000000-0000-7000-8000-', `1 + n % ${people}`)},
      'before-' || n, sha256('{}'), '000000000', 'card', 1000, 0, 'GBP', 'public', null, null, null, '2026-01-01', uuidv7(), uuidv7(), uuidv7(), null,
      '{Equity:Memo:PledgesOutstanding,Equity:Memo:PledgesContra}', '{PLEDGEGBP,PLEDGEGBP}', '{1000,0}', '{0,1000}')) from generate_series(1, ${pledges}) n`);
  for (const who of ['floor', 'reference', 'product']) await addPoll(owner, who);
  // The tables of the hot row, which the product does without.
  await owner.query(`create schema bench; create table bench.vote (account_id uuid primary key, proposal_id uuid not null, version int not null default 1);
    create table bench.tally (proposal_id uuid primary key, votes bigint not null); insert into bench.tally values ('${proposalId(1)}', 0);
    grant usage on schema bench to wgt_app; grant all on all tables in schema bench to wgt_app`);
  await owner.query('analyze');
}

/** An open vote over all proposals, as the product would have opened it: the load only casts. */
async function addPoll(owner: pg.Client, who: string): Promise<void> {
  await owner.query(
    `insert into voting.ballot (id, event_id, title, state, method, min_choices, max_choices, pot_minor, currency, rule, increment_minor, tie_rule, late_joiners, anonymous, quorum,
       notice_hours, closes_at, created_at, created_by, opened_at, lot_seed, rules_text, rules_hash, electorate_size)
     values ($1, $2, 'Bench', 'open', 'approval', 0, 10, 1000000, 'GBP', 'greedy_votes', 100, 'cost_votes_lot', 'refused', true, 0, 0, '2036-01-01', '2026-01-01', $3, '2026-01-01',
       'seed', '{}', sha256('{}'), $4)`,
    [pollId(who), EVENT.id, callerId(1), CALLERS],
  );
  await owner.query(
    `insert into voting.ballot_option (ballot_id, event_id, option_id, proposal_id, position, title, cost_minor, currency, published_at)
     select $1, event_id, id, id, row_number() over (order by id), title, 100, 'GBP', '2026-01-01' from proposals.proposal where event_id = $2`,
    [pollId(who), EVENT.id],
  );
  await owner.query(
    `insert into voting.elector (ballot_id, account_id, joined) select $1, account_id, 'snapshot' from accounts.access_token`,
    [pollId(who)],
  );
  await owner.query('insert into voting.turnout_tally (ballot_id) values ($1)', [pollId(who)]);
}
