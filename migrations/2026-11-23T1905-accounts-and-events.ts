import { sqlMigration } from './sql-migration.js';

export const accountsAndEvents = sqlMigration(
  '2026-11-23T19:05',
  'AccountsAndEvents',
  `
create schema accounts;
grant usage on schema accounts to wgt_app;

-- A person who can sign in. Everything personal about people lives in this schema; all else points here by id.
create table accounts.account (
  id uuid primary key,
  email text not null,
  -- Lower case, without plus-tag: two spellings of one mailbox are one person.
  email_key text not null constraint account_email_once unique,
  name text not null constraint account_name_length check (char_length(name) between 1 and 100),
  locale text not null default 'en' constraint account_locale check (locale in ('en', 'fr')),
  password_hash text,
  -- Grows with each new password and with "sign out everywhere"; links and sessions of an older version are dead.
  credential_version int not null default 1,
  is_admin boolean not null default false,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  suspended_at timestamptz,
  suspended_because text,
  erased_at timestamptz
);
grant select, insert, update on accounts.account to wgt_app;

create table accounts.session (
  token_hash bytea primary key,
  account_id uuid not null constraint session_account references accounts.account,
  credential_version int not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  user_agent text not null default ''
);
create index session_by_account on accounts.session (account_id);
grant select, insert, update, delete on accounts.session to wgt_app;

-- Links sent by mail: they show a page, and only a POST from that page uses them, once.
create table accounts.one_time_link (
  token_hash bytea primary key,
  purpose text not null constraint link_purpose check (purpose in ('confirm', 'sign_in', 'reset', 'invitation')),
  account_id uuid constraint link_account references accounts.account,
  credential_version int,
  email text not null,
  event_id uuid,
  role text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint invitation_says_what check ((purpose = 'invitation') = (event_id is not null and role is not null))
);
create index link_by_account on accounts.one_time_link (account_id);
create index link_by_email on accounts.one_time_link (email, created_at);
grant select, insert, update on accounts.one_time_link to wgt_app;

create table accounts.access_token (
  id uuid primary key,
  account_id uuid not null constraint token_account references accounts.account,
  token_hash bytea not null constraint token_once unique,
  name text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index token_by_account on accounts.access_token (account_id);
grant select, insert, update on accounts.access_token to wgt_app;

create table accounts.role_grant (
  event_id uuid not null,
  account_id uuid not null constraint grant_account references accounts.account,
  role text not null constraint grant_role check (role in ('owner','organiser','treasurer','moderator','estimator','programme','sponsors','coordinator','volunteer','crew','speaker')),
  granted_at timestamptz not null,
  granted_by uuid,
  constraint role_once primary key (account_id, event_id, role)
);
create index role_grant_by_event on accounts.role_grant (event_id, role);
grant select, insert, delete on accounts.role_grant to wgt_app;

-- Sign-in attempts that failed, to slow down guessing without locking anyone out for ever.
create table accounts.failed_sign_in (
  email_key text not null,
  at timestamptz not null
);
create index failed_sign_in_by_email on accounts.failed_sign_in (email_key, at);
grant select, insert, delete on accounts.failed_sign_in to wgt_app;

create schema events;
grant usage on schema events to wgt_app;

-- A gathering. Its slug and currency never change: addresses and books depend on them.
create table events.event (
  id uuid primary key,
  slug text not null constraint event_slug_once unique constraint event_slug_form check (slug ~ '^[a-z0-9](-?[a-z0-9]){1,39}$'),
  name text not null constraint event_name_length check (char_length(name) between 3 and 100),
  hashtag text not null,
  summary text not null default '',
  -- Calendar date and clock time where it happens; null until it is fixed.
  starts_on date,
  starts_at_time text,
  ends_at_time text,
  place text not null default '',
  time_zone text not null,
  currency char(3) not null,
  capacity int constraint event_capacity check (capacity between 1 and 100000),
  phase text not null default 'spark',
  created_at timestamptz not null,
  created_by uuid not null constraint event_creator references accounts.account
);
grant select, insert, update on events.event to wgt_app;

alter table accounts.role_grant add constraint grant_event foreign key (event_id) references events.event;
`,
  `drop schema events cascade; drop schema accounts cascade;`,
);
