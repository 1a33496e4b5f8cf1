import { sqlMigration } from './sql-migration.js';

/**
 * The most that may be promised to a campaign, and by one backer (PBG-5). Both are guarded here, whoever writes: promises queue for
 * room under one advisory lock of their campaign. A campaign without either takes no lock, asks no sum and writes not a byte more.
 */
export const campaignTarget = sqlMigration(
  '2026-11-24T06:10',
  'CampaignTarget',
  `
alter table pledges.campaign
  add column target_minor bigint constraint campaign_target check (target_minor between 1 and 1000000000000),
  add column backer_cap_minor bigint constraint campaign_backer_cap check (backer_cap_minor between 1 and 1000000000000),
  add constraint campaign_target_above_goal check (target_minor >= goal_minor);
comment on column pledges.campaign.target_minor is 'The most that may be promised; null = as much as people want.';
comment on column pledges.campaign.backer_cap_minor is 'The most that one backer may promise; null = as much as they want.';
-- A raise holds its room from the moment it is asked for: its backer is on the payment page, where nobody can be refused any more.
alter table pledges.pledge add column raising_to_minor bigint constraint pledge_raising_to check (raising_to_minor between 1 and 1000000000000);
comment on column pledges.pledge.raising_to_minor is 'What a promise is being raised to, while its new agreement is awaited.';

create function pledges.refuse_saying(p_constraint text, p_detail jsonb) returns void language plpgsql as $$
begin
  raise exception using errcode = 'check_violation', constraint = p_constraint, schema = 'pledges', message = p_constraint, detail = p_detail::text;
end $$;

create function pledges.lock_room(p_campaign uuid) returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended('pledges.room ' || p_campaign::text, 20260610));
$$;

-- What pledges hold of a campaign's target, or one backer's of their cap. Only an end that is final gives room back: a refund may still fail.
create function pledges.promised(p_campaign uuid, p_backer uuid default null) returns bigint language sql stable as $$
  select coalesce(sum(greatest(amount_minor, raising_to_minor)), 0)::bigint from pledges.pledge
  where campaign_id = p_campaign and (p_backer is null or backer_id = p_backer) and state not in ('withdrawn', 'released', 'expired', 'lapsed', 'charged_back');
$$;

-- Takes room for so much more of one backer's, or says what is left.
create function pledges.take_room(p_campaign uuid, p_backer uuid, p_more bigint) returns void language plpgsql as $$
declare
  c record;
  room bigint;
begin
  perform pledges.lock_room(p_campaign);
  select target_minor, backer_cap_minor, currency into c from pledges.campaign where id = p_campaign;
  if c.target_minor is not null then
    room := c.target_minor - pledges.promised(p_campaign);
    if p_more > room then perform pledges.refuse_saying('pledge_within_target', jsonb_build_object('left', greatest(room, 0), 'currency', c.currency)); end if;
  end if;
  if c.backer_cap_minor is not null then
    room := c.backer_cap_minor - pledges.promised(p_campaign, p_backer);
    if p_more > room then
      perform pledges.refuse_saying('pledge_within_cap', jsonb_build_object('left', greatest(room, 0), 'cap', c.backer_cap_minor, 'currency', c.currency));
    end if;
  end if;
end $$;

create or replace function pledges.pledge_belongs() returns trigger language plpgsql as $$
declare c record;
begin
  select target_minor, backer_cap_minor into c from pledges.campaign where id = new.campaign_id and event_id = new.event_id;
  if not found then perform pledges.refuse('pledge_campaign'); end if;
  if new.tier_id is not null and not exists (
    select from pledges.tier t where t.id = new.tier_id and t.campaign_id = new.campaign_id and t.event_id = new.event_id
  ) then
    perform pledges.refuse('pledge_tier');
  end if;
  if tg_op = 'INSERT' and (c.target_minor is not null or c.backer_cap_minor is not null) then
    perform pledges.take_room(new.campaign_id, new.backer_id, greatest(new.amount_minor, new.raising_to_minor));
  end if;
  return new;
end $$;

create function pledges.raise_has_room() returns trigger language plpgsql as $$
begin
  if exists (select from pledges.campaign c where c.id = new.campaign_id and (c.target_minor is not null or c.backer_cap_minor is not null)) then
    perform pledges.take_room(new.campaign_id, new.backer_id, greatest(new.amount_minor, new.raising_to_minor) - greatest(old.amount_minor, old.raising_to_minor));
  end if;
  return new;
end $$;
create trigger raise_has_room before update of amount_minor, raising_to_minor on pledges.pledge for each row
  when (greatest(new.amount_minor, new.raising_to_minor) > greatest(old.amount_minor, old.raising_to_minor)) execute function pledges.raise_has_room();

-- Pledges to a campaign without a limit look at no lock: once they may come, none is set, and one that stands never goes below what is promised.
create function pledges.limits_hold_promises() returns trigger language plpgsql as $$
declare most bigint;
begin
  if old.state not in ('draft', 'in_review', 'scheduled')
    and (old.target_minor is null and new.target_minor is not null or old.backer_cap_minor is null and new.backer_cap_minor is not null) then
    perform pledges.refuse('campaign_limit_too_late');
  end if;
  if new.target_minor < old.target_minor or new.backer_cap_minor < old.backer_cap_minor then
    perform pledges.lock_room(new.id);
    most := pledges.promised(new.id);
    if most > new.target_minor then
      perform pledges.refuse_saying('campaign_target_below_promised', jsonb_build_object('promised', most, 'currency', new.currency));
    end if;
    select max(pledges.promised(new.id, b.backer_id)) into most from (select distinct backer_id from pledges.pledge where campaign_id = new.id) b;
    if most > new.backer_cap_minor then
      perform pledges.refuse_saying('campaign_target_below_promised', jsonb_build_object('promised', most, 'currency', new.currency));
    end if;
  end if;
  return new;
end $$;
create trigger limits_hold_promises before update of target_minor, backer_cap_minor on pledges.campaign for each row
  when (new.target_minor is distinct from old.target_minor or new.backer_cap_minor is distinct from old.backer_cap_minor) execute function pledges.limits_hold_promises();

create or replace function pledges.make_pledge(
  p_id uuid, p_campaign uuid, p_tier uuid, p_backer uuid, p_key text, p_hash bytea, p_reference text, p_method text, p_amount bigint, p_cover bigint, p_currency text,
  p_display text, p_organisation text, p_address text, p_po text, p_at timestamptz, p_session uuid, p_entry uuid, p_fact uuid, p_actor uuid,
  p_accounts text[], p_commodities text[], p_debits bigint[], p_credits bigint[],
  out pledge_id uuid, out replayed boolean
) language plpgsql set enable_seqscan = off as $$
declare
  c record;
  price bigint;
  places int;
  is_hidden boolean;
  earlier record;
begin
  select event_id, state, mode, currency, opens_at, deadline_at, target_minor, backer_cap_minor into c from pledges.campaign where id = p_campaign;
  -- Whoever sends the same request twice at once waits for its first here, and is answered that one rather than that it took all the room.
  if c.target_minor is not null or c.backer_cap_minor is not null then perform pledges.lock_room(p_campaign); end if;
  select id, request_hash into earlier from pledges.pledge where backer_id = p_backer and client_key = p_key;
  if found then
    if earlier.request_hash <> p_hash then perform pledges.refuse('pledge_key_reused'); end if;
    pledge_id := earlier.id;
    replayed := true;
    return;
  end if;
  if c.event_id is null then perform pledges.refuse('campaign_not_found'); end if;
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
`,
  `
drop trigger limits_hold_promises on pledges.campaign;
drop trigger raise_has_room on pledges.pledge;
create or replace function pledges.pledge_belongs() returns trigger language plpgsql as $$
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
create or replace function pledges.make_pledge(
  p_id uuid, p_campaign uuid, p_tier uuid, p_backer uuid, p_key text, p_hash bytea, p_reference text, p_method text, p_amount bigint, p_cover bigint, p_currency text,
  p_display text, p_organisation text, p_address text, p_po text, p_at timestamptz, p_session uuid, p_entry uuid, p_fact uuid, p_actor uuid,
  p_accounts text[], p_commodities text[], p_debits bigint[], p_credits bigint[],
  out pledge_id uuid, out replayed boolean
) language plpgsql set enable_seqscan = off as $$
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
drop function pledges.limits_hold_promises, pledges.raise_has_room, pledges.take_room, pledges.promised, pledges.lock_room, pledges.refuse_saying;
alter table pledges.pledge drop column raising_to_minor;
alter table pledges.campaign drop column target_minor, drop column backer_cap_minor;
`,
);
