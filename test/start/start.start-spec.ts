import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, RunningProduct, freePort, openFolder } from '../support/running.js';

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

const launchAndWait = (env: Record<string, string>) => run('dist/apps/api/src/main.js', env);

describe('npm start', () => {
  let product: RunningProduct;
  beforeAll(async () => {
    product = await RunningProduct.start();
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

  it('recovers by itself when the database server was killed too', async () => {
    await product.kill();
    const pid = Number(readFileSync(join(product.dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL');
    await product.again();
    expect((await login()).status).toBe(200);
  });

  it('prints every demo identity with a token that works, beside a running server', async () => {
    const { stdout } = await run('dist/apps/cli/src/main.js', { DATA_DIR: product.dataDir }, 'identities');
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
    expect(await run('dist/apps/cli/src/main.js', { DATA_DIR: product.dataDir }, 'check')).toMatchObject({ status: 0 });
    expect((await fetch(`${product.origin}/health/ready`)).status).toBe(200);
  });

  it('stops everything with Ctrl-C and exits with 0, and is asked in its sleep', async () => {
    expect(await product.stop()).toBe(0);
    const pid = join(product.dataDir, 'postgres/cluster/postmaster.pid');
    expect(existsSync(pid)).toBe(false);
    expect(await run('dist/apps/cli/src/main.js', { DATA_DIR: product.dataDir }, 'check')).toMatchObject({ status: 0 });
    expect(existsSync(pid)).toBe(false);
    await product.again();
  });
});

describe('npm start refuses with one sentence', () => {
  it('a data folder that is damaged', async () => {
    const dataDir = openFolder();
    mkdirSync(join(dataDir, 'postgres/cluster'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres/cluster/rubbish'), 'not a database');
    const { status, text } = await launchAndWait({ DATA_DIR: dataDir, PORT: String(await freePort()) });
    expect(status).toBe(1);
    expect(text).toMatch(/exists but is not a PostgreSQL data folder; move it away and start again\./);
    rmSync(dataDir, { recursive: true });
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
