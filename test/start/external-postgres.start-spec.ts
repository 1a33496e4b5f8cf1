import { execFileSync, spawn } from 'node:child_process';
import pg from 'pg';
import { ROOT, freePort } from '../support/running.js';

/** A database whose owner may make roles but is no superuser, as a hosted PostgreSQL gives it. */
async function hostedDatabase(): Promise<string> {
  const admin = new pg.Client(process.env.TEST_POSTGRES);
  await admin.connect();
  await admin.query(`drop database if exists hosted`);
  await admin.query(`do $$ begin create role host_owner login createrole; exception when duplicate_object then null; end $$`);
  await admin.query('create database hosted owner host_owner');
  // The role that others made in this cluster can be handed on only by those who hold it; a hosted server starts without it.
  await admin.query(
    `do $$ begin if exists (select from pg_roles where rolname = 'wgt_app') then grant wgt_app to host_owner with admin option; end if; end $$`,
  );
  await admin.end();
  const url = new URL(process.env.TEST_POSTGRES!);
  url.username = 'host_owner';
  url.pathname = '/hosted';
  return url.href;
}

describe('an external PostgreSQL', () => {
  let env: Record<string, string>;
  beforeAll(async () => {
    env = { PATH: process.env.PATH!, DATABASE_URL: await hostedDatabase(), STRIPE_API_BASE: 'http://127.0.0.1:1' };
  });

  const wgt = (...args: string[]): string =>
    execFileSync(process.execPath, ['dist/run/cli.js', ...args], { cwd: ROOT, env, encoding: 'utf8' });

  it('is set up by wgt migrate, once', () => {
    expect(wgt('migrate')).toContain('applied PlatformFoundation');
    expect(wgt('migrate').trim()).toBe('nothing to do: the database is up to date');
  });

  it('serves as the restricted role', async () => {
    expect(wgt('user', 'ann@example.org', 'Ann', '--admin')).toContain('ann@example.org');
    const port = await freePort();
    const api = spawn(process.execPath, ['dist/run/api.js'], { cwd: ROOT, env: { ...env, PORT: String(port) }, stdio: 'ignore' });
    try {
      let ready = false;
      for (let i = 0; i < 200 && !ready; i += 1) {
        ready = await fetch(`http://localhost:${port}/health/ready`).then(
          (r) => r.ok,
          () => false,
        );
        if (!ready) await new Promise((next) => setTimeout(next, 50));
      }
      expect(ready).toBe(true);
      const admin = new pg.Client(process.env.TEST_POSTGRES);
      await admin.connect();
      const { rows } = await admin.query(`select distinct usename from pg_stat_activity where datname = 'hosted'`);
      await admin.end();
      expect(rows.length).toBeGreaterThan(0);
      const restricted = new pg.Client({ connectionString: env.DATABASE_URL, options: '-c role=wgt_app' });
      await restricted.connect();
      await expect(restricted.query('delete from platform.audit_entry')).rejects.toMatchObject({ code: '42501' });
      await restricted.end();
    } finally {
      api.kill('SIGTERM');
      expect(await new Promise((done) => api.once('exit', done))).toBe(0);
    }
  });

  it('answers every check', () => {
    expect(wgt('check')).not.toContain('✗');
  });
});
