import { sqlMigration } from './sql-migration.js';

export const budgetPhases = sqlMigration(
  '2026-11-24T03:20',
  'BudgetPhases',
  `
-- The phases of an event's budget process. Each lasts until the next one begins: there is no column for its end, and so no gap (PBG-1).
create table events.budget_phase (
  event_id uuid not null constraint budget_phase_event references events.event,
  phase text not null constraint budget_phase_known check (phase in ('informing', 'accepting', 'reviewing', 'selecting', 'valuating', 'publishing_prices', 'balloting',
    'checking_ballots', 'finished')),
  starts_at timestamptz not null,
  -- When its beginning was made known.
  begun_at timestamptz,
  constraint budget_phase_once primary key (event_id, phase),
  constraint budget_phase_one_at_a_time unique (event_id, starts_at)
);
create index budget_phase_to_begin on events.budget_phase (starts_at) where begun_at is null;
grant select, insert, update, delete on events.budget_phase to wgt_app;
`,
  'drop table events.budget_phase;',
);
