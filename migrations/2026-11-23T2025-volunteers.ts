import { sqlMigration } from './sql-migration.js';

export const volunteers = sqlMigration(
  '2026-11-23T20:25',
  'Volunteers',
  `
create extension if not exists btree_gist;
create schema volunteers;
grant usage on schema volunteers to wgt_app;

create table volunteers.board (
  id uuid primary key,
  event_id uuid not null constraint board_event references events.event,
  name text not null constraint board_name_length check (char_length(name) between 1 and 100),
  -- Whether people outside the team may read it.
  is_public boolean not null default false,
  created_at timestamptz not null,
  created_by uuid not null constraint board_creator references accounts.account,
  constraint board_in_event unique (event_id, id)
);
create index board_by_creator on volunteers.board (created_by);
grant select, insert, update on volunteers.board to wgt_app;

create table volunteers.board_column (
  id uuid primary key,
  event_id uuid not null,
  board_id uuid not null,
  name text not null constraint column_name_length check (char_length(name) between 1 and 60),
  -- Where a task stands while it is in this column.
  stage text not null constraint column_stage check (stage in ('backlog', 'ready', 'doing', 'review', 'done')),
  position int not null,
  wip_limit int constraint column_wip_limit check (wip_limit between 1 and 1000),
  -- A hard limit refuses one card more; a soft one only shows.
  wip_hard boolean not null default false,
  constraint column_in_event unique (event_id, id),
  constraint column_in_board unique (event_id, board_id, id),
  constraint column_order unique (board_id, position),
  constraint column_board foreign key (event_id, board_id) references volunteers.board (event_id, id)
);
grant select, insert, update on volunteers.board_column to wgt_app;

create table volunteers.card (
  id uuid primary key,
  event_id uuid not null,
  board_id uuid not null,
  column_id uuid not null,
  -- Place within the column: ranks sort as bytes, and there is always room between two (TSK-3).
  rank text collate "C" not null constraint card_rank_form check (rank ~ '^[0-9A-Za-z]{1,200}$' and rank !~ '0$'),
  title text not null constraint card_title_length check (char_length(title) between 1 and 200),
  description text not null default '' constraint card_description_length check (char_length(description) <= 5000),
  assignee_id uuid constraint card_assignee references accounts.account,
  claimed_at timestamptz,
  -- When the holder was asked whether it is still theirs (TSK-6).
  asked_at timestamptz,
  -- When the coordinator was told that nobody has taken it.
  unclaimed_told_at timestamptz,
  due_on date,
  -- Days before the day of the event; negative = after it (TSK-5).
  due_days_before int constraint card_due_days check (due_days_before between -365 and 730),
  blocked boolean not null default false,
  blocked_because text constraint card_blocked_because_length check (char_length(blocked_because) between 1 and 300),
  -- What closing the task is about (TSK-7): kind and id of another module's thing.
  about_kind text constraint card_about_kind check (about_kind in ('budget_line', 'benefit', 'action', 'expense')),
  about_id uuid,
  version int not null default 1,
  -- Version at which each field was last changed, for the field-level conflict rule (TSK-1).
  changed_in jsonb not null default '{}',
  touched_at timestamptz not null,
  archived_at timestamptz,
  created_at timestamptz not null,
  created_by uuid not null constraint card_creator references accounts.account,
  constraint card_in_event unique (event_id, id),
  constraint card_board foreign key (event_id, board_id) references volunteers.board (event_id, id),
  constraint card_column foreign key (event_id, board_id, column_id) references volunteers.board_column (event_id, board_id, id),
  constraint card_due_one_way check (due_on is null or due_days_before is null),
  constraint card_blocked_with_a_reason check (not blocked or blocked_because is not null),
  constraint card_about_whole check ((about_kind is null) = (about_id is null)),
  -- Deferrable, so that a column can be renumbered in one statement.
  constraint card_place_once exclude using btree (column_id with =, rank with =) where (archived_at is null) deferrable initially immediate
);
create index card_by_board on volunteers.card (event_id, board_id, column_id);
create index card_by_assignee on volunteers.card (assignee_id, event_id) where assignee_id is not null;
create index card_claimed_by_touch on volunteers.card (touched_at) where assignee_id is not null and archived_at is null;
create index card_unclaimed on volunteers.card (event_id) where assignee_id is null and archived_at is null and unclaimed_told_at is null;
create index card_by_creator on volunteers.card (created_by);
grant select, insert, update on volunteers.card to wgt_app;

create table volunteers.checklist_item (
  id uuid primary key,
  event_id uuid not null,
  card_id uuid not null,
  text text not null constraint checklist_text_length check (char_length(text) between 1 and 200),
  position int not null,
  done_at timestamptz,
  done_by uuid constraint checklist_doer references accounts.account,
  constraint checklist_card foreign key (event_id, card_id) references volunteers.card (event_id, id),
  constraint checklist_order unique (card_id, position) deferrable initially immediate
);
create index checklist_by_card on volunteers.checklist_item (event_id, card_id);
create index checklist_by_doer on volunteers.checklist_item (done_by);
grant select, insert, update, delete on volunteers.checklist_item to wgt_app;

-- card_id waits for blocker_id. Circles are refused under a lock of the board (TSK-4).
create table volunteers.card_blocker (
  event_id uuid not null,
  card_id uuid not null,
  blocker_id uuid not null,
  constraint blocked_once primary key (card_id, blocker_id),
  constraint blocker_card foreign key (event_id, card_id) references volunteers.card (event_id, id),
  constraint blocker_blocker foreign key (event_id, blocker_id) references volunteers.card (event_id, id),
  constraint not_blocked_by_itself check (card_id <> blocker_id)
);
create index card_blocker_by_card on volunteers.card_blocker (event_id, card_id);
create index card_blocker_by_blocker on volunteers.card_blocker (event_id, blocker_id);
grant select, insert, delete on volunteers.card_blocker to wgt_app;

-- Limits an event sets for its shifts (SHF-2); an event without a row has the defaults.
create table volunteers.shift_rules (
  event_id uuid primary key constraint shift_rules_event references events.event,
  rest_minutes int not null default 660 constraint shift_rules_rest check (rest_minutes between 0 and 1440),
  day_minutes int not null default 600 constraint shift_rules_day check (day_minutes between 60 and 1440),
  demanding_in_row int not null default 2 constraint shift_rules_demanding check (demanding_in_row between 1 and 100)
);
grant select, insert, update on volunteers.shift_rules to wgt_app;

create table volunteers.shift (
  id uuid primary key,
  event_id uuid not null constraint shift_event references events.event,
  name text not null constraint shift_name_length check (char_length(name) between 1 and 100),
  place text not null default '' constraint shift_place_length check (char_length(place) <= 200),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- Time needed to get to the next one; counts as busy.
  changeover_minutes int not null default 0 constraint shift_changeover check (changeover_minutes between 0 and 240),
  places int not null constraint shift_places check (places between 1 and 500),
  demanding boolean not null default false,
  state text not null constraint shift_state check (state in ('draft', 'published', 'running', 'done', 'cancelled')),
  created_at timestamptz not null,
  created_by uuid not null constraint shift_creator references accounts.account,
  constraint shift_in_event unique (event_id, id),
  constraint shift_lasts check (ends_at > starts_at and ends_at <= starts_at + interval '24 hours')
);
create index shift_by_start on volunteers.shift (event_id, starts_at, id);
create index shift_by_creator on volunteers.shift (created_by);
grant select, insert, update on volunteers.shift to wgt_app;

-- One person's part in one shift. Rows stay when people leave, so that the record is whole.
create table volunteers.shift_entry (
  id uuid primary key,
  event_id uuid not null,
  shift_id uuid not null,
  person_id uuid not null constraint shift_entry_person references accounts.account,
  state text not null constraint shift_entry_state check (state in ('waitlisted', 'signed_up', 'confirmed', 'arrived', 'completed', 'abandoned', 'no_show', 'left')),
  -- Which of the shift's places it holds; null while waiting or gone.
  place_number int constraint shift_entry_place check (place_number between 1 and 500),
  busy tstzrange not null,
  at timestamptz not null,
  moved_at timestamptz not null,
  constraint shift_entry_in_event unique (event_id, id),
  constraint shift_entry_shift foreign key (event_id, shift_id) references volunteers.shift (event_id, id),
  constraint shift_entry_place_while_in check ((place_number is not null) = (state not in ('waitlisted', 'left'))),
  constraint no_two_shifts_at_once exclude using gist (person_id with =, busy with &&) where (state in ('signed_up', 'confirmed', 'arrived'))
);
create unique index shift_place_once on volunteers.shift_entry (shift_id, place_number) where state <> 'left';
create unique index in_a_shift_once on volunteers.shift_entry (shift_id, person_id) where state <> 'left';
create index shift_entry_by_shift on volunteers.shift_entry (event_id, shift_id, id);
create index shift_entry_by_person on volunteers.shift_entry (person_id, event_id);
grant select, insert, update on volunteers.shift_entry to wgt_app;

-- Time somebody gave. Counts only when another person has confirmed it (HRS-1).
create table volunteers.hours (
  id uuid primary key,
  event_id uuid not null constraint hours_event references events.event,
  person_id uuid not null constraint hours_person references accounts.account,
  worked_on date not null,
  -- Quarter hours, so that they are exact in the books' two decimals.
  minutes int not null constraint hours_minutes check (minutes between 15 and 1440 and minutes % 15 = 0),
  activity text not null constraint hours_activity_length check (char_length(activity) between 1 and 200),
  card_id uuid,
  shift_id uuid,
  state text not null constraint hours_state check (state in ('logged', 'confirmed', 'rejected')),
  logged_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid constraint hours_decider references accounts.account,
  reason text constraint hours_reason_length check (char_length(reason) between 1 and 300),
  constraint hours_in_event unique (event_id, id),
  constraint hours_card foreign key (event_id, card_id) references volunteers.card (event_id, id),
  constraint hours_shift foreign key (event_id, shift_id) references volunteers.shift (event_id, id),
  constraint hours_decided_whole check ((state = 'logged') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  constraint hours_not_confirmed_by_oneself check (decided_by <> person_id)
);
-- The same shift is not logged twice.
create unique index hours_once_a_shift on volunteers.hours (person_id, shift_id) where shift_id is not null and state <> 'rejected';
create index hours_by_event on volunteers.hours (event_id, state, id);
create index hours_by_person on volunteers.hours (person_id, event_id);
create index hours_by_card on volunteers.hours (event_id, card_id);
create index hours_by_shift on volunteers.hours (event_id, shift_id);
create index hours_by_decider on volunteers.hours (decided_by);
grant select, insert, update on volunteers.hours to wgt_app;

-- Who would rather not be named, or not have their time valued (HRS-2); no row = both are fine.
create table volunteers.hours_wish (
  event_id uuid not null constraint hours_wish_event references events.event,
  person_id uuid not null constraint hours_wish_person references accounts.account,
  named boolean not null,
  valued boolean not null,
  constraint hours_wish_once primary key (person_id, event_id)
);
create index hours_wish_by_event on volunteers.hours_wish (event_id);
grant select, insert, update on volunteers.hours_wish to wgt_app;

-- What an hour is worth when it is shown beside the books, and who says so (HRS-1).
create table volunteers.hour_rate (
  event_id uuid primary key constraint hour_rate_event references events.event,
  rate_minor bigint not null constraint hour_rate_amount check (rate_minor between 1 and 1000000),
  currency char(3) not null,
  source text not null constraint hour_rate_source_length check (char_length(source) between 1 and 300)
);
grant select, insert, update on volunteers.hour_rate to wgt_app;
`,
  `drop schema volunteers cascade;`,
);
