import { sqlMigration } from './sql-migration.js';

export const erasure = sqlMigration(
  '2026-11-24T03:30',
  'Erasure',
  `
-- An erased account is a row that books and tallies keep pointing at, and nothing about anybody (VOT-10).
alter table accounts.account drop constraint account_name_length;
alter table accounts.account add constraint account_name_length check (char_length(name) between 1 and 100 or erased_at is not null);
alter table accounts.account add constraint account_erased_is_nobody check (
  erased_at is null or (name = '' and email = '' and email_key = 'erased ' || id and password_hash is null and suspended_because is null and not is_admin));

alter table accounts.one_time_link drop constraint link_purpose;
alter table accounts.one_time_link add constraint link_purpose check (purpose in ('confirm', 'sign_in', 'reset', 'invitation', 'erase'));
grant delete on accounts.one_time_link, accounts.access_token to wgt_app;

-- What was written to a person goes with the person.
grant delete on platform.mail to wgt_app;
`,
  `
revoke delete on platform.mail, accounts.one_time_link, accounts.access_token from wgt_app;
delete from accounts.one_time_link where purpose = 'erase';
alter table accounts.one_time_link drop constraint link_purpose;
alter table accounts.one_time_link add constraint link_purpose check (purpose in ('confirm', 'sign_in', 'reset', 'invitation'));
alter table accounts.account drop constraint account_erased_is_nobody;
update accounts.account set name = '-' where erased_at is not null;
alter table accounts.account drop constraint account_name_length;
alter table accounts.account add constraint account_name_length check (char_length(name) between 1 and 100);
`,
);
