import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ROOT, RunningProduct, freePort, openFolder } from '../support/running.js';

/** How long something may take that is bound to happen. */
const PATIENCE_MS = 120_000;

/** Runs a program to its end without standing still meanwhile: a connection that the other side closes is then known to be closed. */
async function run(
  script: string,
  env: Record<string, string>,
  ...words: string[]
): Promise<{ status: number | null; stdout: string; text: string }> {
  const child = spawn(process.execPath, [join(ROOT, script), ...words], { cwd: ROOT, env: { ...process.env, ...env }, timeout: 240_000 });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, stdout: said.stdout, text: said.stdout + said.stderr };
}

const launchAndWait = (env: Record<string, string>) => run('dist/run/api.js', env);

describe('npm start', () => {
  let product: RunningProduct;
  beforeAll(async () => {
    product = await RunningProduct.startFirst();
  });
  afterAll(() => product.discard());

  const login = (): Promise<Response> =>
    fetch(`${product.origin}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'owner@wgt16.example', password: 'demo-password-2016' }),
    });

  it('brings up the site, the admin, the API and the demo identities', async () => {
    for (const path of ['/', '/admin', '/api/openapi.json', '/health/ready', '/dev'])
      expect((await fetch(product.origin + path)).status).toBe(200);
    expect((await login()).status).toBe(200);
  });

  it.each(['/', '/admin', '/api/docs', '/dev', '/dev/mail', '/dev/jobs', '/dev/webhooks', '/favicon.svg', '/robots.txt', '/metrics'])(
    'shows %s under a policy that lets nothing inline run',
    async (path) => {
      const answer = await fetch(product.origin + path);
      expect(answer.status).toBe(200);
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).not.toContain('unsafe');
    },
  );

  it('says in one sentence that a port is taken, and leaves the first server alone', async () => {
    const { status, text } = await launchAndWait({ PORT: new URL(product.origin).port, DATA_DIR: product.dataDir });
    expect(status).toBe(1);
    expect(text.trim()).toMatch(/^Port \d+ is taken: .*$/);
    expect((await fetch(`${product.origin}/health/ready`)).status).toBe(200);
  });

  it('takes over database and local Stripe after kill -9', async () => {
    await product.kill();
    await product.again();
    expect(product.output).toContain('PostgreSQL (was running, taken over)');
    expect(product.output).toContain('local Stripe (was running, taken over)');
    expect((await login()).status).toBe(200);
  });

  const killPostmaster = (): void => {
    process.kill(Number(readFileSync(join(product.dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
  };

  it('recovers by itself when the database server was killed too', async () => {
    await product.kill();
    killPostmaster();
    await product.again();
    expect((await login()).status).toBe(200);
  });

  it('starts its database server again when that alone was killed', async () => {
    killPostmaster();
    for (const until = Date.now() + PATIENCE_MS; !product.output.includes('The database server runs again.'); await wait(50))
      if (Date.now() > until) throw new Error(product.output);
    for (const until = Date.now() + PATIENCE_MS; (await login()).status !== 200; await wait(50))
      if (Date.now() > until) throw new Error('nobody can sign in');
  });

  it('lets nobody else serve on the same data', async () => {
    const { status, text } = await launchAndWait({ PORT: String(await freePort()), DATA_DIR: product.dataDir });
    expect(status).toBe(1);
    expect(text.trim()).toMatch(/^The data in .* are in use by the wegettogether server on port \d+: .*$/);
    expect((await login()).status).toBe(200);
  });

  it('says in one sentence that the database files are damaged, without waiting for what will not come', async () => {
    const dataDir = openFolder();
    cpSync(join(product.dataDir, 'postgres/cluster'), join(dataDir, 'postgres/cluster'), { recursive: true });
    rmSync(join(dataDir, 'postgres/cluster/postmaster.pid'));
    writeFileSync(join(dataDir, 'postgres/cluster/global/pg_control'), '');
    spawnSync('chown', ['-R', '--reference', join(product.dataDir, 'postgres'), join(dataDir, 'postgres')]);
    const { status, text } = await launchAndWait({ DATA_DIR: dataDir, PORT: String(await freePort()) });
    expect(status).toBe(1);
    expect(text.trim()).toMatch(/^PostgreSQL cannot start on .*: could not read file "global\/pg_control".*$/);
    rmSync(dataDir, { recursive: true });
  });

  it('prints every demo identity with a token that works, beside a running server', async () => {
    const { stdout } = await run('dist/run/cli.js', { DATA_DIR: product.dataDir }, 'identities');
    const identities = JSON.parse(stdout) as { event: string | null; role: string; email: string; token: string }[];
    expect(identities.map((i) => i.email)).toEqual(
      expect.arrayContaining(['admin@demo.example', 'treasurer2@wgt16.example', 'member9@wgt17.example', 'suspended@wgt16.example']),
    );
    const owner = identities.find((i) => i.email === 'owner@wgt16.example')!;
    expect((await fetch(`${product.origin}/api/v1/me`, { headers: { authorization: `Bearer ${owner.token}` } })).status).toBe(200);
    const suspended = identities.find((i) => i.role === 'suspended')!;
    expect((await fetch(`${product.origin}/api/v1/me`, { headers: { authorization: `Bearer ${suspended.token}` } })).status).toBe(401);
  });

  it('is asked whether every invariant holds, beside a running server', async () => {
    expect(await run('dist/run/cli.js', { DATA_DIR: product.dataDir }, 'check')).toMatchObject({ status: 0 });
    expect((await fetch(`${product.origin}/health/ready`)).status).toBe(200);
  });

  it('stops everything with Ctrl-C and exits with 0, and is asked in its sleep', async () => {
    expect(await product.stop()).toBe(0);
    const pid = join(product.dataDir, 'postgres/cluster/postmaster.pid');
    expect(existsSync(pid)).toBe(false);
    expect(await run('dist/run/cli.js', { DATA_DIR: product.dataDir }, 'check')).toMatchObject({ status: 0 });
    expect(existsSync(pid)).toBe(false);
    await product.again();
  });

  it('is not held up by lock files that name a process of somebody else, nor by a note that was half written', async () => {
    await product.stop();
    const cluster = join(product.dataDir, 'postgres/cluster');
    const { uid, gid } = statSync(cluster);
    const other = spawn('sleep', ['100'], { stdio: 'ignore', ...(process.getuid?.() === 0 ? { uid, gid } : {}) });
    for (const lock of [join(cluster, 'postmaster.pid'), join(cluster, '../.s.PGSQL.5432.lock')]) {
      writeFileSync(lock, `${other.pid}\n${cluster}\n1790000000\n5432\n${join(cluster, '..')}\n\n`);
      chownSync(lock, uid, gid);
    }
    writeFileSync(join(product.dataDir, 'stripe/process.json'), '');
    await product.again();
    other.kill();
    expect((await login()).status).toBe(200);
  });

  it('shows a newcomer a deadline, a collection and a payout, with the clock of /dev and nothing else', async () => {
    interface Campaign {
      mode: string;
      state: string;
      progress: { goal: { amount: number } } & Record<'pledged' | 'collected', { amount: { amount: number }; pledges: number }>;
    }
    const campaign = async (): Promise<Campaign> => {
      const answer = await fetch(`${product.origin}/api/v1/events/wgt16/campaigns`);
      return ((await answer.json()) as { items: Campaign[] }).items.find(({ mode }) => mode === 'all_or_nothing')!;
    };
    const until = async (it: () => Promise<boolean>): Promise<void> => {
      for (const end = Date.now() + PATIENCE_MS; !(await it()); await wait(100)) if (Date.now() > end) throw new Error('nothing happens');
    };
    const moveBy = async (days: number): Promise<void> => {
      const body = new URLSearchParams({ minutes: String(days * 1_440) });
      expect((await fetch(`${product.origin}/dev/clock`, { method: 'POST', body, redirect: 'manual' })).status).toBe(303);
    };
    const { state, progress } = await campaign();
    expect(state).toBe('live');
    expect(progress.pledged.amount.amount).toBeGreaterThanOrEqual(progress.goal.amount);
    await moveBy(30);
    // One card declines and one asks its owner; every other is charged.
    await until(async () => (await campaign()).progress.collected.pledges === progress.pledged.pledges - 2);
    await moveBy(7);
    await until(async () => (await (await fetch(`${product.origin}/dev/webhooks`)).text()).includes('payout.paid'));
  });

  it('stops what it has started when Ctrl-C comes on the way', async () => {
    const dataDir = openFolder();
    const child = spawn(process.execPath, [join(ROOT, 'dist/run/api.js')], {
      cwd: ROOT,
      env: { ...process.env, DATA_DIR: dataDir, PORT: String(await freePort()) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('✓ local Stripe')) child.kill('SIGINT');
    });
    expect(await once(child, 'close')).toEqual([130, null]);
    expect(said).not.toContain('Ready');
    expect(existsSync(join(dataDir, 'postgres/cluster/postmaster.pid'))).toBe(false);
    const { port } = JSON.parse(readFileSync(join(dataDir, 'stripe/process.json'), 'utf8')) as { port: number };
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
    rmSync(dataDir, { recursive: true });
  });
});

describe('npm start refuses with one sentence', () => {
  it('a data folder that is damaged', async () => {
    const dataDir = openFolder();
    mkdirSync(join(dataDir, 'postgres/cluster'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres/cluster/rubbish'), 'not a database');
    const { status, text } = await launchAndWait({ DATA_DIR: dataDir, PORT: String(await freePort()) });
    expect(status).toBe(1);
    expect(text.trim()).toMatch(/^.* exists but is not a PostgreSQL data folder: move it away and start again\.$/);
    rmSync(dataDir, { recursive: true });
  });

  it('a data folder that is a file', async () => {
    const dataDir = join(openFolder(), 'file');
    writeFileSync(dataDir, '');
    const { status, text } = await launchAndWait({ DATA_DIR: dataDir, PORT: String(await freePort()) });
    expect(status).toBe(1);
    expect(text.trim()).toMatch(/^.* cannot hold our data \(.*\): choose another folder with DATA_DIR\.$/);
  });

  it.each([
    [{ STRIPE_SECRET_KEY: 'sk_test_1' }, 'STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET go together'],
    [{ STRIPE_SECRET_KEY: 'sk_live_1', STRIPE_WEBHOOK_SECRET: 'whsec_1' }, 'A live Stripe key is refused unless PAYMENTS_LIVE=yes.'],
    [
      { NODE_ENV: 'production', STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_WEBHOOK_SECRET: 'whsec_1', SESSION_SECRET: 'x'.repeat(32) },
      'DATABASE_URL is missing',
    ],
    [{ DATABASE_URL: 'postgresql://x@localhost/x', DEMO: '1', NODE_ENV: 'production' }, 'DEMO=1 is refused in production'],
    [
      { DATABASE_URL: 'postgresql://x@localhost/x', STRIPE_API_BASE: 'http://127.0.0.1:1', SESSION_SECRET: 'short' },
      'SESSION_SECRET must have at least 32 characters.',
    ],
    [
      { DATABASE_URL: 'postgresql://x@localhost/x', STRIPE_API_BASE: 'http://127.0.0.1:1', PORT: '99999' },
      'PORT must be a whole number from 0 to 65535',
    ],
  ])('%j', async (env, sentence) => {
    const { status, text } = await launchAndWait({ DATA_DIR: openFolder(), PORT: String(await freePort()), ...env });
    expect(status).toBe(1);
    expect(text).toContain(sentence);
    expect(text).not.toContain('    at ');
  });
});
