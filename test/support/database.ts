import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate } from '../../libs/platform/database/migrate.js';
import { migrations } from '../../migrations/index.js';

const TEMPLATE_LOCK = 7_001;

/** The template of this set of migrations, and a fresh copy of it per spec file: tens of milliseconds each. */
export async function freshDatabase(): Promise<{ ownerUrl: string; appUrl: string; drop(): Promise<void> }> {
  const server = process.env.TEST_POSTGRES;
  if (!server) throw new Error('TEST_POSTGRES is not set: run specs through the project configuration of Jest');
  const template = `template_${createHash('sha1')
    .update(migrations.map((m) => new m().name + String(m)).join())
    .digest('hex')
    .slice(0, 12)}`;
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client(server);
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [template]);
    if (!rowCount) {
      await admin.query(`create database ${template}_half`);
      await migrate(named(server, `${template}_half`));
      await admin.query(`alter database ${template}_half rename to ${template}`);
    }
    await admin.query(`create database ${name} template ${template} strategy file_copy`);
    await admin.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  } finally {
    await admin.end();
  }
  return { ownerUrl: named(server, name), appUrl: named(server, name, 'wgt_app'), drop: () => drop(server, name) };
}

function named(server: string, database: string, user?: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  if (user) url.username = user;
  return url.href;
}

async function drop(server: string, name: string): Promise<void> {
  const admin = new pg.Client(server);
  await admin.connect();
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.end();
}
