import type { EmbeddedPostgres } from '#platform/start';
import { DATABASE, DEMO_MARK, type EmbeddedDatabase, asAdmin, markOf } from './demo-mark.js';

/** Makes the product's database when it is missing, and throws away one whose first filling was cut short. */
export async function prepareDatabase(postgres: EmbeddedPostgres): Promise<EmbeddedDatabase> {
  const urls = { adminUrl: postgres.url('postgres'), ownerUrl: postgres.url(DATABASE), appUrl: postgres.url(DATABASE, 'wgt_app') };
  await asAdmin(urls.adminUrl, async (admin) => {
    // Nobody could reach a database that was never completely filled: dropping it loses nothing.
    if ((await markOf(admin)) === `${DEMO_MARK}: filling`) await admin.query(`drop database ${DATABASE} with (force)`);
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [DATABASE]);
    if (!rowCount) await admin.query(`create database ${DATABASE}`);
  });
  return urls;
}
