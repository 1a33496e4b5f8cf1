import { sqlMigration } from './sql-migration.js';

export const ledgerBooks = sqlMigration(
  '2026-11-23T20:00',
  'LedgerBooks',
  `
create schema ledger;
grant usage on schema ledger to wgt_app;

-- One book per event, in the event's currency. Opened by the first thing that needs it.
create table ledger.book (
  event_id uuid primary key constraint book_event references events.event,
  currency char(3) not null,
  opened_at timestamptz not null
);
grant select, insert on ledger.book to wgt_app;

create function ledger.open_book(p_event uuid, p_at timestamptz) returns void language plpgsql as $$
begin
  if not exists (select from ledger.book where event_id = p_event) then
    insert into ledger.book (event_id, currency, opened_at) select id, currency, p_at from events.event where id = p_event
    on conflict do nothing;
  end if;
end $$;

-- The accounts a book uses so far; which names there may be is the chart's business (domain/chart-of-accounts.ts).
create table ledger.account (
  event_id uuid not null constraint account_book references ledger.book,
  name text not null constraint account_name_form
    check (name ~ '^(Assets|Liabilities|Equity|Income|Expenses)(:[A-Z][A-Za-z0-9]*){1,3}$' and char_length(name) <= 80),
  constraint account_once primary key (event_id, name)
);
grant select, insert on ledger.account to wgt_app;

-- A need that came out of the discussion (BUD-1). What is planned for it is its newest plan.
create table ledger.budget_line (
  event_id uuid not null constraint budget_line_book references ledger.book,
  id uuid not null,
  name text not null constraint budget_line_name check (char_length(name) between 1 and 140),
  why text not null default '' constraint budget_line_why check (char_length(why) <= 1000),
  -- Where money spent on it is booked.
  account text not null,
  owner_id uuid constraint budget_line_owner references accounts.account,
  source_kind text not null,
  source_id text not null,
  -- The vote that funded it, where one did.
  ballot_id uuid,
  added_at timestamptz not null,
  constraint budget_line_once primary key (event_id, id),
  constraint budget_line_source_once unique (event_id, source_kind, source_id),
  constraint budget_line_account foreign key (event_id, account) references ledger.account
);
create index budget_line_by_account on ledger.budget_line (event_id, account);
create index budget_line_by_owner on ledger.budget_line (owner_id);
grant select, insert on ledger.budget_line to wgt_app;

-- Every plan a line has had; the highest version holds. Only ever added to.
create table ledger.budget_plan (
  event_id uuid not null,
  budget_line_id uuid not null,
  version int not null constraint budget_plan_version check (version >= 1),
  planned_minor bigint not null constraint budget_plan_amount check (planned_minor between 0 and 1000000000000),
  currency char(3) not null,
  because text not null default '',
  at timestamptz not null,
  by_id uuid constraint budget_plan_by references accounts.account,
  constraint budget_plan_once primary key (event_id, budget_line_id, version),
  constraint budget_plan_line foreign key (event_id, budget_line_id) references ledger.budget_line
);
create index budget_plan_by_person on ledger.budget_plan (by_id);
grant select, insert on ledger.budget_plan to wgt_app;

-- What a gift in kind takes off a need; a gift that falls through takes it off again with a negative row. Only ever added to.
create table ledger.need_met_in_kind (
  event_id uuid not null,
  id uuid not null,
  budget_line_id uuid not null,
  amount_minor bigint not null constraint need_met_amount check (amount_minor <> 0 and abs(amount_minor) <= 1000000000000),
  currency char(3) not null,
  source_kind text not null,
  source_id text not null,
  at timestamptz not null,
  constraint need_met_once primary key (event_id, id),
  constraint need_met_source_once unique (event_id, source_kind, source_id),
  constraint need_met_line foreign key (event_id, budget_line_id) references ledger.budget_line
);
create index need_met_by_line on ledger.need_met_in_kind (event_id, budget_line_id);
grant select, insert on ledger.need_met_in_kind to wgt_app;

-- The journal. Posted is final: a mistake is reversed by a new entry that points back (JRN-2, JRN-4).
create table ledger.journal_entry (
  event_id uuid not null constraint journal_entry_book references ledger.book,
  id uuid not null,
  booked_on date not null,
  posted_at timestamptz not null,
  posted_by uuid constraint journal_entry_by references accounts.account,
  text text not null constraint journal_entry_text check (char_length(text) between 1 and 300),
  -- The business event that made it, once (JRN-3).
  source_kind text not null constraint journal_entry_source_kind check (char_length(source_kind) between 1 and 60),
  source_id text not null constraint journal_entry_source_id check (char_length(source_id) between 1 and 200),
  line_count smallint not null constraint journal_entry_has_two_lines check (line_count between 2 and 500),
  lines_hash bytea not null,
  reverses uuid,
  meta jsonb not null default '{}',
  constraint journal_entry_once primary key (event_id, id),
  constraint journal_entry_source_once unique (event_id, source_kind, source_id),
  constraint journal_entry_reverses foreign key (event_id, reverses) references ledger.journal_entry
);
create index journal_entry_by_day on ledger.journal_entry (event_id, booked_on desc, id desc);
-- Partial, because most entries reverse nothing and are posted by the system: they need not be written to these.
create unique index journal_entry_reversed_once on ledger.journal_entry (event_id, reverses) where reverses is not null;
create index journal_entry_by_person on ledger.journal_entry (posted_by) where posted_by is not null;
grant select, insert on ledger.journal_entry to wgt_app;

-- One side of an entry: minor units of one commodity (a currency, or a memo such as VOLHOURS), debit or credit.
create table ledger.journal_line (
  event_id uuid not null,
  entry_id uuid not null,
  line_no smallint not null,
  account text not null,
  commodity text not null constraint journal_line_commodity check (commodity ~ '^[A-Z]{3,12}$'),
  debit_minor bigint not null default 0 constraint journal_line_debit check (debit_minor between 0 and 1000000000000000),
  credit_minor bigint not null default 0 constraint journal_line_credit check (credit_minor between 0 and 1000000000000000),
  budget_line_id uuid,
  constraint journal_line_once primary key (event_id, entry_id, line_no),
  constraint journal_line_entry foreign key (event_id, entry_id) references ledger.journal_entry,
  constraint journal_line_account foreign key (event_id, account) references ledger.account,
  constraint journal_line_budget foreign key (event_id, budget_line_id) references ledger.budget_line,
  constraint journal_line_is_one_sided check ((debit_minor = 0) <> (credit_minor = 0))
);
create index journal_line_by_account on ledger.journal_line (event_id, account, entry_id);
create index journal_line_by_budget on ledger.journal_line (event_id, budget_line_id) where budget_line_id is not null;
grant select, insert on ledger.journal_line to wgt_app;

-- Entries that the sealer has not taken yet.
create table ledger.unsealed (
  event_id uuid not null,
  entry_id uuid not null,
  constraint unsealed_once primary key (event_id, entry_id),
  constraint unsealed_entry foreign key (event_id, entry_id) references ledger.journal_entry
);
grant select, insert, delete on ledger.unsealed to wgt_app;

-- The chain: each seal holds the hash of the seal before it and of its entry (JRN-5). Only ever added to.
create table ledger.seal (
  event_id uuid not null,
  sequence bigint not null constraint seal_sequence check (sequence >= 1),
  entry_id uuid not null,
  previous bytea not null,
  hash bytea not null,
  sealed_at timestamptz not null,
  constraint seal_once primary key (event_id, sequence),
  constraint seal_entry_once unique (event_id, entry_id),
  constraint seal_entry foreign key (event_id, entry_id) references ledger.journal_entry
);
grant select, insert on ledger.seal to wgt_app;

-- Sums of sealed lines per day, folded by the sealer: balances are these plus the few lines not sealed yet. Re-derivable.
create table ledger.daily_turnover (
  event_id uuid not null,
  account text not null,
  commodity text not null,
  booked_on date not null,
  debit_minor bigint not null,
  credit_minor bigint not null,
  constraint daily_turnover_once primary key (event_id, account, commodity, booked_on),
  constraint daily_turnover_account foreign key (event_id, account) references ledger.account
);
grant select, insert, update on ledger.daily_turnover to wgt_app;

create function ledger.refuse(p_constraint text, p_message text) returns void language plpgsql as $$
begin
  raise exception using errcode = 'check_violation', constraint = p_constraint, schema = 'ledger', message = p_message;
end $$;

-- Every entry balances per commodity, and its lines came together: none can be added to it later (JRN-1).
create function ledger.lines_balance() returns trigger language plpgsql as $$
begin
  if exists (select from added group by event_id, entry_id, commodity having sum(debit_minor) <> sum(credit_minor)) then
    perform ledger.refuse('journal_entry_balances', 'debits and credits differ');
  end if;
  if exists (
    select from (select event_id, entry_id from added group by event_id, entry_id) a
    join ledger.journal_entry e on e.event_id = a.event_id and e.id = a.entry_id
    where e.line_count <> (select count(*) from ledger.journal_line l where l.event_id = a.event_id and l.entry_id = a.entry_id)
  ) then
    perform ledger.refuse('journal_entry_is_whole', 'the lines of an entry are written together, once');
  end if;
  return null;
end $$;
create trigger journal_line_balances after insert on ledger.journal_line referencing new table as added
  for each statement execute function ledger.lines_balance();

-- At commit: no entry without its lines.
create function ledger.entry_is_whole() returns trigger language plpgsql as $$
begin
  if new.line_count <> (select count(*) from ledger.journal_line l where l.event_id = new.event_id and l.entry_id = new.id) then
    perform ledger.refuse('journal_entry_is_whole', 'an entry needs its lines');
  end if;
  return null;
end $$;
create constraint trigger journal_entry_is_whole after insert on ledger.journal_entry deferrable initially deferred
  for each row execute function ledger.entry_is_whole();

create function ledger.queue_for_seal() returns trigger language plpgsql as $$
begin
  insert into ledger.unsealed (event_id, entry_id) select event_id, id from added;
  return null;
end $$;
create trigger journal_entry_waits_for_its_seal after insert on ledger.journal_entry referencing new table as added
  for each statement execute function ledger.queue_for_seal();

create trigger journal_entry_is_final before update or delete or truncate on ledger.journal_entry for each statement execute function platform.refuse_change();
create trigger journal_line_is_final before update or delete or truncate on ledger.journal_line for each statement execute function platform.refuse_change();
create trigger seal_is_final before update or delete or truncate on ledger.seal for each statement execute function platform.refuse_change();
create trigger budget_plan_is_final before update or delete or truncate on ledger.budget_plan for each statement execute function platform.refuse_change();
create trigger need_met_is_final before update or delete or truncate on ledger.need_met_in_kind for each statement execute function platform.refuse_change();

-- Posts one entry in one round trip. The same source again answers the first entry; with other lines it is refused (JRN-3).
create function ledger.post_entry(
  p_event uuid, p_id uuid, p_on date, p_text text, p_kind text, p_source text, p_at timestamptz, p_by uuid, p_reverses uuid, p_meta jsonb,
  p_accounts text[], p_commodities text[], p_debits bigint[], p_credits bigint[], p_budget_lines uuid[],
  out entry_id uuid, out replayed boolean
) language plpgsql as $$
declare
  fingerprint bytea := sha256(convert_to(array_to_string(p_accounts, '|') || '/' || array_to_string(p_commodities, '|') || '/'
    || array_to_string(p_debits, '|') || '/' || array_to_string(p_credits, '|') || '/' || array_to_string(p_budget_lines, '|', '-'), 'UTF8'));
  earlier record;
begin
  perform ledger.open_book(p_event, p_at);
  insert into ledger.journal_entry (event_id, id, booked_on, posted_at, posted_by, text, source_kind, source_id, line_count, lines_hash, reverses, meta)
  values (p_event, p_id, p_on, p_at, p_by, p_text, p_kind, p_source, cardinality(p_accounts), fingerprint, p_reverses, p_meta)
  on conflict on constraint journal_entry_source_once do nothing;
  if not found then
    select e.id, e.lines_hash into earlier from ledger.journal_entry e where e.event_id = p_event and e.source_kind = p_kind and e.source_id = p_source;
    if earlier.lines_hash <> fingerprint then
      perform ledger.refuse('journal_entry_replay_has_same_lines', 'this business event was posted with other lines');
    end if;
    entry_id := earlier.id;
    replayed := true;
    return;
  end if;
  insert into ledger.account (event_id, name)
  select distinct p_event, a.name from unnest(p_accounts) as a (name)
  where not exists (select from ledger.account known where known.event_id = p_event and known.name = a.name)
  on conflict do nothing;
  insert into ledger.journal_line (event_id, entry_id, line_no, account, commodity, debit_minor, credit_minor, budget_line_id)
  select p_event, p_id, l.line_no, l.account, l.commodity, l.debit, l.credit, l.budget_line
  from unnest(p_accounts, p_commodities, p_debits, p_credits, p_budget_lines) with ordinality as l (account, commodity, debit, credit, budget_line, line_no);
  entry_id := p_id;
  replayed := false;
end $$;
`,
  `drop schema ledger cascade;`,
);
