import { sqlMigration } from './sql-migration.js';

export const readyWhenMigrated = sqlMigration(
  '2026-11-24T07:05',
  'ReadyWhenMigrated',
  `
-- /health/ready asks which migrations there are.
grant select on public.schema_migration to wgt_app;
`,
  'revoke select on public.schema_migration from wgt_app;',
);
