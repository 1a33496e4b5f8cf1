import { sqlMigration } from './sql-migration.js';

export const changedWishes = sqlMigration(
  '2026-11-24T03:35',
  'ChangedWishes',
  `
-- Backers may say that something else matters to them now.
grant delete on pledges.pledge_wish to wgt_app;
`,
  'revoke delete on pledges.pledge_wish from wgt_app;',
);
