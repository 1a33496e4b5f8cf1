import { sqlMigration } from './sql-migration.js';

export const endsByAge = sqlMigration(
  '2026-11-24T07:00',
  'EndsByAge',
  `
-- What has ended is found by its age. Sessions have no such index: it would be written with each use of one, for a look once an hour.
create index mail_by_age on platform.mail (created_at);
create index link_by_age on accounts.one_time_link (created_at);
`,
  'drop index platform.mail_by_age, accounts.link_by_age;',
);
