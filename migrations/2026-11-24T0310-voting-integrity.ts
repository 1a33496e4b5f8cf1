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

-- Rows that were written as people came are written anew at the close, in an order that tells nothing.
grant delete on voting.elector to wgt_app;

-- The last step of closing a secret vote (VOT-7), after its link to people is cut: ballots that are set aside lose their content, codes and traces
-- their ballot, and every table that grew cast by cast is rewritten in the order of random ids, so that not even the order of a dump joins a person to a
-- choice. Merge joins sort by id, and so write in that order; the other joins would keep the old one.
create function voting.forget_order(p_ballot uuid) returns void language plpgsql set enable_hashjoin = off set enable_nestloop = off as $$
begin
  with ordered as materialized (select id from voting.vote where ballot_id = p_ballot order by id)
  update voting.vote v set code_serial = null,
    choices = case when v.set_aside is null then v.choices else '{}' end,
    points = case when v.set_aside is null then v.points end,
    reason = case when v.set_aside is null then v.reason end
  from ordered o where v.id = o.id;
  with gone as (delete from voting.elector where ballot_id = p_ballot and joined <> 'snapshot' returning ballot_id, account_id, joined, code_hash)
  insert into voting.elector (ballot_id, account_id, joined, code_hash) select ballot_id, account_id, joined, code_hash from gone order by account_id;
  with ordered as materialized (select serial from voting.paper_code where ballot_id = p_ballot order by serial)
  update voting.paper_code c set state = c.state from ordered o where c.ballot_id = p_ballot and c.serial = o.serial;
end $$;

-- Traces without their ballots, in the order of their hashes; called at every close (VOT-11).
create function voting.forget_links(p_ballot uuid) returns void language plpgsql as $$
begin
  with gone as (delete from voting.trace where ballot_id = p_ballot returning ballot_id, network, device, slot)
  insert into voting.trace (ballot_id, network, device, slot) select ballot_id, network, device, slot from gone order by network, device, slot;
end $$;

-- Signs of fraud stay on ballots only until they are counted with and without: an uncommon sign would name its voter.
create function voting.forget_flags(p_ballot uuid) returns void language plpgsql set enable_hashjoin = off set enable_nestloop = off as $$
begin
  with ordered as materialized (select id from voting.vote where ballot_id = p_ballot order by id)
  update voting.vote v set flags = '{}' from ordered o where v.id = o.id;
end $$;
`,
  `
drop function voting.forget_flags;
drop function voting.forget_links;
drop function voting.forget_order;
revoke delete on voting.elector from wgt_app;
drop table pledges.pledge_wish;
`,
);
