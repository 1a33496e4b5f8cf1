import { sqlMigration } from './sql-migration.js';

/**
 * What a pledge writes, made less (spec/performance.md §6, scenario 3): no notice at each commit, no lock on rows that every pledge
 * shares, no index that nobody reads. Where a foreign key locked such a row, a trigger asks the same without the lock: the rows it
 * asks for are never deleted, nor is their key changed, so that what was true at the insert stays true.
 */
export const lighterPledges = sqlMigration(
  '2026-11-24T01:00',
  'LighterPledges',
  `
-- A notice to listeners is written under one lock of the whole server, commit by commit. Followers of an event are told by a question
-- asked twice a second (libs/events/live), and a visit to the hosted page is opened when its payer goes there.
drop trigger fact_is_told on platform.fact;
drop function events.tell_live;

create or replace function payments.plan_session(
  p_id uuid, p_event uuid, p_kind text, p_source uuid, p_person uuid, p_purpose text, p_amount bigint, p_cover bigint, p_currency text, p_given_by text,
  p_at timestamptz, p_expires timestamptz
) returns void language plpgsql as $$
begin
  insert into payments.checkout_session (id, event_id, source_kind, source_id, person_id, purpose, amount_minor, fee_cover_minor, currency, given_by, state, created_at, expires_at)
  values (p_id, p_event, p_kind, p_source, p_person, p_purpose, p_amount, p_cover, p_currency, p_given_by, 'planned', p_at, p_expires);
end $$;
comment on function payments.plan_session is 'Plans a visit to the hosted page; it is opened when the payer goes there.';

-- Campaigns and tiers are never deleted, which the application may not do anyway.
alter table pledges.pledge drop constraint pledge_campaign, drop constraint pledge_tier;
create function pledges.pledge_belongs() returns trigger language plpgsql as $$
begin
  if not exists (select from pledges.campaign c where c.id = new.campaign_id and c.event_id = new.event_id) then
    perform pledges.refuse('pledge_campaign');
  end if;
  if new.tier_id is not null and not exists (
    select from pledges.tier t where t.id = new.tier_id and t.campaign_id = new.campaign_id and t.event_id = new.event_id
  ) then
    perform pledges.refuse('pledge_tier');
  end if;
  return new;
end $$;
create trigger pledge_belongs before insert or update of event_id, campaign_id, tier_id on pledges.pledge for each row execute function pledges.pledge_belongs();
create function pledges.refuse_delete() returns trigger language plpgsql as $$
begin
  raise exception '% is never deleted', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger campaign_stays before delete or truncate on pledges.campaign for each statement execute function pledges.refuse_delete();
create trigger tier_stays before delete or truncate on pledges.tier for each statement execute function pledges.refuse_delete();

-- Read backwards for the newest first: an index that grows at its end is split without copying half a page.
drop index pledges.pledge_by_campaign;
create index pledge_by_campaign on pledges.pledge (campaign_id, id);
drop index pledges.pledge_by_tier;
create index pledge_by_tier on pledges.pledge (tier_id) where tier_id is not null;

-- A pledge that was only begun is in no figure.
delete from pledges.tally where state in ('draft', 'reserved');
delete from pledges.tally_delta where state in ('draft', 'reserved');
create or replace function pledges.note_tally() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if old.state = new.state and old.amount_minor = new.amount_minor and old.refunded_minor = new.refunded_minor then return null; end if;
    if old.state not in ('draft', 'reserved') then
      insert into pledges.tally_delta (campaign_id, state, currency, amount_minor, refunded_minor, pledges)
      values (old.campaign_id, old.state, old.currency, -old.amount_minor, -old.refunded_minor, -1);
    end if;
  end if;
  if new.state not in ('draft', 'reserved') then
    insert into pledges.tally_delta (campaign_id, state, currency, amount_minor, refunded_minor, pledges)
    values (new.campaign_id, new.state, new.currency, new.amount_minor, new.refunded_minor, 1);
  end if;
  return null;
end $$;

-- The pledge or what else it is for has the event and the person; both stay.
alter table payments.checkout_session drop constraint checkout_session_event, drop constraint checkout_session_person;
-- The few that are under way are read whole, once a minute, by checkout_session_one_open.
drop index payments.checkout_session_by_person, payments.checkout_session_due;
alter table payments.saved_method drop constraint saved_method_session;
drop index payments.saved_method_by_session;
alter table payments.saved_method add constraint saved_method_session foreign key (session_id) references payments.checkout_session;
alter table payments.checkout_session drop constraint checkout_session_in_event;
-- What is under way is found by checkout_session_one_open; what is over, here.
drop index payments.checkout_session_by_source;
create index checkout_session_by_source on payments.checkout_session (source_kind, source_id, id) where state not in ('planned', 'open');

-- Books, accounts and entries are never deleted. Every pledge of an event shares its book and two accounts.
alter table ledger.journal_entry drop constraint journal_entry_book;
alter table ledger.journal_line drop constraint journal_line_account, drop constraint journal_line_entry;
create or replace function ledger.lines_balance() returns trigger language plpgsql as $$
begin
  if exists (select from added a where not exists (select from ledger.journal_entry e where e.event_id = a.event_id and e.id = a.entry_id))
    or exists (select from added a where not exists (select from ledger.account k where k.event_id = a.event_id and k.name = a.account)) then
    perform ledger.refuse('journal_line_belongs', 'a line belongs to an entry and an account of its book');
  end if;
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

create or replace function ledger.queue_for_seal() returns trigger language plpgsql as $$
begin
  if exists (select from added a where not exists (select from ledger.book b where b.event_id = a.event_id)) then
    perform ledger.refuse('journal_entry_has_a_book', 'an entry belongs to a book');
  end if;
  insert into ledger.unsealed (event_id, entry_id) select event_id, id from added;
  return null;
end $$;
create trigger book_stays before delete or truncate on ledger.book for each statement execute function platform.refuse_change();
create trigger account_stays before update or delete or truncate on ledger.account for each statement execute function platform.refuse_change();
alter table ledger.unsealed drop constraint unsealed_entry, drop constraint unsealed_once;
drop index ledger.journal_entry_by_day, ledger.journal_entry_by_person;
create index journal_entry_by_day on ledger.journal_entry (event_id, booked_on, id);
alter table ledger.journal_line drop constraint journal_line_once, add constraint journal_line_once primary key (entry_id, line_no);

create or replace function pledges.make_pledge(
  p_id uuid, p_campaign uuid, p_tier uuid, p_backer uuid, p_key text, p_hash bytea, p_reference text, p_method text, p_amount bigint, p_cover bigint, p_currency text,
  p_display text, p_organisation text, p_address text, p_po text, p_at timestamptz, p_session uuid, p_entry uuid, p_fact uuid, p_actor uuid,
  p_accounts text[], p_commodities text[], p_debits bigint[], p_credits bigint[],
  out pledge_id uuid, out replayed boolean
) language plpgsql as $$
declare
  c record;
  price bigint;
  places int;
  is_hidden boolean;
  earlier record;
begin
  select id, request_hash into earlier from pledges.pledge where backer_id = p_backer and client_key = p_key;
  if found then
    if earlier.request_hash <> p_hash then perform pledges.refuse('pledge_key_reused'); end if;
    pledge_id := earlier.id;
    replayed := true;
    return;
  end if;
  select event_id, state, mode, currency, opens_at, deadline_at into c from pledges.campaign where id = p_campaign;
  if not found then perform pledges.refuse('campaign_not_found'); end if;
  if p_at > c.deadline_at then perform pledges.refuse('campaign_closed'); end if;
  if c.state <> 'live' then perform pledges.refuse('campaign_not_live'); end if;
  if c.currency <> p_currency then perform pledges.refuse('pledge_wrong_currency'); end if;
  if p_tier is not null then
    select price_minor, capacity, hidden into price, places, is_hidden from pledges.tier where id = p_tier and campaign_id = p_campaign;
    if not found or is_hidden then perform pledges.refuse('tier_not_found'); end if;
    if p_amount < price then perform pledges.refuse('pledge_too_small'); end if;
    if places is not null then perform pledges.take_slot(p_tier, p_id); end if;
  end if;
  insert into pledges.pledge (id, event_id, campaign_id, tier_id, backer_id, client_key, request_hash, reference, method, amount_minor, fee_cover_minor, currency, display,
    organisation_name, organisation_address, organisation_po, state, made_at)
  values (p_id, c.event_id, p_campaign, p_tier, p_backer, p_key, p_hash, p_reference, p_method, p_amount, p_cover, p_currency, p_display,
    p_organisation, p_address, p_po, case when p_method = 'transfer' then 'awaiting_transfer' when c.mode = 'keep' then 'reserved' else 'draft' end, p_at);
  perform ledger.post_entry(c.event_id, p_entry, (p_at at time zone 'UTC')::date, 'Pledge made', 'pledge_committed', p_id::text, p_at, p_actor, null, '{}',
    p_accounts, p_commodities, p_debits, p_credits, array_fill(null::uuid, array[cardinality(p_accounts)]));
  perform platform.record_fact(p_fact, 'PledgeMade', c.event_id, p_at,
    jsonb_build_object('pledgeId', p_id), p_actor, '{}');
  if p_method = 'card' then
    perform payments.plan_session(p_session, c.event_id, 'pledge', p_id, p_backer, case when c.mode = 'keep' then 'pay' else 'save_method' end, p_amount + p_cover, p_cover,
      p_currency, case when p_organisation is null then 'individual' else 'organisation' end, p_at,
      p_at + case when places is not null then interval '15 minutes' else interval '31 minutes' end);
  end if;
  pledge_id := p_id;
  replayed := false;
end $$;
-- They look single rows up in tables that grow: by index, also when the tables were small or not yet counted as this was first planned.
alter function ledger.lines_balance set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off;
alter function ledger.entry_is_whole set enable_seqscan = off;
alter function pledges.make_pledge set enable_seqscan = off;
`,
  `
create function events.tell_live() returns trigger language plpgsql as $$
begin
  perform pg_notify('wgt_fact', new.event_id::text || ' ' || new.id::text);
  return null;
end $$;
create trigger fact_is_told after insert on platform.fact for each row when (new.event_id is not null) execute function events.tell_live();
create or replace function payments.plan_session(
  p_id uuid, p_event uuid, p_kind text, p_source uuid, p_person uuid, p_purpose text, p_amount bigint, p_cover bigint, p_currency text, p_given_by text,
  p_at timestamptz, p_expires timestamptz
) returns void language plpgsql as $$
begin
  insert into payments.checkout_session (id, event_id, source_kind, source_id, person_id, purpose, amount_minor, fee_cover_minor, currency, given_by, state, created_at, expires_at)
  values (p_id, p_event, p_kind, p_source, p_person, p_purpose, p_amount, p_cover, p_currency, p_given_by, 'planned', p_at, p_expires);
  perform graphile_worker.add_job('open-checkout', json_build_object('session', p_id), max_attempts := 25);
end $$;
alter function ledger.lines_balance reset all;
alter function ledger.entry_is_whole reset all;
alter function pledges.make_pledge reset all;
drop trigger pledge_belongs on pledges.pledge;
drop trigger campaign_stays on pledges.campaign;
drop trigger tier_stays on pledges.tier;
drop function pledges.pledge_belongs, pledges.refuse_delete;
alter table pledges.pledge add constraint pledge_campaign foreign key (event_id, campaign_id) references pledges.campaign (event_id, id),
  add constraint pledge_tier foreign key (event_id, tier_id) references pledges.tier (event_id, id);
drop index pledges.pledge_by_campaign, pledges.pledge_by_tier;
create index pledge_by_campaign on pledges.pledge (campaign_id, event_id, id desc);
create index pledge_by_tier on pledges.pledge (event_id, tier_id) where tier_id is not null;
create or replace function pledges.note_tally() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if old.state = new.state and old.amount_minor = new.amount_minor and old.refunded_minor = new.refunded_minor then return null; end if;
    insert into pledges.tally_delta (campaign_id, state, currency, amount_minor, refunded_minor, pledges)
    values (old.campaign_id, old.state, old.currency, -old.amount_minor, -old.refunded_minor, -1), (new.campaign_id, new.state, new.currency, new.amount_minor, new.refunded_minor, 1);
  else
    insert into pledges.tally_delta (campaign_id, state, currency, amount_minor, refunded_minor, pledges)
    values (new.campaign_id, new.state, new.currency, new.amount_minor, new.refunded_minor, 1);
  end if;
  return null;
end $$;
insert into pledges.tally select campaign_id, state, currency, sum(amount_minor), sum(refunded_minor), count(*) from pledges.pledge where state in ('draft', 'reserved') group by 1, 2, 3;
alter table payments.checkout_session add constraint checkout_session_event foreign key (event_id) references events.event,
  add constraint checkout_session_person foreign key (person_id) references accounts.account, add constraint checkout_session_in_event unique (event_id, id);
create index checkout_session_by_person on payments.checkout_session (person_id);
create index checkout_session_due on payments.checkout_session (expires_at) where state in ('planned', 'open');
alter table payments.saved_method drop constraint saved_method_session;
alter table payments.saved_method add constraint saved_method_session foreign key (event_id, session_id) references payments.checkout_session (event_id, id);
create index saved_method_by_session on payments.saved_method (event_id, session_id);
drop index payments.checkout_session_by_source;
create index checkout_session_by_source on payments.checkout_session (source_kind, source_id);
alter table ledger.journal_line drop constraint journal_line_once, add constraint journal_line_once primary key (event_id, entry_id, line_no);
alter table ledger.journal_entry add constraint journal_entry_book foreign key (event_id) references ledger.book;
alter table ledger.journal_line add constraint journal_line_account foreign key (event_id, account) references ledger.account,
  add constraint journal_line_entry foreign key (event_id, entry_id) references ledger.journal_entry;
create or replace function ledger.lines_balance() returns trigger language plpgsql as $$
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
create or replace function ledger.queue_for_seal() returns trigger language plpgsql as $$
begin
  insert into ledger.unsealed (event_id, entry_id) select event_id, id from added;
  return null;
end $$;
drop trigger book_stays on ledger.book;
drop trigger account_stays on ledger.account;
alter table ledger.unsealed add constraint unsealed_once primary key (event_id, entry_id),
  add constraint unsealed_entry foreign key (event_id, entry_id) references ledger.journal_entry;
drop index ledger.journal_entry_by_day;
create index journal_entry_by_day on ledger.journal_entry (event_id, booked_on desc, id desc);
create index journal_entry_by_person on ledger.journal_entry (posted_by) where posted_by is not null;
create or replace function pledges.make_pledge(
  p_id uuid, p_campaign uuid, p_tier uuid, p_backer uuid, p_key text, p_hash bytea, p_reference text, p_method text, p_amount bigint, p_cover bigint, p_currency text,
  p_display text, p_organisation text, p_address text, p_po text, p_at timestamptz, p_session uuid, p_entry uuid, p_fact uuid, p_actor uuid,
  p_accounts text[], p_commodities text[], p_debits bigint[], p_credits bigint[],
  out pledge_id uuid, out replayed boolean
) language plpgsql as $$
declare
  c record;
  price bigint;
  places int;
  is_hidden boolean;
  earlier record;
begin
  select id, request_hash into earlier from pledges.pledge where backer_id = p_backer and client_key = p_key;
  if found then
    if earlier.request_hash <> p_hash then perform pledges.refuse('pledge_key_reused'); end if;
    pledge_id := earlier.id;
    replayed := true;
    return;
  end if;
  select event_id, state, mode, currency, opens_at, deadline_at into c from pledges.campaign where id = p_campaign;
  if not found then perform pledges.refuse('campaign_not_found'); end if;
  if p_at > c.deadline_at then perform pledges.refuse('campaign_closed'); end if;
  if c.state <> 'live' then perform pledges.refuse('campaign_not_live'); end if;
  if c.currency <> p_currency then perform pledges.refuse('pledge_wrong_currency'); end if;
  if p_tier is not null then
    select price_minor, capacity, hidden into price, places, is_hidden from pledges.tier where id = p_tier and campaign_id = p_campaign;
    if not found or is_hidden then perform pledges.refuse('tier_not_found'); end if;
    if p_amount < price then perform pledges.refuse('pledge_too_small'); end if;
    if places is not null then perform pledges.take_slot(p_tier, p_id); end if;
  end if;
  insert into pledges.pledge (id, event_id, campaign_id, tier_id, backer_id, client_key, request_hash, reference, method, amount_minor, fee_cover_minor, currency, display,
    organisation_name, organisation_address, organisation_po, state, made_at)
  values (p_id, c.event_id, p_campaign, p_tier, p_backer, p_key, p_hash, p_reference, p_method, p_amount, p_cover, p_currency, p_display,
    p_organisation, p_address, p_po, case when p_method = 'transfer' then 'awaiting_transfer' when c.mode = 'keep' then 'reserved' else 'draft' end, p_at);
  perform ledger.post_entry(c.event_id, p_entry, (p_at at time zone 'UTC')::date, 'Pledge made', 'pledge_committed', p_id::text, p_at, p_actor, null, '{}',
    p_accounts, p_commodities, p_debits, p_credits, array_fill(null::uuid, array[cardinality(p_accounts)]));
  perform platform.record_fact(p_fact, 'PledgeMade', c.event_id, p_at,
    jsonb_build_object('pledgeId', p_id, 'campaignId', p_campaign, 'amount', p_amount, 'currency', p_currency, 'method', p_method), p_actor, '{}');
  if p_method = 'card' then
    perform payments.plan_session(p_session, c.event_id, 'pledge', p_id, p_backer, case when c.mode = 'keep' then 'pay' else 'save_method' end, p_amount + p_cover, p_cover,
      p_currency, case when p_organisation is null then 'individual' else 'organisation' end, p_at,
      p_at + case when places is not null then interval '15 minutes' else interval '31 minutes' end);
  end if;
  pledge_id := p_id;
  replayed := false;
end $$;
`,
);
