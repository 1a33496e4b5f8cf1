import { APP_ROLE, ownerDataSource } from './data-source.js';

const MIGRATION_LOCK = 20_161_123;

/**
 * Brings a database up to date: the job queue's schema, then ours, in order, once, however many processes start together.
 * Creates the restricted role when it is missing and grants it the queue. Answers the names of migrations that ran.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const [{ migrations }, { runMigrations: installJobQueue }] = await Promise.all([import('#migrations'), import('graphile-worker')]);
  const dataSource = await ownerDataSource(ownerUrl, migrations).initialize();
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await runner.query(`do $$ begin
      if not exists (select from pg_roles where rolname = '${APP_ROLE}') then create role ${APP_ROLE} login; end if;
      -- Who may make a role may not yet step into it: the grant says so. Whoever was granted it before cannot grant it again.
      begin grant ${APP_ROLE} to current_user; exception when insufficient_privilege then null; end;
    end $$`);
    await installJobQueue({ connectionString: ownerUrl });
    await runner.query(`grant usage on schema graphile_worker to ${APP_ROLE}`);
    await runner.query(`revoke truncate, references, trigger on all tables in schema graphile_worker from ${APP_ROLE}`);
    for (const rights of ['select, insert, update, delete on all tables', 'usage, select on all sequences', 'execute on all functions'])
      await runner.query(`grant ${rights} in schema graphile_worker to ${APP_ROLE}`);
    await runner.query(OPEN_QUEUE);
    return (await dataSource.runMigrations({ transaction: 'each' })).map((m) => m.name);
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await runner.release();
    await dataSource.destroy();
  }
}

/** The queue protects its tables by row-level security without a policy; the restricted role needs one on each. */
const OPEN_QUEUE = `do $$ declare t record; begin
  for t in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'graphile_worker' and c.relkind = 'r' and c.relrowsecurity
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = '${APP_ROLE}_all')
  loop execute format('create policy ${APP_ROLE}_all on graphile_worker.%I to ${APP_ROLE} using (true) with check (true)', t.relname); end loop;
end $$`;
