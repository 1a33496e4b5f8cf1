import { sqlMigration } from './sql-migration.js';

export const platformFoundation = sqlMigration(
  '2026-11-23T19:00',
  'PlatformFoundation',
  `
create schema platform;
grant usage on schema platform to wgt_app;

-- Where the product's clock stands: moved forward in demos and tests, untouched in production.
create table platform.clock (
  id boolean primary key default true constraint clock_is_one check (id),
  shift_ms bigint not null default 0 constraint clock_never_runs_back check (shift_ms >= 0),
  frozen_at timestamptz
);
insert into platform.clock default values;
grant select, update on platform.clock to wgt_app;

-- What has become true. Only ever added to.
create table platform.fact (
  id uuid primary key,
  type text not null,
  event_id uuid,
  at timestamptz not null,
  body jsonb not null,
  actor_id uuid
);
create index fact_by_event on platform.fact (event_id, id);
grant select, insert on platform.fact to wgt_app;

-- A reaction that has taken effect: one row per fact and handler, written in the transaction of the effect.
create table platform.reaction_done (
  fact_id uuid not null constraint reaction_done_fact references platform.fact,
  handler text not null,
  at timestamptz not null,
  constraint reaction_once primary key (fact_id, handler)
);
grant select, insert on platform.reaction_done to wgt_app;

create function platform.record_fact(p_id uuid, p_type text, p_event uuid, p_at timestamptz, p_body jsonb, p_actor uuid, p_handlers text[])
returns void language plpgsql as $$
begin
  insert into platform.fact (id, type, event_id, at, body, actor_id) values (p_id, p_type, p_event, p_at, p_body, p_actor);
  if cardinality(p_handlers) > 0 then
    perform graphile_worker.add_job('reaction', json_build_object('fact', p_id, 'handler', handler), max_attempts := 25) from unnest(p_handlers) as handler;
  end if;
end $$;

-- Who did what, and why (I12). Only ever added to.
create table platform.audit_entry (
  id uuid primary key,
  at timestamptz not null,
  actor_id uuid,
  request_id text not null,
  event_id uuid,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  from_state text,
  to_state text,
  reason text,
  details jsonb not null default '{}'
);
create index audit_entry_by_event on platform.audit_entry (event_id, id desc);
create index audit_entry_by_subject on platform.audit_entry (subject_kind, subject_id);
grant select, insert on platform.audit_entry to wgt_app;

create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is only ever added to', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger audit_entry_is_final before update or delete or truncate on platform.audit_entry for each statement execute function platform.refuse_change();
create trigger fact_is_final before update or delete or truncate on platform.fact for each statement execute function platform.refuse_change();

-- Answers given under an idempotency key, so that a repeated request repeats the answer and not the deed.
create table platform.idempotency (
  actor text not null,
  key text not null,
  request_hash bytea not null,
  started_at timestamptz not null,
  status int,
  response jsonb,
  constraint idempotency_once primary key (actor, key)
);
create index idempotency_by_age on platform.idempotency (started_at);
grant select, insert, update, delete on platform.idempotency to wgt_app;

-- Mails to send, and, without an SMTP server, mails to read at /dev/mail.
create table platform.mail (
  id uuid primary key,
  recipient text not null,
  subject text not null,
  body text not null,
  because text not null,
  created_at timestamptz not null,
  sent_at timestamptz
);
create index mail_by_recipient on platform.mail (recipient, id desc);
create index mail_unsent on platform.mail (id) where sent_at is null;
grant select, insert, update on platform.mail to wgt_app;
`,
  `drop schema platform cascade;`,
);
