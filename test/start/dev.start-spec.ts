import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ROOT, freePort, openFolder } from '../support/running.js';

/** How long something may take that is bound to happen, on a machine that is busy with other things. */
const PATIENCE_MS = 120_000;

const SERVER = 'apps/api/src/main.ts';
const SITE = { file: 'apps/site/app/i18n/en.json', built: 'dist/apps/site/server/index.js', said: 'We should organise a get-together' };

/** Front ends, settings and scripts as they are, and the one file of ours that the site shares. */
const COPIED = [
  ...['apps/admin', 'apps/site', 'libs/events/domain/spark-text.ts', 'scripts'],
  ...['package.json', 'package-lock.json', 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json'],
];

/** In the place of the server, whose thousand files take half a minute to compile: like it, it reads the built site when it starts. */
const SMALL_SERVER = `
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const site = readFileSync('${SITE.built}', 'utf8');
const answer = ['first', site.includes('${SITE.said}') ? 'built as it was' : 'built anew', process.pid].join(', ');
createServer((_, reply) => void reply.end(answer)).listen(Number(process.env.PORT));
`;

describe('npm run dev', () => {
  let checkout: string;
  let origin: string;
  let dev: ChildProcess;
  let said = '';
  beforeAll(async () => {
    checkout = openFolder();
    const filter = (path: string): boolean => !/\/(\.react-router|[^/]*spec\.ts)$/.test(path);
    for (const name of COPIED) cpSync(join(ROOT, name), join(checkout, name), { recursive: true, filter });
    mkdirSync(join(checkout, dirname(SERVER)), { recursive: true });
    writeFileSync(join(checkout, SERVER), SMALL_SERVER);
    symlinkSync(join(ROOT, 'node_modules'), join(checkout, 'node_modules'));
    const port = String(await freePort());
    origin = `http://localhost:${port}`;
    dev = spawn(process.execPath, ['scripts/dev.mjs'], {
      cwd: checkout,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: port },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [dev.stdout!, dev.stderr!]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  });
  afterAll(async () => {
    if (dev.exitCode === null) {
      dev.kill('SIGINT');
      await once(dev, 'close');
    }
    rmSync(checkout, { recursive: true, force: true });
  });

  const answer = (): Promise<string> =>
    fetch(origin).then(
      (reply) => reply.text(),
      () => '',
    );

  /** Answers which process says so. */
  async function says(words: string): Promise<string> {
    for (const until = Date.now() + PATIENCE_MS; !(await answer()).startsWith(words); await wait(100))
      if (dev.exitCode !== null || Date.now() > until) throw new Error(`nobody says “${words}”:\n${said}`);
    return (await answer()).split(', ')[2]!;
  }

  function change(file: string, from: string, to: string): void {
    const path = join(checkout, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replaceAll(from, to));
  }

  it('comes up, and starts the server anew with what was compiled of a changed file or built of the changed site', async () => {
    const first = await says('first, built as it was');
    change(SERVER, "'first'", "'second'");
    const second = await says('second, built as it was');
    change(SITE.file, SITE.said, 'We should meet');
    const third = await says('second, built anew');
    expect(new Set([first, second, third]).size).toBe(3);
  });

  it('keeps the server that runs while a file does not compile', async () => {
    const before = await answer();
    change(SERVER, "'second'", "'second'.length()");
    for (const until = Date.now() + PATIENCE_MS; !/Found [1-9]\d* error/.test(said) && Date.now() < until;) await wait(100);
    expect(said).toMatch(/TS\d+/);
    await wait(500);
    expect(await answer()).toBe(before);
  });

  it('stops everything with Ctrl-C', async () => {
    dev.kill('SIGINT');
    expect(await once(dev, 'close')).toEqual([0, null]);
    expect(await answer()).toBe('');
  });
});
