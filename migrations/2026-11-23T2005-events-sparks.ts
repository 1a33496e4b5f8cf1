import { sqlMigration } from './sql-migration.js';

export const eventsSparks = sqlMigration(
  '2026-11-23T20:05',
  'EventsSparks',
  `
create extension if not exists pg_trgm with schema public;

alter table events.event
  -- Grows with each edit, so that two editors cannot overwrite one another unseen.
  add column version int not null default 1,
  -- How many distinct supporters turn a spark into a conversation (SPK-5).
  add column conversation_threshold int not null default 5,
  add column updated_at timestamptz,
  add constraint event_phase check (phase in ('spark', 'proposals', 'voting', 'funding', 'preparing', 'happening', 'outcomes', 'archived')),
  add constraint event_threshold check (conversation_threshold between 1 and 10000);
create index event_by_creator on events.event (created_by);

-- One sentence that may become an event or a proposal. Not public before its author's mail address is confirmed.
create table events.spark (
  id uuid primary key,
  -- Null: the open wall, where sparks for gatherings that do not exist yet are posted.
  event_id uuid constraint spark_event references events.event,
  -- Permanent short address (SPK-7).
  short_code text not null constraint spark_short_code_once unique,
  text text not null constraint spark_text_length check (char_length(text) between 1 and 4000),
  -- Lower case, letters and digits only, single spaces: two texts with one key are identical (SPK-3).
  text_key text not null,
  author_id uuid not null constraint spark_author references accounts.account,
  state text not null constraint spark_state check (state in ('open', 'conversing', 'promoted', 'merged', 'withdrawn', 'hidden', 'archived')),
  -- The state to come back to when a hidden spark is restored.
  hidden_from text,
  posted_at timestamptz not null,
  -- Null while a guest has not answered the confirmation mail.
  confirmed_at timestamptz,
  conversing_at timestamptz,
  promoted_at timestamptz,
  merged_into uuid constraint spark_merged_into references events.spark,
  constraint spark_merged_says_where check ((state = 'merged') = (merged_into is not null)),
  constraint spark_promoted_says_when check (state <> 'promoted' or promoted_at is not null),
  constraint spark_hidden_says_from check ((state = 'hidden') = (hidden_from is not null))
);
create unique index spark_text_once on events.spark (coalesce(event_id, '00000000-0000-0000-0000-000000000000'), md5(text_key))
  where confirmed_at is not null and state not in ('merged', 'withdrawn', 'archived');
create index spark_by_event on events.spark (event_id, id);
create index spark_by_author on events.spark (author_id);
create index spark_by_merge on events.spark (merged_into);
create index spark_waiting on events.spark (posted_at) where confirmed_at is null;
create index spark_alike on events.spark using gin (text_key gin_trgm_ops);
grant select, insert, update, delete on events.spark to wgt_app;

-- What a spark became; never undone by deleting what it became (SPK-2).
create table events.spark_promotion (
  spark_id uuid not null constraint spark_promotion_spark references events.spark,
  kind text not null constraint spark_promotion_kind check (kind in ('event', 'proposal')),
  -- Id of the event or the proposal; a proposal lives in another module's schema.
  target_id uuid not null,
  at timestamptz not null,
  constraint spark_promotion_once primary key (spark_id, kind, target_id)
);
create index spark_promotion_by_target on events.spark_promotion (target_id);
grant select, insert on events.spark_promotion to wgt_app;

-- A guest's answer to the confirmation mail: the hash of the link's secret.
create table events.spark_confirmation (
  token_hash bytea primary key,
  spark_id uuid not null constraint spark_confirmation_spark references events.spark on delete cascade,
  expires_at timestamptz not null
);
create index spark_confirmation_by_spark on events.spark_confirmation (spark_id);
grant select, insert, delete on events.spark_confirmation to wgt_app;

-- Who posted when and from which network, for the limits (SPK-4). The network is a keyed hash. Kept for one day.
create table events.posting (
  id uuid primary key,
  author_id uuid not null constraint posting_author references accounts.account,
  network_hash bytea not null,
  at timestamptz not null
);
create index posting_by_author on events.posting (author_id, at desc);
create index posting_by_network on events.posting (network_hash, at desc);
create index posting_by_age on events.posting (at);
grant select, insert, delete on events.posting to wgt_app;

create table events.spark_support (
  spark_id uuid not null constraint spark_support_spark references events.spark,
  account_id uuid not null constraint spark_support_account references accounts.account,
  at timestamptz not null,
  constraint spark_support_once primary key (spark_id, account_id)
);
create index spark_support_by_account on events.spark_support (account_id);
grant select, insert, delete on events.spark_support to wgt_app;

-- Counters that people look at: folded from delta rows within a second, never a limit.
create table events.spark_tally (
  spark_id uuid primary key constraint spark_tally_spark references events.spark on delete cascade,
  event_id uuid constraint spark_tally_event references events.event,
  supports int not null default 0 constraint spark_tally_supports check (supports >= 0),
  comments int not null default 0 constraint spark_tally_comments check (comments >= 0)
);
create index spark_tally_rank on events.spark_tally (event_id, supports desc, spark_id desc);
grant select, insert, update, delete on events.spark_tally to wgt_app;

create table events.tally_delta (
  id bigint generated always as identity primary key,
  kind text not null constraint tally_delta_kind check (kind in ('supports', 'comments')),
  subject_id uuid not null,
  change int not null
);
create index tally_delta_by_subject on events.tally_delta (subject_id);
grant select, insert, delete on events.tally_delta to wgt_app;

create function events.note_support() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into events.tally_delta (kind, subject_id, change) values ('supports', new.spark_id, 1);
  else
    insert into events.tally_delta (kind, subject_id, change) values ('supports', old.spark_id, -1);
  end if;
  return null;
end $$;
create trigger spark_support_is_counted after insert or delete on events.spark_support for each row execute function events.note_support();

-- Folds what is waiting into the tallies. One process at a time; whoever comes second has nothing to do.
create function events.fold_tallies() returns int language plpgsql as $$
declare folded int;
begin
  if not exists (select from events.tally_delta) or not pg_try_advisory_xact_lock(hashtextextended('events.fold_tallies', 0)) then return 0; end if;
  with taken as (delete from events.tally_delta returning kind, subject_id, change),
  summed as (
    select subject_id, coalesce(sum(change) filter (where kind = 'supports'), 0)::int as supports, coalesce(sum(change) filter (where kind = 'comments'), 0)::int as comments
    from taken group by subject_id order by subject_id
  )
  update events.spark_tally t set supports = t.supports + s.supports, comments = t.comments + s.comments from summed s where t.spark_id = s.subject_id;
  get diagnostics folded = row_count;
  return folded;
end $$;

-- A discussion: its subject is a spark here or a thing of another module (a proposal), by id.
create table events.thread (
  id uuid primary key,
  kind text not null constraint thread_kind check (kind in ('spark', 'proposal')),
  event_id uuid constraint thread_event references events.event,
  opened_at timestamptz not null
);
create index thread_by_event on events.thread (event_id);
grant select, insert on events.thread to wgt_app;

create table events.comment (
  id uuid primary key,
  thread_id uuid not null constraint comment_thread references events.thread,
  parent_id uuid,
  depth int not null constraint comment_depth check (depth between 1 and 3),
  author_id uuid not null constraint comment_author references accounts.account,
  text text not null constraint comment_length check (char_length(text) between 1 and 4000),
  stance text constraint comment_stance check (stance in ('for', 'neutral', 'against')),
  state text not null constraint comment_state check (state in ('visible', 'hidden', 'withdrawn')),
  posted_at timestamptz not null,
  constraint comment_in_thread unique (thread_id, id),
  constraint comment_parent foreign key (thread_id, parent_id) references events.comment (thread_id, id),
  constraint comment_parent_means_depth check ((parent_id is null) = (depth = 1))
);
create index comment_by_parent on events.comment (thread_id, parent_id);
create index comment_by_author on events.comment (author_id);
grant select, insert, update on events.comment to wgt_app;

create function events.note_comment() returns trigger language plpgsql as $$
begin
  insert into events.tally_delta (kind, subject_id, change) select 'comments', new.thread_id, 1 from events.thread where id = new.thread_id and kind = 'spark';
  return null;
end $$;
create trigger comment_is_counted after insert on events.comment for each row execute function events.note_comment();

-- What moderators look at: one open case per item, made by reports or by a moderator.
create table events.moderation_case (
  id uuid primary key,
  event_id uuid constraint moderation_case_event references events.event,
  subject_kind text not null constraint moderation_subject_kind check (subject_kind in ('spark', 'comment', 'proposal')),
  subject_id uuid not null,
  state text not null constraint moderation_state check (state in ('queued', 'hidden', 'restored')),
  -- Hidden by the number of reports, before any person decided.
  hidden_by_reports boolean not null default false,
  opened_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid constraint moderation_decider references accounts.account,
  reason text,
  constraint moderation_case_once unique (subject_kind, subject_id),
  constraint moderation_decision_is_signed check ((decided_at is null) = (decided_by is null))
);
create index moderation_by_event on events.moderation_case (event_id, state, id);
create index moderation_by_decider on events.moderation_case (decided_by);
grant select, insert, update on events.moderation_case to wgt_app;

create table events.report (
  case_id uuid not null constraint report_case references events.moderation_case,
  reporter_id uuid not null constraint report_reporter references accounts.account,
  reason text not null constraint report_reason check (reason in ('spam', 'offensive', 'off_topic', 'personal_data', 'other')),
  note text not null default '' constraint report_note_length check (char_length(note) <= 500),
  -- From an account that had been confirmed for 24 hours: only such reports hide by number (DSC-2).
  weighs boolean not null,
  at timestamptz not null,
  constraint report_once primary key (case_id, reporter_id)
);
create index report_by_reporter on events.report (reporter_id);
grant select, insert on events.report to wgt_app;

-- Tells whoever follows an event live that something has become true there.
create function events.tell_live() returns trigger language plpgsql as $$
begin
  perform pg_notify('wgt_fact', new.event_id::text || ' ' || new.id::text);
  return null;
end $$;
create trigger fact_is_told after insert on platform.fact for each row when (new.event_id is not null) execute function events.tell_live();
`,
  `
drop trigger fact_is_told on platform.fact;
drop table events.report, events.moderation_case, events.comment, events.thread, events.tally_delta, events.spark_tally, events.spark_support, events.posting,
  events.spark_confirmation, events.spark_promotion, events.spark;
drop function events.note_support, events.note_comment, events.fold_tallies, events.tell_live;
alter table events.event drop column version, drop column conversation_threshold, drop column updated_at, drop constraint event_phase;
drop index events.event_by_creator;
`,
);
