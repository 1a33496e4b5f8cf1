import { sqlMigration } from './sql-migration.js';

/** A vote may be planned to open by itself (VOT-1). The plan is no rule: it is not frozen, and no result depends on it. */
export const plannedOpenings = sqlMigration(
  '2026-11-29T23:10',
  'PlannedOpenings',
  `
alter table voting.ballot
  add column opens_at timestamptz,
  add column not_opened_because text constraint ballot_not_opened_code check (not_opened_because ~ '^[A-Z_]{3,40}$');
comment on column voting.ballot.opens_at is 'When a draft opens by itself; null = when an organiser opens it. Of an opened vote: what was planned.';
comment on column voting.ballot.not_opened_because is 'Code of the refusal that ended the plan of a draft; null = none did.';
create index ballot_due_to_open on voting.ballot (opens_at) where state = 'draft' and opens_at is not null;
`,
  `
drop index voting.ballot_due_to_open;
alter table voting.ballot drop column opens_at, drop column not_opened_because;`,
);
