import { sqlMigration } from './sql-migration.js';

export const ledgerReconciliation = sqlMigration(
  '2026-11-23T20:10',
  'LedgerReconciliation',
  `
-- Money that is expected at the bank, in or out, until a bank line is matched to it.
create table ledger.open_item (
  event_id uuid not null constraint open_item_book references ledger.book,
  id uuid not null,
  kind text not null constraint open_item_kind check (char_length(kind) between 1 and 60),
  source_id text not null constraint open_item_source check (char_length(source_id) between 1 and 200),
  direction text not null constraint open_item_direction check (direction in ('in', 'out')),
  amount_minor bigint not null constraint open_item_amount check (amount_minor between 1 and 1000000000000),
  settled_minor bigint not null default 0,
  currency char(3) not null,
  -- What the payer was asked to write: a reference with a check character, an invoice number.
  reference text constraint open_item_reference check (char_length(reference) between 1 and 140),
  expected_on date,
  -- The other side of the bank entry once it arrives.
  counter_account text not null,
  budget_line_id uuid,
  text text not null constraint open_item_text check (char_length(text) between 1 and 300),
  -- May it arrive in several lines?
  in_parts boolean not null default false,
  state text not null default 'open' constraint open_item_state check (state in ('open', 'part_matched', 'matched', 'withdrawn')),
  meta jsonb not null default '{}',
  expected_at timestamptz not null,
  constraint open_item_once primary key (event_id, id),
  constraint open_item_source_once unique (event_id, kind, source_id),
  constraint open_item_account foreign key (event_id, counter_account) references ledger.account,
  constraint open_item_budget foreign key (event_id, budget_line_id) references ledger.budget_line,
  constraint open_item_not_exceeded check (settled_minor between 0 and amount_minor),
  constraint open_item_state_says_so check (
    case state when 'open' then settled_minor = 0 when 'part_matched' then settled_minor between 1 and amount_minor - 1 and in_parts
      when 'matched' then settled_minor = amount_minor else settled_minor = 0 end)
);
create index open_item_waiting on ledger.open_item (event_id, currency, amount_minor) where state in ('open', 'part_matched');
create index open_item_by_account on ledger.open_item (event_id, counter_account);
create index open_item_by_budget on ledger.open_item (event_id, budget_line_id) where budget_line_id is not null;
grant select, insert, update on ledger.open_item to wgt_app;

-- How a bank writes its files: separator, columns, date form.
create table ledger.statement_mapping (
  event_id uuid not null constraint statement_mapping_book references ledger.book,
  name text not null constraint statement_mapping_name check (char_length(name) between 1 and 60),
  mapping jsonb not null,
  saved_at timestamptz not null,
  constraint statement_mapping_once primary key (event_id, name)
);
grant select, insert, update on ledger.statement_mapping to wgt_app;

-- A file of the bank, taken in whole or not at all.
create table ledger.statement (
  event_id uuid not null constraint statement_book references ledger.book,
  id uuid not null,
  file_name text not null constraint statement_file_name check (char_length(file_name) between 1 and 200),
  file_hash bytea not null,
  account text not null,
  currency char(3) not null,
  from_on date not null,
  to_on date not null,
  opening_minor bigint,
  closing_minor bigint,
  sum_minor bigint not null,
  -- Lines in the file, and those among them that had been taken in before.
  line_count int not null,
  known_count int not null,
  state text not null default 'in_review' constraint statement_state check (state in ('in_review', 'reconciled')),
  imported_at timestamptz not null,
  imported_by uuid constraint statement_by references accounts.account,
  constraint statement_once primary key (event_id, id),
  constraint statement_account foreign key (event_id, account) references ledger.account
);
create index statement_by_account on ledger.statement (event_id, account);
create index statement_by_person on ledger.statement (imported_by);
grant select, insert, update on ledger.statement to wgt_app;

-- A line of the bank. Amount signed as the bank signs it: positive is money in. Its identity keeps it from coming twice (REC-4).
create table ledger.statement_line (
  event_id uuid not null,
  id uuid not null,
  statement_id uuid not null,
  line_no int not null,
  booked_on date not null,
  amount_minor bigint not null constraint statement_line_amount check (amount_minor <> 0 and abs(amount_minor) <= 1000000000000),
  currency char(3) not null,
  text text not null constraint statement_line_text check (char_length(text) <= 1000),
  counterparty text not null default '' constraint statement_line_counterparty check (char_length(counterparty) <= 300),
  bank_reference text not null default '' constraint statement_line_reference check (char_length(bank_reference) <= 200),
  account text not null,
  identity bytea not null,
  ordinal int not null,
  state text not null default 'new' constraint statement_line_state check (state in ('new', 'matched', 'ignored')),
  ignored_because text constraint statement_line_ignored check (char_length(ignored_because) between 3 and 300),
  constraint statement_line_once primary key (event_id, id),
  constraint statement_line_identity_once unique (event_id, account, identity, ordinal),
  constraint statement_line_statement foreign key (event_id, statement_id) references ledger.statement,
  constraint statement_line_account foreign key (event_id, account) references ledger.account,
  constraint statement_line_says_why check ((state = 'ignored') = (ignored_because is not null))
);
create index statement_line_by_statement on ledger.statement_line (event_id, statement_id, line_no);
create index statement_line_unexplained on ledger.statement_line (event_id, booked_on) where state = 'new';
grant select, insert on ledger.statement_line to wgt_app;
grant update (state, ignored_because) on ledger.statement_line to wgt_app;

-- What explains a bank line: one at a time, undone by a reversal and never deleted (REC-8).
create table ledger.match (
  event_id uuid not null,
  id uuid not null,
  statement_line_id uuid not null,
  entry_id uuid not null,
  -- Found by the system by exact code and amount (REC-7), or by a person.
  automatic boolean not null,
  matched_at timestamptz not null,
  matched_by uuid constraint match_by references accounts.account,
  undone_at timestamptz,
  undone_by uuid constraint match_undone_by references accounts.account,
  reversal_id uuid,
  constraint match_once primary key (event_id, id),
  constraint match_line foreign key (event_id, statement_line_id) references ledger.statement_line,
  constraint match_entry foreign key (event_id, entry_id) references ledger.journal_entry,
  constraint match_reversal foreign key (event_id, reversal_id) references ledger.journal_entry,
  constraint match_undone_with_reversal check ((undone_at is null) = (reversal_id is null))
);
create unique index match_of_a_line_once on ledger.match (event_id, statement_line_id) where undone_at is null;
create index match_by_line on ledger.match (event_id, statement_line_id);
create index match_by_entry on ledger.match (event_id, entry_id);
create index match_by_reversal on ledger.match (event_id, reversal_id);
create index match_by_person on ledger.match (matched_by);
create index match_by_undoer on ledger.match (undone_by);
grant select, insert on ledger.match to wgt_app;
grant update (undone_at, undone_by, reversal_id) on ledger.match to wgt_app;

-- The parts of a match, signed like the bank line; together they are its amount to the cent (I10).
create table ledger.match_part (
  event_id uuid not null,
  match_id uuid not null,
  part_no smallint not null,
  open_item_id uuid,
  account text not null,
  amount_minor bigint not null constraint match_part_amount check (amount_minor <> 0),
  currency char(3) not null,
  constraint match_part_once primary key (event_id, match_id, part_no),
  constraint match_part_match foreign key (event_id, match_id) references ledger.match,
  constraint match_part_item foreign key (event_id, open_item_id) references ledger.open_item,
  constraint match_part_account foreign key (event_id, account) references ledger.account
);
create index match_part_by_item on ledger.match_part (event_id, open_item_id);
create index match_part_by_account on ledger.match_part (event_id, account);
grant select, insert on ledger.match_part to wgt_app;
create trigger match_part_is_final before update or delete or truncate on ledger.match_part for each statement execute function platform.refuse_change();

-- What someone laid out for the event and wants back.
create table ledger.expense (
  event_id uuid not null constraint expense_book references ledger.book,
  id uuid not null,
  text text not null constraint expense_text check (char_length(text) between 3 and 200),
  amount_minor bigint not null constraint expense_amount check (amount_minor between 1 and 1000000000000),
  currency char(3) not null,
  spent_on date not null,
  budget_line_id uuid not null,
  account text not null,
  -- SHA-256 of the receipt, so that one receipt is not paid twice (EXP-2).
  receipt_hash bytea constraint expense_receipt check (octet_length(receipt_hash) = 32),
  state text not null constraint expense_state check (state in ('submitted', 'approved', 'paid', 'rejected', 'withdrawn')),
  submitted_by uuid not null constraint expense_submitter references accounts.account,
  submitted_at timestamptz not null,
  decided_by uuid constraint expense_decider references accounts.account,
  decided_at timestamptz,
  because text not null default '' constraint expense_because check (char_length(because) <= 300),
  constraint expense_once primary key (event_id, id),
  constraint expense_budget foreign key (event_id, budget_line_id) references ledger.budget_line,
  constraint expense_account foreign key (event_id, account) references ledger.account,
  constraint expense_two_people check (decided_by <> submitted_by or state = 'withdrawn'),
  constraint expense_decided check ((state in ('submitted', 'withdrawn')) or decided_by is not null)
);
create index expense_by_time on ledger.expense (event_id, id desc);
create index expense_by_budget on ledger.expense (event_id, budget_line_id);
create index expense_by_account on ledger.expense (event_id, account);
create index expense_by_receipt on ledger.expense (event_id, receipt_hash);
create index expense_by_submitter on ledger.expense (submitted_by);
create index expense_by_decider on ledger.expense (decided_by);
grant select, insert on ledger.expense to wgt_app;
grant update (state, decided_by, decided_at, because) on ledger.expense to wgt_app;
`,
  `
drop table ledger.expense, ledger.match_part, ledger.match, ledger.statement_line, ledger.statement, ledger.statement_mapping, ledger.open_item;
`,
);
