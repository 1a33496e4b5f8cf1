import { sqlMigration } from './sql-migration.js';

export const tokensEndWithSessions = sqlMigration(
  '2026-11-24T05:00',
  'TokensEndWithSessions',
  `
-- An access token holds as long as the sessions of its time: a new password, a suspension or "sign out everywhere" ends it.
alter table accounts.access_token add column credential_version int;
update accounts.access_token t set credential_version = a.credential_version from accounts.account a where a.id = t.account_id;
alter table accounts.access_token alter column credential_version set not null;
`,
  'alter table accounts.access_token drop column credential_version;',
);
