import { sqlMigration } from './sql-migration.js';

export const minimumSpend = sqlMigration(
  '2026-11-24T06:00',
  'MinimumSpend',
  `
-- The least that a knapsack ballot which is not empty spends, in minor units; null, as for every vote so far: nothing is asked (PBG-3).
alter table voting.ballot
  add column min_spend_minor bigint,
  add constraint ballot_min_spend check (min_spend_minor is null or (method = 'knapsack' and min_spend_minor between 1 and pot_minor));
`,
  'alter table voting.ballot drop column min_spend_minor;',
);
