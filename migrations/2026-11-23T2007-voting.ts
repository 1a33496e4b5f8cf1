import { sqlMigration } from './sql-migration.js';

export const voting = sqlMigration(
  '2026-11-23T20:07',
  'Voting',
  `
create schema voting;
grant usage on schema voting to wgt_app;

-- A poll. From its opening everything a result depends on is frozen (VOT-6).
create table voting.ballot (
  id uuid primary key,
  event_id uuid not null constraint ballot_event references events.event,
  title text not null constraint ballot_title_length check (char_length(title) between 3 and 150),
  question text not null default '' constraint ballot_question_length check (char_length(question) <= 1000),
  state text not null constraint ballot_state check (state in ('draft', 'open', 'closing', 'closed', 'published', 'void')),
  -- How a ballot is filled in; the product casts approval, the others come from files.
  method text not null constraint ballot_method check (method in ('approval', 'choose-1', 'cumulative', 'scoring', 'ordinal')),
  min_choices int not null constraint ballot_min_choices check (min_choices >= 0),
  max_choices int not null,
  pot_minor bigint not null constraint ballot_pot check (pot_minor between 1 and 1000000000000),
  currency char(3) not null,
  -- The official rule, named as in the published rules, and its step in minor units.
  rule text not null constraint ballot_rule check (rule in ('greedy_votes', 'mes_cost_none', 'mes_cost_add1', 'mes_cost_add1u')),
  increment_minor bigint constraint ballot_increment check (increment_minor > 0),
  tie_rule text not null constraint ballot_tie_rule check (tie_rule in ('cost_votes_lot', 'cost_votes_published')),
  late_joiners text not null constraint ballot_late_joiners check (late_joiners in ('admitted', 'refused')),
  anonymous boolean not null,
  quorum int not null constraint ballot_quorum check (quorum >= 0),
  -- How long the prices of its options must have been public when it opens.
  notice_hours int not null constraint ballot_notice check (notice_hours between 0 and 720),
  closes_at timestamptz not null,
  created_at timestamptz not null,
  created_by uuid not null constraint ballot_creator references accounts.account,
  opened_at timestamptz,
  closed_at timestamptz,
  voided_because text,
  -- The lot: its seed is published at opening, before any ballot; options stand in the order it gives.
  lot_seed text,
  -- What was frozen, as canonical JSON, and its SHA-256.
  rules_text text,
  rules_hash bytea,
  electorate_size int,
  constraint ballot_in_event unique (event_id, id),
  constraint ballot_bounds check (min_choices <= max_choices),
  constraint ballot_open_is_frozen check (state in ('draft', 'void') or (opened_at is not null and lot_seed is not null and rules_text is not null and rules_hash is not null and electorate_size is not null and increment_minor is not null)),
  constraint ballot_closed_says_when check (state not in ('closing', 'closed', 'published') or closed_at is not null),
  constraint ballot_void_says_why check ((state = 'void') = (voided_because is not null))
);
create index ballot_by_event on voting.ballot (event_id, id desc);
create index ballot_by_creator on voting.ballot (created_by);
create index ballot_due on voting.ballot (closes_at) where state = 'open';
grant select, insert, update on voting.ballot to wgt_app;

-- What can be chosen. Its position is its place in the lot and its number on a ballot.
create table voting.ballot_option (
  ballot_id uuid not null,
  position int not null,
  event_id uuid not null,
  proposal_id uuid not null,
  title text not null,
  cost_minor bigint not null constraint option_cost check (cost_minor >= 0),
  currency char(3) not null,
  published_at timestamptz,
  -- Taken off by an organiser while the vote ran (PRP-4): never funded, its supporters keep their other choices.
  withdrawn_at timestamptz,
  constraint option_once primary key (ballot_id, proposal_id),
  constraint option_position_once unique (ballot_id, position) deferrable initially immediate,
  constraint option_of foreign key (event_id, ballot_id) references voting.ballot (event_id, id),
  constraint option_proposal foreign key (event_id, proposal_id) references proposals.proposal (event_id, id)
);
create index option_by_ballot on voting.ballot_option (event_id, ballot_id);
create index option_by_proposal on voting.ballot_option (event_id, proposal_id);
grant select, insert, update, delete on voting.ballot_option to wgt_app;

-- Who may vote: taken once, at opening (VOT-2); late joiners as the poll declares.
create table voting.elector (
  ballot_id uuid not null constraint elector_ballot references voting.ballot,
  account_id uuid not null constraint elector_account references accounts.account,
  joined text not null constraint elector_joined check (joined in ('snapshot', 'late')),
  constraint elector_once primary key (ballot_id, account_id)
);
create index elector_by_account on voting.elector (account_id);
grant select, insert on voting.elector to wgt_app;

-- The current ballot of each voter. Carries no time; the person and the receipt in clear are gone with the closing transaction (VOT-7).
-- No foreign key to the poll or the person on purpose: it would lock one shared row for every cast.
create table voting.vote (
  id uuid primary key,
  ballot_id uuid not null,
  account_id uuid,
  -- Option numbers in ascending order; for ranked files in order of rank. Empty = came and chose nothing.
  choices smallint[] not null,
  -- Points parallel to the choices, only for votes that carry them.
  points int[],
  version int not null default 1,
  receipt_code text,
  receipt_hash bytea,
  commitment bytea,
  -- Why it is not counted; null = counted.
  set_aside text constraint vote_set_aside check (set_aside in ('suspended', 'erased'))
);
create unique index vote_once on voting.vote (ballot_id, account_id) where account_id is not null;
create unique index vote_by_receipt on voting.vote (ballot_id, receipt_hash) where receipt_hash is not null;
grant select, insert, update on voting.vote to wgt_app;

-- Who voted, without what or when: written in the closing transaction in place of the link (VOT-7).
create table voting.turnout (
  ballot_id uuid not null constraint turnout_ballot references voting.ballot,
  account_id uuid not null constraint turnout_account references accounts.account,
  constraint turnout_once primary key (ballot_id, account_id)
);
create index turnout_by_account on voting.turnout (account_id);
grant select, insert on voting.turnout to wgt_app;

-- Commitments of accepted casts that wait for the sealer.
create table voting.unsealed (
  id bigint generated always as identity primary key,
  ballot_id uuid not null,
  commitment bytea not null,
  receipt_hash bytea not null,
  -- The voter's first ballot in this poll: it adds to the turnout.
  first boolean not null
);
grant select, insert, delete on voting.unsealed to wgt_app;

-- The chain of commitments of a poll: hash = SHA-256(previous hash | commitment), beginning with the hash of the frozen rules. Only ever added to.
create table voting.seal (
  ballot_id uuid not null constraint seal_ballot references voting.ballot,
  position int not null constraint seal_position check (position > 0),
  commitment bytea not null,
  receipt_hash bytea not null,
  hash bytea not null,
  constraint seal_once primary key (ballot_id, position),
  constraint seal_receipt_once unique (ballot_id, receipt_hash)
);
grant select, insert on voting.seal to wgt_app;
create trigger seal_is_final before update or delete or truncate on voting.seal for each statement execute function platform.refuse_change();

-- How many have voted: for organisers while the vote runs. Folded by the sealer.
create table voting.turnout_tally (
  ballot_id uuid primary key constraint turnout_tally_ballot references voting.ballot,
  voters int not null default 0
);
grant select, insert, update on voting.turnout_tally to wgt_app;

-- What was counted, once. Only ever added to.
create table voting.result (
  ballot_id uuid primary key constraint result_ballot references voting.ballot,
  counted_at timestamptz not null,
  -- The result page's figures, and the SHA-256 of their text.
  document text not null,
  document_hash bytea not null
);
grant select, insert on voting.result to wgt_app;
create trigger result_is_final before update or delete or truncate on voting.result for each statement execute function platform.refuse_change();

-- Casts or replaces a ballot in one round trip. The shared lock on the poll's number keeps casts and the close apart without a row that
-- everybody would have to lock. Answers the outcome: 'cast', 'changed', 'same', 'closed', 'not_open', 'not_eligible' or 'absent'.
create function voting.cast_ballot(p_event uuid, p_ballot uuid, p_account uuid, p_vote uuid, p_choices smallint[], p_code text, p_receipt_hash bytea, p_commitment bytea, p_now timestamptz,
  out outcome text, out receipt text, out version int) language plpgsql as $$
#variable_conflict use_column
declare b record; known record;
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('voting.ballot:' || p_ballot::text, 0));
  select state, closes_at, late_joiners into b from voting.ballot where id = p_ballot and event_id = p_event;
  if not found then outcome := 'absent'; return; end if;
  if b.state = 'draft' then outcome := 'not_open'; return; end if;
  if b.state <> 'open' or b.closes_at <= p_now then outcome := 'closed'; return; end if;
  if not exists (select from voting.elector where ballot_id = p_ballot and account_id = p_account) then
    if b.late_joiners = 'refused' then outcome := 'not_eligible'; return; end if;
    insert into voting.elector (ballot_id, account_id, joined) values (p_ballot, p_account, 'late') on conflict do nothing;
  end if;
  insert into voting.vote as v (id, ballot_id, account_id, choices, receipt_code, receipt_hash, commitment)
  values (p_vote, p_ballot, p_account, p_choices, p_code, p_receipt_hash, p_commitment)
  on conflict (ballot_id, account_id) where account_id is not null
  do update set choices = excluded.choices, version = v.version + 1, receipt_code = excluded.receipt_code, receipt_hash = excluded.receipt_hash, commitment = excluded.commitment
    where v.choices <> excluded.choices
  returning v.receipt_code, v.version into known;
  if not found then
    -- The same choices again: nothing changes, and the answer is the one that was given before.
    select v.receipt_code, v.version into known from voting.vote v where v.ballot_id = p_ballot and v.account_id = p_account;
    outcome := 'same'; receipt := known.receipt_code; version := known.version; return;
  end if;
  insert into voting.unsealed (ballot_id, commitment, receipt_hash, first) values (p_ballot, p_commitment, p_receipt_hash, known.version = 1);
  outcome := case when known.version = 1 then 'cast' else 'changed' end; receipt := known.receipt_code; version := known.version;
end $$;

-- Appends what waits to the chains, poll by poll in order of arrival. One process at a time.
create function voting.seal_casts() returns int language plpgsql as $$
declare w record; current uuid; place int; head bytea; sealed int := 0;
begin
  if not exists (select from voting.unsealed) or not pg_try_advisory_xact_lock(hashtextextended('voting.seal_casts', 0)) then return 0; end if;
  for w in with taken as (delete from voting.unsealed where id in (select id from voting.unsealed order by id limit 5000) returning *) select * from taken order by ballot_id, id loop
    if current is distinct from w.ballot_id then
      current := w.ballot_id;
      select s.position, s.hash into place, head from voting.seal s where s.ballot_id = current order by s.position desc limit 1;
      if not found then select 0, b.rules_hash into place, head from voting.ballot b where b.id = current; end if;
    end if;
    place := place + 1;
    head := sha256(head || w.commitment);
    insert into voting.seal (ballot_id, position, commitment, receipt_hash, hash) values (current, place, w.commitment, w.receipt_hash, head);
    if w.first then update voting.turnout_tally t set voters = t.voters + 1 where t.ballot_id = current; end if;
    sealed := sealed + 1;
  end loop;
  return sealed;
end $$;
`,
  `drop schema voting cascade;`,
);
