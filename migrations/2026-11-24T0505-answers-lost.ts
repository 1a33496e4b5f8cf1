import { sqlMigration } from './sql-migration.js';

export const answersLost = sqlMigration(
  '2026-11-24T05:05',
  'AnswersLost',
  `
-- Written in the transaction of the deed: a process that dies between the deed and its answer must not let the same request do it again.
alter table platform.idempotency add column done_at timestamptz;
`,
  'alter table platform.idempotency drop column done_at;',
);
