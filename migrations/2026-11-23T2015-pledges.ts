import { sqlMigration } from './sql-migration.js';

export const pledges = sqlMigration(
  '2026-11-23T20:15',
  'Pledges',
  `
create schema pledges;
grant usage on schema pledges to wgt_app;

create table pledges.campaign (
  id uuid primary key,
  event_id uuid not null constraint campaign_event references events.event,
  title text not null constraint campaign_title_length check (char_length(title) between 3 and 120),
  -- What people who pledge by transfer are told: where to send it.
  bank_details text not null default '' constraint campaign_bank_length check (char_length(bank_details) <= 500),
  story text not null default '' constraint campaign_story_length check (char_length(story) <= 20000),
  mode text not null constraint campaign_mode check (mode in ('all_or_nothing', 'keep')),
  goal_minor bigint not null constraint campaign_goal check (goal_minor between 0 and 1000000000000),
  currency char(3) not null,
  opens_at timestamptz not null,
  -- The deadline as people agreed on it, and the instant that follows from it (G5).
  deadline_local text not null constraint campaign_deadline_form check (deadline_local ~ '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$'),
  time_zone text not null,
  deadline_at timestamptz not null,
  state text not null constraint campaign_state check (state in ('draft', 'in_review', 'scheduled', 'live', 'evaluating', 'succeeded', 'failed', 'collecting', 'collected', 'settled', 'releasing', 'released', 'cancelled')),
  -- In the last 24 hours nobody may take the campaign below its goal again (PLG-3).
  holds_at_the_end boolean not null default true,
  created_at timestamptz not null,
  created_by uuid not null constraint campaign_author references accounts.account,
  submitted_by uuid constraint campaign_submitter references accounts.account,
  approved_by uuid constraint campaign_approver references accounts.account,
  constraint campaign_in_event unique (event_id, id),
  constraint campaign_opens_before_it_ends check (opens_at < deadline_at),
  constraint campaign_needs_two check (approved_by <> submitted_by)
);
create index campaign_by_author on pledges.campaign (created_by);
create index campaign_by_submitter on pledges.campaign (submitted_by);
create index campaign_by_approver on pledges.campaign (approved_by);
create index campaign_due on pledges.campaign (state, opens_at, deadline_at);
grant select, insert, update on pledges.campaign to wgt_app;

-- Why the goal went down: a need met in kind, once per source (CAM-5). Only ever added to.
create table pledges.goal_change (
  id uuid primary key,
  event_id uuid not null,
  campaign_id uuid not null,
  source_id uuid not null,
  by_minor bigint not null constraint goal_change_lowers check (by_minor > 0),
  currency char(3) not null,
  because text not null,
  at timestamptz not null,
  constraint goal_change_campaign foreign key (event_id, campaign_id) references pledges.campaign (event_id, id),
  constraint goal_change_once unique (source_id)
);
create index goal_change_by_campaign on pledges.goal_change (event_id, campaign_id);
grant select, insert on pledges.goal_change to wgt_app;

create table pledges.tier (
  id uuid primary key,
  event_id uuid not null,
  campaign_id uuid not null,
  name text not null constraint tier_name_length check (char_length(name) between 1 and 80),
  description text not null default '' constraint tier_description_length check (char_length(description) <= 2000),
  price_minor bigint not null constraint tier_price check (price_minor between 1 and 1000000000000),
  -- What one reward costs us (TIER-4).
  reward_cost_minor bigint not null default 0 constraint tier_reward_cost check (reward_cost_minor between 0 and price_minor),
  currency char(3) not null,
  -- How many there are; null = as many as people want. Kept equal to the number of its slots.
  capacity int constraint tier_capacity check (capacity between 1 and 100000),
  hidden boolean not null default false,
  position int not null,
  created_at timestamptz not null,
  constraint tier_campaign foreign key (event_id, campaign_id) references pledges.campaign (event_id, id),
  constraint tier_in_event unique (event_id, id)
);
create index tier_by_campaign on pledges.tier (event_id, campaign_id, position);
grant select, insert, update on pledges.tier to wgt_app;

create table pledges.pledge (
  id uuid primary key,
  event_id uuid not null,
  campaign_id uuid not null,
  tier_id uuid,
  backer_id uuid not null constraint pledge_backer references accounts.account,
  -- The key that the client made: a repeated request finds this row (PLG-5).
  client_key text not null,
  request_hash bytea not null,
  reference char(9) not null,
  -- Grows with each change of the amount: what the books remember is said per version.
  version int not null default 1,
  -- Grows to make links in mails useless.
  link_version int not null default 1,
  method text not null constraint pledge_method check (method in ('card', 'transfer')),
  amount_minor bigint not null constraint pledge_amount check (amount_minor between 1 and 1000000000000),
  fee_cover_minor bigint not null default 0 constraint pledge_cover check (fee_cover_minor between 0 and amount_minor),
  currency char(3) not null,
  display text not null constraint pledge_display check (display in ('public', 'name_hidden', 'all_hidden')),
  organisation_name text constraint pledge_organisation_length check (char_length(organisation_name) between 1 and 200),
  organisation_address text,
  organisation_po text,
  state text not null constraint pledge_state check (state in (
    'draft', 'committed', 'collecting', 'retrying', 'needs_authentication', 'needs_new_method', 'processing', 'collected', 'lapsed',
    'withdrawn', 'released', 'reserved', 'expired', 'awaiting_transfer', 'part_received', 'received',
    'requested', 'accepted', 'invoiced', 'partly_refunded', 'refunded', 'refund_failed', 'disputed', 'charged_back')),
  made_at timestamptz not null,
  -- The instant that decides whether it counts (CAM-2).
  committed_at timestamptz,
  received_minor bigint not null default 0 constraint pledge_received check (received_minor >= 0),
  refunded_minor bigint not null default 0 constraint pledge_refunded check (refunded_minor >= 0),
  collecting_since timestamptz,
  next_try_at timestamptz,
  lapses_at timestamptz,
  -- When its backer is written to again, while it waits for them.
  remind_at timestamptz,
  last_code text,
  constraint pledge_campaign foreign key (event_id, campaign_id) references pledges.campaign (event_id, id),
  constraint pledge_tier foreign key (event_id, tier_id) references pledges.tier (event_id, id),
  constraint pledge_made_once unique (backer_id, client_key),
  constraint pledge_organisation_whole check (organisation_name is not null or (organisation_address is null and organisation_po is null)),
  constraint committed_has_an_instant check (state not in ('committed', 'collecting', 'retrying', 'needs_authentication', 'needs_new_method') or committed_at is not null)
);
create index pledge_by_campaign on pledges.pledge (campaign_id, event_id, id desc);
-- A reference is looked for only on bank lines.
create unique index pledge_reference_once on pledges.pledge (reference) where method = 'transfer';
create index pledge_by_tier on pledges.pledge (event_id, tier_id) where tier_id is not null;
create index pledge_next_try on pledges.pledge (next_try_at) where next_try_at is not null;
create index pledge_reminding on pledges.pledge (remind_at) where remind_at is not null;
create index pledge_lapsing on pledges.pledge (lapses_at) where lapses_at is not null;
grant select, insert, update on pledges.pledge to wgt_app;

-- One row per place of a limited tier. A place is taken by the transaction that makes the pledge.
create table pledges.tier_slot (
  tier_id uuid not null constraint tier_slot_tier references pledges.tier,
  number int not null,
  pledge_id uuid constraint tier_slot_pledge references pledges.pledge deferrable initially deferred constraint one_slot_per_pledge unique,
  constraint tier_slot_once primary key (tier_id, number)
);
create index tier_slot_free on pledges.tier_slot (tier_id, number) where pledge_id is null;
grant select, insert, update, delete on pledges.tier_slot to wgt_app;

-- The count at the deadline: once per round (CAM-1). Only ever added to.
create table pledges.evaluation (
  id uuid primary key,
  event_id uuid not null,
  campaign_id uuid not null,
  round int not null,
  at timestamptz not null,
  deadline_at timestamptz not null,
  threshold_minor bigint not null,
  counted_minor bigint not null,
  currency char(3) not null,
  pledge_count int not null,
  -- SHA-256 over the counted pledge ids in order.
  counted_hash bytea not null,
  outcome text not null constraint evaluation_outcome check (outcome in ('succeeded', 'failed')),
  constraint evaluation_campaign foreign key (event_id, campaign_id) references pledges.campaign (event_id, id),
  constraint evaluated_once unique (campaign_id, round)
);
create index evaluation_by_campaign on pledges.evaluation (event_id, campaign_id);
grant select, insert on pledges.evaluation to wgt_app;

-- Progress figures: what was folded, and what has changed since. Readers add the two.
create table pledges.tally (
  campaign_id uuid not null,
  state text not null,
  currency char(3) not null,
  amount_minor bigint not null,
  refunded_minor bigint not null,
  pledges int not null,
  constraint tally_once primary key (campaign_id, state)
);
grant select, insert, update on pledges.tally to wgt_app;

create table pledges.tally_delta (
  campaign_id uuid not null,
  id bigint generated always as identity,
  state text not null,
  currency char(3) not null,
  amount_minor bigint not null,
  refunded_minor bigint not null,
  pledges int not null,
  constraint tally_delta_once primary key (campaign_id, id)
);
grant select, insert, delete on pledges.tally_delta to wgt_app;

-- Sees old and new exactly, whichever verb moved the pledge.
create function pledges.note_tally() returns trigger language plpgsql as $$
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
create trigger pledge_is_tallied after insert or update on pledges.pledge for each row execute function pledges.note_tally();

create function pledges.fold_tallies() returns int language plpgsql as $$
declare folded int;
begin
  -- One folder at a time; another one simply has nothing to do.
  if not pg_try_advisory_xact_lock(20151) then return 0; end if;
  with gone as (delete from pledges.tally_delta returning campaign_id, state, currency, amount_minor, refunded_minor, pledges),
  sums as (select campaign_id, state, currency, sum(amount_minor)::bigint a, sum(refunded_minor)::bigint r, sum(pledges)::int p from gone group by 1, 2, 3),
  put as (
    insert into pledges.tally as t (campaign_id, state, currency, amount_minor, refunded_minor, pledges) select * from sums order by campaign_id, state
    on conflict on constraint tally_once do update
    set amount_minor = t.amount_minor + excluded.amount_minor, refunded_minor = t.refunded_minor + excluded.refunded_minor, pledges = t.pledges + excluded.pledges
    returning 1)
  select count(*)::int into folded from gone;
  return folded;
end $$;

create function pledges.refuse(p_constraint text) returns void language plpgsql as $$
begin
  raise exception using errcode = 'check_violation', constraint = p_constraint, schema = 'pledges', message = p_constraint;
end $$;

-- Takes one free place, if there is one that nobody else is just taking.
create function pledges.take_slot(p_tier uuid, p_pledge uuid) returns void language plpgsql as $$
begin
  update pledges.tier_slot set pledge_id = p_pledge
  where (tier_id, number) = (select tier_id, number from pledges.tier_slot where tier_id = p_tier and pledge_id is null order by number limit 1 for update skip locked);
  if not found then perform pledges.refuse('tier_sold_out'); end if;
end $$;

-- Makes a pledge in one round trip: its place, the memo in the books, the fact and the visit to the hosted page.
-- The fact is for the live page: nothing reacts to it before the pledge counts. The rules it asks are those of the page; it answers the first pledge when the same key comes again (PLG-5).
create function pledges.make_pledge(
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

create trigger evaluation_is_final before update or delete or truncate on pledges.evaluation for each statement execute function platform.refuse_change();
create trigger goal_change_is_final before update or delete or truncate on pledges.goal_change for each statement execute function platform.refuse_change();
`,
  `drop schema pledges cascade;`,
);
