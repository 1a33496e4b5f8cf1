import { sqlMigration } from './sql-migration.js';

export const votingMethods = sqlMigration(
  '2026-11-24T00:10',
  'VotingMethods',
  `
-- How a ballot is filled in. The last four come only from files of other places.
alter table voting.ballot drop constraint ballot_method;
alter table voting.ballot add constraint ballot_method check (method in
  ('approval', 'support', 'knapsack', 'points', 'ranked', 'consent', 'dates', 'choose-1', 'cumulative', 'scoring', 'ordinal'));
alter table voting.ballot drop constraint ballot_rule;
alter table voting.ballot add constraint ballot_rule check (rule in (
  'greedy_votes', 'greedy_votes_per_cost', 'greedy_score', 'greedy_stop_at_first_misfit', 'greedy_with_threshold', 'phragmen',
  'mes_cost_none', 'mes_cost_add1', 'mes_cost_add1u', 'mes_cost_add1_until_overspend',
  'mes_cardinality_none', 'mes_cardinality_add1', 'mes_cardinality_add1u', 'mes_cardinality_add1_until_overspend',
  'mes_points_none', 'mes_points_add1', 'mes_points_add1u', 'mes_points_add1_until_overspend',
  'most_votes', 'irv', 'schulze', 'ranked_pairs', 'scottish_stv', 'consent', 'most_yes'));
-- A vote over things that cost nothing has no pot.
alter table voting.ballot alter column pot_minor drop not null;
alter table voting.ballot
  add column seats int not null default 1 constraint ballot_seats check (seats between 1 and 50),
  add column points_budget int constraint ballot_points_budget check (points_budget between 1 and 10000),
  add column points_cap int constraint ballot_points_cap check (points_cap between 1 and 10000),
  add column equal_ranks boolean not null default false,
  -- Supporters an option needs: under greedy_with_threshold, and to be chosen where there is no pot.
  add column threshold int not null default 0 constraint ballot_threshold check (threshold between 0 and 1000000),
  -- Who gets into the electorate at the opening, besides having a confirmed account.
  add column admits text[] not null default '{everyone}' constraint ballot_admits check (cardinality(admits) > 0 and admits <@ array['everyone', 'backers', 'invited', 'code']),
  -- Only totals are published, not the single ballots; auditors may still count.
  add column tallies_only boolean not null default false,
  -- Salt of the hashes of paper codes.
  add column code_salt bytea,
  add constraint ballot_has_its_pot check ((method <> 'knapsack' or pot_minor is not null) and (method not in ('support', 'consent', 'dates') or pot_minor is null)),
  add constraint ballot_has_its_points check (method <> 'points' or points_budget is not null);
alter table voting.ballot drop constraint ballot_open_is_frozen;
alter table voting.ballot add constraint ballot_open_is_frozen check (state in ('draft', 'void') or (opened_at is not null and lot_seed is not null and rules_text is not null
  and rules_hash is not null and electorate_size is not null and (pot_minor is null or increment_minor is not null)));

-- An option is a proposal, or a thing of the vote's own: a date, a name, a theme.
alter table voting.ballot_option add column option_id uuid;
update voting.ballot_option set option_id = proposal_id;
alter table voting.ballot_option alter column option_id set not null;
alter table voting.ballot_option drop constraint option_once;
alter table voting.ballot_option add constraint option_once primary key (ballot_id, option_id);
alter table voting.ballot_option alter column proposal_id drop not null;
alter table voting.ballot_option add constraint option_proposal_once unique (ballot_id, proposal_id);
alter table voting.ballot_option alter column cost_minor drop not null;
alter table voting.ballot_option add column starts_at timestamptz;
alter table voting.ballot_option add constraint option_proposal_costs check (proposal_id is null or cost_minor is not null);

-- People whose addresses were put on the list of those invited, as hashes of the address.
create table voting.invited (
  ballot_id uuid not null constraint invited_ballot references voting.ballot,
  address_hash bytea not null,
  constraint invited_once primary key (ballot_id, address_hash)
);
grant select, insert, delete on voting.invited to wgt_app;

-- A code that an organisation gives its members: who enters it is in the electorate.
create table voting.membership_code (
  ballot_id uuid not null constraint membership_code_ballot references voting.ballot,
  code_hash bytea not null,
  organisation text not null constraint membership_code_name check (char_length(organisation) between 1 and 200),
  most int not null constraint membership_code_most check (most between 1 and 100000),
  constraint membership_code_once primary key (ballot_id, code_hash)
);
grant select, insert, update, delete on voting.membership_code to wgt_app;
alter table voting.elector drop constraint elector_joined;
alter table voting.elector add constraint elector_joined check (joined in ('snapshot', 'late', 'code'));
alter table voting.elector add column code_hash bytea;
create index elector_by_code on voting.elector (ballot_id, code_hash) where code_hash is not null;

-- Printed codes, each good for one ballot: on paper or online, never both (VOT-12). Only salted hashes are kept.
create table voting.paper_code (
  ballot_id uuid not null constraint paper_code_ballot references voting.ballot,
  serial int not null constraint paper_code_serial check (serial > 0),
  hash bytea not null,
  state text not null constraint paper_code_state check (state in ('unused', 'online', 'paper', 'void')),
  constraint paper_code_once primary key (ballot_id, serial),
  constraint paper_code_hash_once unique (ballot_id, hash)
);
grant select, insert, update on voting.paper_code to wgt_app;

-- Points, ranks or answers stand in "points" beside the choices; a block has its reason.
alter table voting.vote
  add column code_serial int,
  add column reason text constraint vote_reason_length check (char_length(reason) <= 500),
  -- What looked odd about it: it is counted all the same (VOT-11).
  add column flags text[] not null default '{}';
alter table voting.vote drop constraint vote_set_aside;
alter table voting.vote add constraint vote_set_aside check (set_aside in ('suspended', 'erased', 'voided'));
create unique index vote_once_by_code on voting.vote (ballot_id, code_serial) where code_serial is not null;

-- Where casts came from, as salted hashes and to ten minutes: for signs of fraud. The link to the vote ends at the close, the rest 30 days later (VOT-11).
create table voting.trace (
  id bigint generated always as identity primary key,
  ballot_id uuid not null,
  vote_id uuid,
  network bytea,
  device bytea,
  slot timestamptz not null
);
create unique index trace_once on voting.trace (ballot_id, vote_id) where vote_id is not null;
grant select, insert, update, delete on voting.trace to wgt_app;

-- Ballots proposed to be voided: two people and a reason (VOT-11).
create table voting.voiding (
  id uuid primary key,
  ballot_id uuid not null constraint voiding_ballot references voting.ballot,
  vote_ids uuid[] not null constraint voiding_some check (cardinality(vote_ids) between 1 and 1000),
  reason text not null constraint voiding_reason check (char_length(reason) between 20 and 500),
  asked_by uuid not null constraint voiding_asker references accounts.account,
  asked_at timestamptz not null,
  decided_by uuid constraint voiding_decider references accounts.account,
  decided_at timestamptz,
  granted boolean,
  constraint voiding_needs_two check (decided_by <> asked_by),
  constraint voiding_decided check ((decided_by is null) = (granted is null) and (decided_by is null) = (decided_at is null))
);
create index voiding_by_ballot on voting.voiding (ballot_id);
create index voiding_by_asker on voting.voiding (asked_by);
create index voiding_by_decider on voting.voiding (decided_by);
grant select, insert, update on voting.voiding to wgt_app;

-- Heads of the chains as they were published: daily and at the close. Only ever added to.
create table voting.published_head (
  ballot_id uuid not null constraint published_head_ballot references voting.ballot,
  position int not null,
  hash bytea not null,
  published_at timestamptz not null,
  constraint published_head_once primary key (ballot_id, position)
);
grant select, insert on voting.published_head to wgt_app;
create trigger published_head_is_final before update or delete or truncate on voting.published_head for each statement execute function platform.refuse_change();

-- Two named people who may count where only totals are published.
create table voting.auditor (
  ballot_id uuid not null constraint auditor_ballot references voting.ballot,
  account_id uuid not null constraint auditor_account references accounts.account,
  constraint auditor_once primary key (ballot_id, account_id)
);
create index auditor_by_account on voting.auditor (account_id);
grant select, insert, delete on voting.auditor to wgt_app;

-- The same ballots by every rule, counted after the close. Only ever added to.
create table voting.comparison (
  ballot_id uuid primary key constraint comparison_ballot references voting.ballot,
  document text not null,
  counted_at timestamptz not null
);
grant select, insert on voting.comparison to wgt_app;
create trigger comparison_is_final before update or delete or truncate on voting.comparison for each statement execute function platform.refuse_change();

-- Casts or replaces a ballot in one round trip, by a member or by the holder of a paper code. The shared lock on the poll's number keeps casts and the
-- close apart without a row that everybody would have to lock. Answers the outcome: 'cast', 'changed', 'same', 'closed', 'not_open', 'not_eligible',
-- 'code_used' or 'absent'.
drop function voting.cast_ballot;
create function voting.cast_ballot(p_event uuid, p_ballot uuid, p_account uuid, p_code_hash bytea, p_vote uuid, p_choices smallint[], p_points int[], p_reason text, p_receipt text,
  p_receipt_hash bytea, p_commitment bytea, p_network bytea, p_device bytea, p_now timestamptz, out outcome text, out receipt text, out version int) language plpgsql as $$
#variable_conflict use_column
declare b record; known record; paper_serial int; paper_state text;
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('voting.ballot:' || p_ballot::text, 0));
  select state, closes_at, late_joiners, admits into b from voting.ballot where id = p_ballot and event_id = p_event;
  if not found then outcome := 'absent'; return; end if;
  if b.state = 'draft' then outcome := 'not_open'; return; end if;
  if b.state <> 'open' or b.closes_at <= p_now then outcome := 'closed'; return; end if;
  if p_code_hash is not null then
    select serial, state into paper_serial, paper_state from voting.paper_code where ballot_id = p_ballot and hash = p_code_hash for update;
    if not found then outcome := 'not_eligible'; return; end if;
    if paper_state in ('paper', 'void') then outcome := 'code_used'; return; end if;
    if paper_state = 'unused' then update voting.paper_code set state = 'online' where ballot_id = p_ballot and serial = paper_serial; end if;
    insert into voting.vote as v (id, ballot_id, code_serial, choices, points, reason, receipt_code, receipt_hash, commitment)
    values (p_vote, p_ballot, paper_serial, p_choices, p_points, p_reason, p_receipt, p_receipt_hash, p_commitment)
    on conflict (ballot_id, code_serial) where code_serial is not null
    do update set choices = excluded.choices, points = excluded.points, reason = excluded.reason, version = v.version + 1,
      receipt_code = excluded.receipt_code, receipt_hash = excluded.receipt_hash, commitment = excluded.commitment
      where (v.choices, v.points, v.reason) is distinct from (excluded.choices, excluded.points, excluded.reason)
    returning v.id, v.receipt_code, v.version into known;
  else
    if not exists (select from voting.elector where ballot_id = p_ballot and account_id = p_account) then
      if b.late_joiners = 'refused' or not 'everyone' = any (b.admits) then outcome := 'not_eligible'; return; end if;
      insert into voting.elector (ballot_id, account_id, joined) values (p_ballot, p_account, 'late') on conflict do nothing;
    end if;
    insert into voting.vote as v (id, ballot_id, account_id, choices, points, reason, receipt_code, receipt_hash, commitment)
    values (p_vote, p_ballot, p_account, p_choices, p_points, p_reason, p_receipt, p_receipt_hash, p_commitment)
    on conflict (ballot_id, account_id) where account_id is not null
    do update set choices = excluded.choices, points = excluded.points, reason = excluded.reason, version = v.version + 1,
      receipt_code = excluded.receipt_code, receipt_hash = excluded.receipt_hash, commitment = excluded.commitment
      where (v.choices, v.points, v.reason) is distinct from (excluded.choices, excluded.points, excluded.reason)
    returning v.id, v.receipt_code, v.version into known;
  end if;
  if known.version is null then
    -- The same choices again: nothing changes, and the answer is the one that was given before.
    select v.receipt_code, v.version into known from voting.vote v where v.ballot_id = p_ballot
      and case when p_code_hash is null then v.account_id = p_account else v.code_serial = paper_serial end;
    outcome := 'same'; receipt := known.receipt_code; version := known.version; return;
  end if;
  insert into voting.unsealed (ballot_id, commitment, receipt_hash, first) values (p_ballot, p_commitment, p_receipt_hash, known.version = 1);
  if p_network is not null then
    insert into voting.trace as t (ballot_id, vote_id, network, device, slot) values (p_ballot, known.id, p_network, p_device, date_bin('10 minutes', p_now, timestamptz '2000-01-01T00:00Z'))
    on conflict (ballot_id, vote_id) where vote_id is not null do update set network = excluded.network, device = excluded.device, slot = excluded.slot;
  end if;
  outcome := case when known.version = 1 then 'cast' else 'changed' end; receipt := known.receipt_code; version := known.version;
end $$;
`,
  `do $$ begin raise exception 'Votes of every method are not walked back: restore a backup instead.'; end $$;`,
);
