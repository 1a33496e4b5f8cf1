import { sqlMigration } from './sql-migration.js';

/** A mailed link leads back to the page it was asked for on, in whichever browser it is opened. */
export const wayBackWithLinks = sqlMigration(
  '2026-11-30T11:30',
  'WayBackWithLinks',
  `
alter table accounts.one_time_link
  add column way_back_sealed bytea constraint link_way_back_length check (octet_length(way_back_sealed) between 17 and 1016);
comment on column accounts.one_time_link.way_back_sealed is
  'The path of our site that the link leads on to, at most 1000 characters, sealed with the link''s secret: it may hold a secret of its own. Null = none was named.';
`,
  'alter table accounts.one_time_link drop column way_back_sealed;',
);
