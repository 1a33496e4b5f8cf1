/**
 * Starts, adopts and stops the PostgreSQL server that comes with the product.
 * Beside its neighbour it imports nothing of ours, so that the test runner can use it before anything is built.
 */
import { execFile, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { type Place, placeOf } from './postgres-place.js';

const run = promisify(execFile);
const OWNER = 'wgt_owner';
const READY_WITHIN_MS = 30_000;

/** What keeps the server from starting, in one sentence for the person who started it. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

export interface EmbeddedPostgres {
  /** Where its data stand: not always the folder asked for (see postgres-place.ts). */
  readonly root: string;
  /** The folder of the Unix socket: the server listens nowhere else. */
  readonly socketDir: string;
  /** True when a server that was already running on this data was taken over. */
  readonly adopted: boolean;
  /** A connection string; the owner may do everything, `wgt_app` only what migrations grant it. */
  url(database: string, user?: string): string;
  stop(): Promise<void>;
}

interface Options {
  /** Folder for the server's data; made when missing. */
  dataDir: string;
  /** Extra server settings, such as `{ fsync: 'off' }` for throw-away servers. */
  settings?: Record<string, string>;
}

/** Starts the server on `dataDir` or takes over the one that runs there. Throws a `StartError`. */
export async function startEmbeddedPostgres({ dataDir, settings = {} }: Options): Promise<EmbeddedPostgres> {
  const place = placeOf(resolve(dataDir));
  const pgdata = join(place.root, 'cluster');
  const handle = (adopted: boolean): EmbeddedPostgres => ({
    root: place.root,
    socketDir: place.socketDir,
    adopted,
    url: (database, user = OWNER) => `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(place.socketDir)}`,
    stop: () => stop(place, pgdata),
  });
  if (await answers(place.socketDir)) return handle(true);
  if (!existsSync(join(pgdata, 'PG_VERSION'))) await initialise(place, pgdata);
  await launch(place, pgdata, settings);
  return handle(false);
}

/** Initialises beside the final place and moves it there, so that a half-finished first start leaves nothing behind. */
async function initialise(place: Place, pgdata: string): Promise<void> {
  const half = `${pgdata}.half`;
  rmSync(half, { recursive: true, force: true });
  if (existsSync(pgdata)) throw new StartError(`${pgdata} exists but is not a PostgreSQL data folder: move it away and start again.`);
  const options = [
    '-D',
    half,
    '-U',
    OWNER,
    '--auth=trust',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
  ];
  await run(join(place.bin, 'initdb'), options, { ...place.user, cwd: place.root });
  renameSync(half, pgdata);
}

async function launch(place: Place, pgdata: string, settings: Record<string, string>): Promise<void> {
  const log = join(place.root, 'postgres.log');
  const all: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: place.socketDir,
    max_connections: '100',
    ...settings,
  };
  const options = ['-D', pgdata, ...Object.entries(all).flatMap(([key, value]) => ['-c', `${key}=${value}`])];
  const until = Date.now() + READY_WITHIN_MS;
  let from = 0;
  let exited = true;
  for (;;) {
    if (exited) {
      exited = false;
      from = existsSync(log) ? statSync(log).size : 0;
      forgetStaleLocks(place, pgdata);
      const out = openSync(log, 'a');
      const child = spawn(join(place.bin, 'postgres'), options, {
        ...place.user,
        cwd: place.root,
        detached: true,
        stdio: ['ignore', out, out],
      });
      child.on('exit', () => (exited = true)).on('error', () => (exited = true));
      child.unref();
      closeSync(out);
    }
    await wait(25);
    if (await answers(place.socketDir)) return;
    const why = `on ${pgdata}: ${reasonIn(log, from)} (its log is ${log}).`;
    if (Date.now() > until) throw new StartError(`PostgreSQL is not ready after ${READY_WITHIN_MS / 1000} s ${why}`);
    // A server killed a moment ago may still hold its lock file or its memory: wait and try again. Anything else will not mend itself.
    if (exited && !/lock file ".*" already exists|pre-existing shared memory/.test(why))
      throw new StartError(`PostgreSQL cannot start ${why}`);
    if (exited) await wait(300);
  }
}

/** The lock files of a server that is gone may name a process that is somebody else's by now, above all after the machine was switched off. */
function forgetStaleLocks(place: Place, pgdata: string): void {
  const file = join(pgdata, 'postmaster.pid');
  const pid = existsSync(file) ? readFileSync(file, 'utf8').split('\n')[0] : '';
  const command = `/proc/${pid}/cmdline`;
  if (!pid || !existsSync(command) || readFileSync(command, 'utf8').includes('postgres')) return;
  for (const lock of [file, join(place.socketDir, '.s.PGSQL.5432.lock')]) rmSync(lock, { force: true });
}

/** What the server said last that kept it from starting, among all that it said since then. */
function reasonIn(log: string, from: number): string {
  const said = readFileSync(log).subarray(from).toString('utf8').trimEnd().split('\n');
  const fatal = said.filter((line) => /\b(FATAL|PANIC): /.test(line)).pop() ?? said.pop();
  return fatal?.replace(/^.*?\b(FATAL|PANIC):\s+/, '') || 'it does not say why';
}

async function answers(socketDir: string): Promise<boolean> {
  const client = new pg.Client({ host: socketDir, user: OWNER, database: 'postgres', connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

async function stop(place: Place, pgdata: string): Promise<void> {
  try {
    await run(join(place.bin, 'pg_ctl'), ['-D', pgdata, '-m', 'fast', '-w', '-t', '20', 'stop'], { ...place.user, cwd: place.root });
  } catch (error) {
    // One that was killed meanwhile has no need to be stopped.
    if (await answers(place.socketDir)) throw error;
  }
}
