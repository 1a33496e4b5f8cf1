// npm run dev: rebuilds what changes, and starts the API anew with what was rebuilt.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build, install, main, root, stateOf } from './steps.mjs';

const A_SECOND_MS = 1_000;
const children = new Set();
let stopping = false;

function start(args, stdio = 'inherit') {
  const child = spawn(process.execPath, args, { cwd: root, stdio });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}
const ended = (child) => (child.exitCode === null && child.signalCode === null ? new Promise((done) => child.once('exit', done)) : undefined);

/** A compiler that stays: answers when it has compiled for the first time, and calls `then` each further time. */
function compiles(script, args, says, then) {
  const child = start([join(root, 'node_modules', script), ...args], ['ignore', 'pipe', 'inherit']);
  return new Promise((resolve, reject) => {
    let again = () => {
      again = then;
      resolve();
    };
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk);
      if (says.test(String(chunk))) again();
    });
    child.once('exit', () => stopping || reject(new Error(`${script} has ended`)));
  });
}

let api;
let restarting;
/** The API reads what it serves when it starts: code, the admin's page, the site's server. */
function restart() {
  restarting ??= (async () => {
    api.kill('SIGTERM');
    await ended(api);
    restarting = undefined;
    if (!stopping) startApi();
  })();
}
const startApi = () => (api = start(['--enable-source-maps', 'dist/apps/api/src/main.js']));

/**
 * The site's two halves, for the server and for the browser, are built in one go: there is no compiler that stays for that. We look at its
 * files once a second, because notices of the file system miss what an editor puts in the place of a file.
 */
async function watchSite() {
  for (let built = stateOf('site'); !stopping; await wait(A_SECOND_MS)) {
    const now = stateOf('site');
    if (now === built) continue;
    built = now;
    await build({ only: ['site'] }).then(restart, (error) => process.stderr.write(`${error.message}\n`));
  }
}

/** Leaves when all of them have: whoever waits for us may believe that nothing runs any more. */
async function stop(signal) {
  stopping = true;
  const all = [...children];
  for (const child of all) child.kill(signal);
  await Promise.all(all.map(ended));
  process.exit(0);
}

main(async () => {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stopping || void stop(signal));
  await install();
  await build({ only: ['site'] });
  await Promise.all([
    compiles('@nestjs/cli/bin/nest.js', ['build', 'api', '--watch', '--preserveWatchOutput'], /Found 0 errors/, restart),
    compiles('vite/bin/vite.js', ['build', '--watch', '--config', 'apps/admin/vite.config.ts'], /built in/, restart),
  ]);
  startApi();
  await watchSite();
});
