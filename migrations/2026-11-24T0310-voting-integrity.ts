import { sqlMigration } from './sql-migration.js';

export const votingIntegrity = sqlMigration(
  '2026-11-24T03:10',
  'VotingIntegrity',
  `
-- What matters to a backer: says something, earmarks nothing, weighs nothing in a vote.
create table pledges.pledge_wish (
  pledge_id uuid not null constraint pledge_wish_pledge references pledges.pledge,
  position int not null constraint pledge_wish_position check (position between 1 and 5),
  event_id uuid not null,
  proposal_id uuid not null,
  constraint pledge_wish_once primary key (pledge_id, proposal_id),
  constraint pledge_wish_proposal foreign key (event_id, proposal_id) references proposals.proposal (event_id, id)
);
create index pledge_wish_by_proposal on pledges.pledge_wish (event_id, proposal_id);
grant select, insert on pledges.pledge_wish to wgt_app;

-- Rows that were written cast by cast are written anew when a vote ends, in the order of random ids: not even the order of a dump shall join a person to a
-- choice. Taken out and put back rather than changed: a changed row stays on its page. These functions act as their owner, so that the application itself
-- may neither delete ballots nor electors, and only on votes that have ended.
create function voting.must_have_ended(p_ballot uuid) returns void language plpgsql as $$
begin
  if not exists (select from voting.ballot where id = p_ballot and state in ('closing', 'closed', 'void')) then
    raise exception 'vote % has not ended', p_ballot;
  end if;
end $$;

-- The last step of closing a secret vote (VOT-7), after its link to people is cut. Ballots that are set aside lose their content: a person who is known to
-- be set aside would be joined to it.
create function voting.forget_order(p_ballot uuid) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform voting.must_have_ended(p_ballot);
  with gone as (delete from voting.vote where ballot_id = p_ballot returning *)
  insert into voting.vote (id, ballot_id, choices, points, reason, version, receipt_hash, commitment, set_aside, flags)
  select id, ballot_id, case when set_aside is null then choices else '{}' end, case when set_aside is null then points end, case when set_aside is null then reason end,
    version, receipt_hash, commitment, set_aside, flags
  from gone order by id;
  with gone as (delete from voting.elector where ballot_id = p_ballot and joined <> 'snapshot' returning *)
  insert into voting.elector (ballot_id, account_id, joined, code_hash) select ballot_id, account_id, joined, code_hash from gone order by account_id;
  with gone as (delete from voting.paper_code where ballot_id = p_ballot returning *)
  insert into voting.paper_code (ballot_id, serial, hash, state) select ballot_id, serial, hash, state from gone order by serial;
end $$;

-- Traces without their ballots, in the order of their hashes; called at every close (VOT-11).
create function voting.forget_links(p_ballot uuid) returns void language plpgsql as $$
begin
  with gone as (delete from voting.trace where ballot_id = p_ballot returning ballot_id, network, device, slot)
  insert into voting.trace (ballot_id, network, device, slot) select ballot_id, network, device, slot from gone order by network, device, slot;
end $$;

-- Signs of fraud stay on the ballots of a secret vote only until they are counted with and without: an uncommon sign would name its voter.
create function voting.forget_flags(p_ballot uuid) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform voting.must_have_ended(p_ballot);
  with gone as (delete from voting.vote where ballot_id = p_ballot returning *)
  insert into voting.vote (id, ballot_id, account_id, choices, points, version, receipt_code, receipt_hash, commitment, set_aside, code_serial, reason, flags)
  select id, ballot_id, account_id, choices, points, version, receipt_code, receipt_hash, commitment, set_aside, code_serial, reason, '{}' from gone order by id;
end $$;

-- Casting as before, with two more answers: 'withdrawn' for a ballot that holds something taken off meanwhile (PRP-4), and 'not_eligible' for whoever's
-- ballot was set aside: another one would not count either.
create index option_withdrawn on voting.ballot_option (ballot_id) where withdrawn_at is not null;
create or replace function voting.cast_ballot(p_event uuid, p_ballot uuid, p_account uuid, p_code_hash bytea, p_vote uuid, p_choices smallint[], p_points int[], p_reason text, p_receipt text,
  p_receipt_hash bytea, p_commitment bytea, p_network bytea, p_device bytea, p_now timestamptz, out outcome text, out receipt text, out version int) language plpgsql as $$
#variable_conflict use_column
declare b record; known record; held record; paper_serial int; paper_state text;
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('voting.ballot:' || p_ballot::text, 0));
  select state, closes_at, late_joiners, admits into b from voting.ballot where id = p_ballot and event_id = p_event;
  if not found then outcome := 'absent'; return; end if;
  if b.state = 'draft' then outcome := 'not_open'; return; end if;
  if b.state <> 'open' or b.closes_at <= p_now then outcome := 'closed'; return; end if;
  if exists (select from voting.ballot_option where ballot_id = p_ballot and withdrawn_at is not null and position = any (p_choices)) then
    -- Whoever has this very ballot keeps it, and counts without what is gone.
    select v.receipt_code, v.version into held from voting.vote v where v.ballot_id = p_ballot and v.set_aside is null
      and (v.choices, v.points, v.reason) is not distinct from (p_choices, p_points, p_reason)
      and case when p_code_hash is null then v.account_id = p_account
        else v.code_serial = (select c.serial from voting.paper_code c where c.ballot_id = p_ballot and c.hash = p_code_hash) end;
    if found then outcome := 'same'; receipt := held.receipt_code; version := held.version; else outcome := 'withdrawn'; end if;
    return;
  end if;
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
      where v.set_aside is null and (v.choices, v.points, v.reason) is distinct from (excluded.choices, excluded.points, excluded.reason)
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
      where v.set_aside is null and (v.choices, v.points, v.reason) is distinct from (excluded.choices, excluded.points, excluded.reason)
    returning v.id, v.receipt_code, v.version into known;
  end if;
  if known.version is null then
    -- The same choices again: nothing changes, and the answer is the one that was given before.
    select v.receipt_code, v.version, v.set_aside into held from voting.vote v where v.ballot_id = p_ballot
      and case when p_code_hash is null then v.account_id = p_account else v.code_serial = paper_serial end;
    if held.set_aside is not null then outcome := 'not_eligible'; return; end if;
    outcome := 'same'; receipt := held.receipt_code; version := held.version; return;
  end if;
  insert into voting.unsealed (ballot_id, commitment, receipt_hash, first) values (p_ballot, p_commitment, p_receipt_hash, known.version = 1);
  if p_network is not null then
    insert into voting.trace as t (ballot_id, vote_id, network, device, slot) values (p_ballot, known.id, p_network, p_device, date_bin('10 minutes', p_now, timestamptz '2000-01-01T00:00Z'))
    on conflict (ballot_id, vote_id) where vote_id is not null do update set network = excluded.network, device = excluded.device, slot = excluded.slot;
  end if;
  outcome := case when known.version = 1 then 'cast' else 'changed' end; receipt := known.receipt_code; version := known.version;
end $$;
`,
  `
do $$ begin raise exception 'What votes have forgotten does not come back: restore a backup instead.'; end $$;`,
);
