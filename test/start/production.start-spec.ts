import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { RequestMethod } from '@nestjs/common';
import pg from 'pg';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DevController } from '../../apps/api/src/dev/dev.controller.js';
import { freshDatabase } from '../support/database.js';
import { ROOT, freePort } from '../support/running.js';

const READY_WITHIN_MS = 120_000;
const NO_MAIL = 'SMTP_URL is missing: no mail leaves the database, so that nobody can confirm an address or choose a new password.';

/** Every route of /dev, by what its controller declares, with something in the place of an id. */
function devRoutes(): [method: string, path: string][] {
  const handlers = Object.values(Object.getOwnPropertyDescriptors(DevController.prototype)).map(({ value }) => value as object);
  return handlers.flatMap((handler) => {
    const path = Reflect.getMetadata(PATH_METADATA, handler) as string | undefined;
    if (path === undefined) return [];
    const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number]!;
    return [[method, `/dev/${path}`.replace(/\/+$/, '').replace(':id', '0198a000-0000-7000-8000-000000000000')]];
  });
}

describe('in production', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let env: Record<string, string>;
  beforeAll(async () => {
    database = await freshDatabase();
    env = {
      PATH: process.env.PATH!,
      NODE_ENV: 'production',
      DATABASE_URL: database.appUrl,
      SESSION_SECRET: 'mLq2x9ZtR7vB4nK8sW1yF6hJ3dG5pCeA',
      STRIPE_SECRET_KEY: 'sk_test_abcdefghijkl',
      STRIPE_WEBHOOK_SECRET: 'whsec_abcdefghijklmnop',
      // A Stripe that is away stops no start.
      STRIPE_API_BASE: 'http://127.0.0.1:1',
    };
  });
  afterAll(() => database.drop());

  const launch = (script: string, words: string[], settings: Record<string, string>): { child: ChildProcess; said: () => string } => {
    const child = spawn(process.execPath, [script, ...words], {
      cwd: ROOT,
      env: { ...env, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    return { child, said: () => said };
  };

  /** Does something with a server that is ready, and stops it. */
  async function serving(settings: Record<string, string>, then: (origin: string, said: () => string) => Promise<void>): Promise<void> {
    const port = String(await freePort());
    const origin = `http://localhost:${port}`;
    const { child, said } = launch('dist/run/api.js', [], { PORT: port, ...settings });
    const isReady = () =>
      fetch(`${origin}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
    try {
      for (const until = Date.now() + READY_WITHIN_MS; !(await isReady()); await wait(50))
        if (child.exitCode !== null || Date.now() > until) throw new Error(`the product did not start:\n${said()}`);
      await then(origin, said);
    } finally {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'close');
    }
  }

  async function mailsOnceNothingIsDue(): Promise<object[]> {
    const admin = new pg.Client(database.ownerUrl);
    await admin.connect();
    try {
      while ((await admin.query('select 1 from graphile_worker.jobs where run_at <= now()')).rowCount) await wait(50);
      return (await admin.query<object>('select recipient, sent_at from platform.mail')).rows;
    } finally {
      await admin.end();
    }
  }

  async function refused(script: string, words: string[], settings: Record<string, string> = {}): Promise<string> {
    const { child, said } = launch(script, words, settings);
    expect(await once(child, 'close')).toEqual([1, null]);
    return said();
  }

  it('there is no /dev nor anything below it, no demo identity, and without a mail server the start says that mails stay in the database', async () => {
    await serving({}, async (origin, said) => {
      const post = (path: string, body: object): Promise<Response> =>
        fetch(`${origin}/api/v1${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
      const answer = async (method: string, path: string): Promise<number> => (await fetch(origin + path, { method })).status;
      const routes = devRoutes();
      expect(routes.map(([, path]) => path)).toEqual(
        expect.arrayContaining(['/dev', '/dev/clock', '/dev/mail', '/dev/jobs', '/dev/webhooks']),
      );
      for (const [method, path] of routes) expect([method, path, await answer(method, path)]).toEqual([method, path, 404]);
      for (const path of ['/dev/', '/dev/mail/1', '/dev/anything']) expect([path, await answer('GET', path)]).toEqual([path, 404]);
      expect((await post('/auth/login', { email: 'admin@demo.example', password: 'demo-password-2016' })).status).toBe(401);
      const warnings = said()
        .split('\n')
        .filter((line) => line.includes(NO_MAIL));
      expect(warnings).toHaveLength(1);
      expect(JSON.parse(warnings[0]!)).toMatchObject({ level: 'warn', message: NO_MAIL });
      expect((await post('/auth/sign-up', { email: 'ann@example.org', name: 'Ann', password: 'four plausible words' })).ok).toBe(true);
      expect(await mailsOnceNothingIsDue()).toEqual([{ recipient: 'ann@example.org', sent_at: null }]);
    });
  });

  it('a start with a mail server has nothing to say about mails', async () => {
    await serving({ SMTP_URL: 'smtp://127.0.0.1:1' }, async (_origin, said) => {
      await Promise.resolve();
      expect(said()).not.toContain('SMTP_URL');
    });
  });

  it('the demo is refused, by the server and by every verb that needs it', async () => {
    const [server, identities, story] = await Promise.all([
      refused('dist/run/api.js', [], { DEMO: '1' }),
      refused('dist/run/cli.js', ['identities']),
      refused('dist/run/cli.js', ['seed', '--story']),
    ]);
    expect(server.trim()).toBe('DEMO=1 is refused in production: its passwords are public.');
    expect(identities).toContain('The demo identities are refused in production.');
    expect(story).toContain('The story is refused in production.');
  });
});
