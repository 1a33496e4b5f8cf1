// Shared by the scripts: run a step, say how long it took, and stop with one sentence when it fails.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A third of the processor beside somebody in a hurry, and beside anybody else on the machine. */
const GIVES_WAY = 5;

/** Runs a command; its output is shown only when it fails, or always with `show`. What gives `way` leaves the processor to whoever is in a hurry. */
export function run(command, args, { show = false, env = {}, quietly = false, way = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
    if (way && child.pid) setPriority(child.pid, GIVES_WAY);
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) return resolve(output);
      if (!show && !quietly) process.stderr.write(output.slice(-8_000));
      reject(new Error(`${[command, ...args].join(' ')} failed`));
    });
  });
}

/** Compilers make much that they soon forget: with four times the young space of the default they take a sixth less time to clear it up. */
const FOR_COMPILERS = '--max-semi-space-size=64';

export const node = (script, args = [], options) => run(process.execPath, [script, ...args], options);
export const bin = (name, args = [], options) => node(FOR_COMPILERS, [join(root, 'node_modules', ...name.split('/')), ...args], options);

/** One line per step, with its time. */
export async function step(title, work) {
  const from = performance.now();
  const interactive = process.stdout.isTTY;
  if (interactive) process.stdout.write(`  … ${title}`);
  const note = await work();
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  process.stdout.write(`${interactive ? '\r' : ''}  ✓ ${title}${typeof note === 'string' ? ` (${note})` : ''} — ${seconds} s\n`);
}

export function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(`Node ${process.versions.node} is too old: WeGetTogether needs 20.19 or newer.\n`);
  process.exit(1);
}

function digestOf(paths) {
  const hash = createHash('sha1');
  const walk = (path) => {
    if (!existsSync(path)) return;
    const stat = statSync(path);
    if (stat.isDirectory()) {
      for (const name of readdirSync(path).sort()) if (name !== 'node_modules' && name !== '.react-router') walk(join(path, name));
    } else hash.update(`${relative(root, path)} ${stat.size} ${stat.mtimeMs}\n`);
  };
  for (const path of paths) walk(join(root, path));
  return hash.digest('hex');
}

const stampOf = (name) => join(root, 'dist/.stamps', name.replaceAll(' ', '-'));

/** Does the work unless it was done, or what does as well, for just this state of the files. */
async function unlessDone(name, { sources, instead, into }, work) {
  const file = stampOf(name);
  const paths = [...sources, ...LOCK];
  const digest = digestOf(paths);
  if ([name, instead].some((done) => done && existsSync(stampOf(done)) && readFileSync(stampOf(done), 'utf8') === digest)) return false;
  // What is in the making is neither: two builds of the server write the same files.
  for (const other of Object.keys(parts)) if (parts[other].into === into) rmSync(stampOf(other), { force: true });
  await work();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, digestOf(paths));
  return true;
}

const LOCK = ['package.json', 'package-lock.json'];

/** Installs what the lock file says, unless it is there. */
export async function install() {
  if (installedMatches()) return;
  await step('install packages', async () => void (await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund'])));
}

/** npm's own note of what it installed says which versions are there. */
function installedMatches() {
  const there = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(there)) return false;
  const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const installed = packages(there);
  return Object.entries(packages(join(root, 'package-lock.json'))).every(
    ([name, { version, optional, peer }]) => name === '' || optional || peer || installed[name]?.version === version,
  );
}

const SERVER = [
  ...['apps/api', 'apps/worker', 'apps/cli', 'apps/stripe-sim', 'libs', 'migrations', 'bench'],
  ...['tsconfig.json', 'tsconfig.build.json', 'nest-cli.json', 'scripts/transpile.mjs', 'scripts/bundle.mjs'],
];
const script = (name, how) => node(join(root, 'scripts', name), [], how);
const parts = {
  server: {
    sources: SERVER,
    into: 'dist',
    build: (how) => bin('@nestjs/cli/bin/nest.js', ['build', 'api'], how).then(() => script('bundle.mjs', how)),
  },
  // The same files without their types having been looked at; a compiled server will do as well.
  'server to run': { sources: SERVER, into: 'dist', instead: 'server', build: (how) => script('transpile.mjs', how).then(() => script('bundle.mjs', how)) },
  contract: { sources: SERVER, into: 'dist/contract', build: (how) => script('contract.mjs', how) },
  admin: {
    sources: ['apps/admin'],
    into: 'dist/apps/admin',
    build: (how) => bin('vite/bin/vite.js', ['build', '--config', 'apps/admin/vite.config.ts', '--logLevel', 'error'], how),
  },
  site: {
    sources: ['apps/site', 'libs/events/domain'],
    into: 'dist/apps/site',
    build: (how) => bin('@react-router/dev/bin.js', ['build', 'apps/site', '--logLevel', 'error'], { ...how, env: { NODE_ENV: 'production' } }),
  },
};

/** Changes when a file of the part does. */
export const stateOf = (name) => digestOf(parts[name].sources);

/** Builds the parts whose sources have changed, side by side. */
export async function build({ force = false, only = ['server', 'admin', 'site'], way = false } = {}) {
  await Promise.all(
    only.map((name) => {
      const work = () => step(`build ${name}`, async () => void (await parts[name].build({ way })));
      if (force) rmSync(stampOf(name), { force: true });
      return unlessDone(name, parts[name], work);
    }),
  );
}

/** Runs the script's main function and turns a failure into one sentence and exit status 1. */
export function main(work) {
  refuseOldNode();
  work().catch((error) => {
    process.stderr.write(`\n${error.message}\n`);
    process.exit(1);
  });
}
