import { sqlMigration } from './sql-migration.js';

export const proposals = sqlMigration(
  '2026-11-23T20:06',
  'Proposals',
  `
create schema proposals;
grant usage on schema proposals to wgt_app;

-- An event's own bounds (PRP-2); without a row the defaults hold.
create table proposals.setting (
  event_id uuid primary key constraint setting_event references events.event,
  title_min int not null constraint setting_title_min check (title_min between 1 and 150),
  title_max int not null constraint setting_title_max check (title_max between title_min and 150),
  body_max int not null constraint setting_body_max check (body_max between 50 and 5000)
);
grant select, insert, update on proposals.setting to wgt_app;

-- Something people want at the event, and what it costs.
create table proposals.proposal (
  id uuid primary key,
  event_id uuid not null constraint proposal_event references events.event,
  title text not null constraint proposal_title_length check (char_length(title) between 1 and 300),
  body text not null constraint proposal_body_length check (char_length(body) <= 5000),
  author_id uuid not null constraint proposal_author references accounts.account,
  -- The spark it came from, of the events module.
  spark_id uuid constraint proposal_spark references events.spark,
  state text not null constraint proposal_state check (state in ('draft', 'published', 'under_review', 'costed', 'shortlisted', 'on_ballot', 'funded', 'not_funded',
    'scheduled', 'delivered', 'dropped', 'withdrawn', 'merged', 'rejected', 'hidden')),
  hidden_from text,
  created_at timestamptz not null,
  published_at timestamptz,
  -- Grows with each version that people may have supported.
  version int not null default 1,
  -- Sum of the cost sheet at its targets, and at its minima; null until a sheet is put in.
  cost_minor bigint constraint proposal_cost_range check (cost_minor between 0 and 1000000000000),
  cost_min_minor bigint,
  currency char(3) not null,
  costed_by uuid constraint proposal_estimator references accounts.account,
  -- From this instant the prices are public and do not move.
  prices_frozen_at timestamptz,
  prices_approved_by uuid constraint proposal_price_approver references accounts.account,
  merged_into uuid,
  ended_because text,
  ended_note text,
  constraint proposal_in_event unique (event_id, id),
  constraint proposal_merged_into foreign key (event_id, merged_into) references proposals.proposal (event_id, id),
  constraint proposal_merged_says_where check ((state = 'merged') = (merged_into is not null)),
  constraint proposal_hidden_says_from check ((state = 'hidden') = (hidden_from is not null)),
  constraint proposal_published_says_when check (state in ('draft', 'withdrawn') or published_at is not null),
  constraint proposal_min_below_target check (cost_min_minor between 0 and cost_minor),
  constraint proposal_costed_says_cost check (state not in ('costed', 'shortlisted', 'on_ballot', 'funded', 'not_funded', 'scheduled', 'delivered') or cost_minor is not null and prices_frozen_at is not null),
  constraint proposal_two_people_price check (prices_approved_by is null or prices_approved_by <> costed_by),
  constraint proposal_withdrawn_says_why check (state <> 'withdrawn' or ended_because is not null)
);
create index proposal_by_author on proposals.proposal (author_id);
create index proposal_by_spark on proposals.proposal (spark_id);
create index proposal_by_estimator on proposals.proposal (costed_by);
create index proposal_by_price_approver on proposals.proposal (prices_approved_by);
create index proposal_by_merge on proposals.proposal (event_id, merged_into);
create index proposal_by_state on proposals.proposal (event_id, state, id);
grant select, insert, update on proposals.proposal to wgt_app;

-- One line of a cost sheet: whole quantity times unit price, in the event's currency (PRP-6).
create table proposals.cost_line (
  id uuid primary key,
  event_id uuid not null,
  proposal_id uuid not null,
  position int not null,
  label text not null constraint cost_line_label check (char_length(label) between 1 and 150),
  kind text not null constraint cost_line_kind check (kind in ('expense', 'income')),
  quantity int not null constraint cost_line_quantity check (quantity between 1 and 1000000),
  unit_minor bigint not null constraint cost_line_unit check (unit_minor between 0 and 1000000000000),
  -- What it costs at the very least; null: the full amount.
  min_minor bigint constraint cost_line_min check (min_minor between 0 and quantity * unit_minor),
  currency char(3) not null,
  evidence_url text,
  constraint cost_line_of foreign key (event_id, proposal_id) references proposals.proposal (event_id, id)
);
create index cost_line_by_proposal on proposals.cost_line (event_id, proposal_id, position);
grant select, insert, delete on proposals.cost_line to wgt_app;

-- Texts that people may have supported, as they were. Only ever added to.
create table proposals.proposal_version (
  event_id uuid not null,
  proposal_id uuid not null,
  version int not null,
  title text not null,
  body text not null,
  edited_by uuid not null constraint proposal_version_editor references accounts.account,
  at timestamptz not null,
  constraint proposal_version_once primary key (proposal_id, version),
  constraint proposal_version_of foreign key (event_id, proposal_id) references proposals.proposal (event_id, id)
);
create index proposal_version_by_event on proposals.proposal_version (event_id, proposal_id);
create index proposal_version_by_editor on proposals.proposal_version (edited_by);
grant select, insert on proposals.proposal_version to wgt_app;

create table proposals.support (
  proposal_id uuid not null,
  account_id uuid not null constraint support_account references accounts.account,
  event_id uuid not null,
  -- The version that the person read and supported.
  version int not null,
  at timestamptz not null,
  constraint support_once primary key (proposal_id, account_id),
  constraint support_of foreign key (event_id, proposal_id) references proposals.proposal (event_id, id)
);
create index support_by_event on proposals.support (event_id, proposal_id);
create index support_by_account on proposals.support (account_id);
grant select, insert, update, delete on proposals.support to wgt_app;

-- Counters that people look at and lists are sorted by: folded from delta rows within a second.
create table proposals.tally (
  proposal_id uuid primary key,
  event_id uuid not null,
  supports int not null default 0 constraint tally_supports check (supports >= 0),
  comments int not null default 0 constraint tally_comments check (comments >= 0),
  -- False while it is a draft or out of sight, so that a page of the list needs no second look.
  listed boolean not null,
  constraint tally_of foreign key (event_id, proposal_id) references proposals.proposal (event_id, id)
);
create index tally_rank on proposals.tally (event_id, supports desc, proposal_id desc) where listed;
create index tally_newest on proposals.tally (event_id, proposal_id desc) where listed;
create index tally_by_event on proposals.tally (event_id, proposal_id);
grant select, insert, update on proposals.tally to wgt_app;

create table proposals.tally_delta (
  id bigint generated always as identity primary key,
  proposal_id uuid not null,
  supports int not null default 0,
  comments int not null default 0
);
create index tally_delta_by_proposal on proposals.tally_delta (proposal_id);
grant select, insert, delete on proposals.tally_delta to wgt_app;

create function proposals.note_support() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into proposals.tally_delta (proposal_id, supports) values (new.proposal_id, 1);
  else
    insert into proposals.tally_delta (proposal_id, supports) values (old.proposal_id, -1);
  end if;
  return null;
end $$;
create trigger support_is_counted after insert or delete on proposals.support for each row execute function proposals.note_support();

create function proposals.fold_tallies() returns int language plpgsql as $$
declare folded int;
begin
  if not exists (select from proposals.tally_delta) or not pg_try_advisory_xact_lock(hashtextextended('proposals.fold_tallies', 0)) then return 0; end if;
  with taken as (delete from proposals.tally_delta returning proposal_id, supports, comments),
  summed as (select proposal_id, sum(supports)::int as supports, sum(comments)::int as comments from taken group by proposal_id)
  update proposals.tally t set supports = t.supports + s.supports, comments = t.comments + s.comments from summed s where t.proposal_id = s.proposal_id;
  get diagnostics folded = row_count;
  return folded;
end $$;

-- Supports a proposal in one round trip. Answers 'supported', 'already', 'closed' or 'absent'.
create function proposals.give_support(p_event uuid, p_proposal uuid, p_account uuid, p_now timestamptz) returns text language plpgsql as $$
declare p record;
begin
  select state, version into p from proposals.proposal where event_id = p_event and id = p_proposal;
  if not found or p.state in ('draft', 'hidden') then return 'absent'; end if;
  if p.state not in ('published', 'under_review', 'costed', 'shortlisted') then return 'closed'; end if;
  insert into proposals.support (proposal_id, account_id, event_id, version, at) values (p_proposal, p_account, p_event, p.version, p_now)
  on conflict on constraint support_once do nothing;
  if found then return 'supported'; end if;
  update proposals.support set version = p.version where proposal_id = p_proposal and account_id = p_account and version < p.version;
  return 'already';
end $$;

`,
  `drop schema proposals cascade;`,
);
