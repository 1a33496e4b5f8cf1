import { sqlMigration } from './sql-migration.js';

export const payments = sqlMigration(
  '2026-11-23T20:11',
  'Payments',
  `
create schema payments;
grant usage on schema payments to wgt_app;

-- One customer at Stripe per person. The row's id is the idempotency key of its creation.
create table payments.stripe_customer (
  id uuid primary key,
  person_id uuid not null constraint stripe_customer_person references accounts.account,
  stripe_account_id text,
  stripe_id text,
  created_at timestamptz not null,
  constraint stripe_customer_per_person unique nulls not distinct (person_id, stripe_account_id)
);
create unique index stripe_customer_once on payments.stripe_customer (stripe_account_id, stripe_id) nulls not distinct where stripe_id is not null;
grant select, insert, update on payments.stripe_customer to wgt_app;

-- A visit to the hosted page: planned here first (the id is the idempotency key), then opened at Stripe.
create table payments.checkout_session (
  id uuid primary key,
  event_id uuid not null constraint checkout_session_event references events.event,
  source_kind text not null constraint checkout_session_source check (source_kind in ('pledge')),
  source_id uuid not null,
  person_id uuid not null constraint checkout_session_person references accounts.account,
  purpose text not null constraint checkout_session_purpose check (purpose in ('save_method', 'pay', 'recover')),
  amount_minor bigint not null constraint checkout_session_amount check (amount_minor between 1 and 1000000000000),
  -- The part of the amount that covers the processor's fee.
  fee_cover_minor bigint not null default 0 constraint checkout_session_cover check (fee_cover_minor between 0 and amount_minor),
  currency char(3) not null,
  -- What the payer reads above the button and agrees to; kept with the saved method.
  agreement text not null default '',
  description text not null default '',
  given_by text not null constraint checkout_session_giver check (given_by in ('individual', 'organisation')),
  return_url text not null default '',
  state text not null constraint checkout_session_state check (state in ('planned', 'open', 'complete', 'expired', 'refused')),
  stripe_account_id text,
  stripe_id text,
  url text,
  created_at timestamptz not null,
  -- When we ask Stripe to close it; a place is freed only once Stripe says it is closed.
  expires_at timestamptz not null,
  finished_at timestamptz,
  constraint checkout_session_in_event unique (event_id, id)
);
create unique index checkout_session_once on payments.checkout_session (stripe_account_id, stripe_id) nulls not distinct where stripe_id is not null;
create index checkout_session_by_source on payments.checkout_session (source_kind, source_id);
create index checkout_session_by_person on payments.checkout_session (person_id);
create index checkout_session_due on payments.checkout_session (expires_at) where state in ('planned', 'open');
create unique index checkout_session_one_open on payments.checkout_session (source_kind, source_id) where state in ('planned', 'open');
grant select, insert, update on payments.checkout_session to wgt_app;

-- Plans a visit to the hosted page and the job that opens it; other modules' one-statement verbs call it.
create function payments.plan_session(
  p_id uuid, p_event uuid, p_kind text, p_source uuid, p_person uuid, p_purpose text, p_amount bigint, p_cover bigint, p_currency text, p_given_by text,
  p_at timestamptz, p_expires timestamptz
) returns void language plpgsql as $$
begin
  insert into payments.checkout_session (id, event_id, source_kind, source_id, person_id, purpose, amount_minor, fee_cover_minor, currency, given_by, state, created_at, expires_at)
  values (p_id, p_event, p_kind, p_source, p_person, p_purpose, p_amount, p_cover, p_currency, p_given_by, 'planned', p_at, p_expires);
  perform graphile_worker.add_job('open-checkout', json_build_object('session', p_id), max_attempts := 25);
end $$;

-- A payment method somebody saved for one later charge, with the words they agreed to (PLG-7).
create table payments.saved_method (
  id uuid primary key,
  event_id uuid not null,
  session_id uuid not null constraint saved_method_once unique,
  source_kind text not null,
  source_id uuid not null,
  stripe_account_id text,
  stripe_customer text not null,
  stripe_payment_method text not null,
  stripe_mandate text,
  brand text not null,
  last4 text not null,
  expires text,
  country text,
  fingerprint text,
  -- The most that may be charged, as agreed.
  ceiling_minor bigint not null constraint saved_method_ceiling check (ceiling_minor > 0),
  currency char(3) not null,
  agreement text not null,
  agreement_hash bytea not null,
  agreed_at timestamptz not null,
  detached_at timestamptz,
  constraint saved_method_session foreign key (event_id, session_id) references payments.checkout_session (event_id, id)
);
create index saved_method_by_session on payments.saved_method (event_id, session_id);
create index saved_method_by_source on payments.saved_method (source_kind, source_id);
create index saved_method_by_method on payments.saved_method (stripe_payment_method);
grant select, insert, update on payments.saved_method to wgt_app;

-- Money asked of one payer for one thing. At most one that is not canceled per thing: it can succeed once.
create table payments.payment_intent (
  id uuid primary key,
  event_id uuid not null constraint payment_intent_event references events.event,
  source_kind text not null constraint payment_intent_source check (source_kind in ('pledge')),
  source_id uuid not null,
  person_id uuid not null constraint payment_intent_person references accounts.account,
  amount_minor bigint not null constraint payment_intent_amount check (amount_minor between 1 and 1000000000000),
  fee_cover_minor bigint not null default 0 constraint payment_intent_cover check (fee_cover_minor between 0 and amount_minor),
  currency char(3) not null,
  description text not null,
  given_by text not null constraint payment_intent_giver check (given_by in ('individual', 'organisation')),
  state text not null constraint payment_intent_state check (state in ('planned', 'open', 'processing', 'succeeded', 'canceled', 'parked')),
  stripe_account_id text,
  stripe_id text,
  stripe_customer text,
  stripe_charge text,
  session_id uuid constraint payment_intent_session references payments.checkout_session,
  -- Σ refunds asked for and not failed; Σ disputes lost. Together never more than what was collected (REF-1).
  refunding_minor bigint not null default 0 constraint payment_intent_refunding check (refunding_minor >= 0),
  lost_minor bigint not null default 0 constraint payment_intent_lost check (lost_minor >= 0),
  created_at timestamptz not null,
  succeeded_at timestamptz,
  constraint refunds_within_payment check (refunding_minor + lost_minor <= amount_minor),
  constraint payment_intent_in_event unique (event_id, id),
  constraint stored_before_money_moves check (state in ('planned', 'canceled') or stripe_id is not null)
);
create unique index payment_intent_once on payments.payment_intent (stripe_account_id, stripe_id) nulls not distinct where stripe_id is not null;
create unique index payment_intent_one_alive on payments.payment_intent (source_kind, source_id) where state not in ('canceled', 'parked');
create index payment_intent_by_event on payments.payment_intent (event_id, id desc);
create index payment_intent_by_person on payments.payment_intent (person_id);
create index payment_intent_by_session on payments.payment_intent (session_id);
create index payment_intent_by_charge on payments.payment_intent (stripe_charge);
create index payment_intent_unsettled on payments.payment_intent (created_at) where state in ('open', 'processing');
grant select, insert, update on payments.payment_intent to wgt_app;

-- One try to take the money. Its id is the idempotency key; a retry after a decline is a new row (G3).
create table payments.payment_attempt (
  id uuid primary key,
  event_id uuid not null,
  intent_id uuid not null,
  source_kind text not null,
  source_id uuid not null,
  n int not null constraint payment_attempt_number check (n between 1 and 50),
  kind text not null constraint payment_attempt_kind check (kind in ('off_session', 'checkout')),
  state text not null constraint payment_attempt_state check (state in ('created', 'submitted', 'succeeded', 'failed', 'needs_action', 'processing', 'unknown')),
  stripe_payment_method text,
  stripe_mandate text,
  code text,
  decline_code text,
  advice_code text,
  created_at timestamptz not null,
  submitted_at timestamptz,
  finished_at timestamptz,
  constraint payment_attempt_intent foreign key (event_id, intent_id) references payments.payment_intent (event_id, id),
  constraint payment_attempt_order unique (intent_id, n)
);
create unique index one_success_per_source on payments.payment_attempt (source_kind, source_id) where state = 'succeeded';
create unique index one_open_attempt on payments.payment_attempt (source_kind, source_id) where state in ('created', 'submitted', 'processing', 'unknown');
create index payment_attempt_by_intent on payments.payment_attempt (event_id, intent_id);
create index payment_attempt_waiting on payments.payment_attempt (created_at) where state in ('created', 'submitted', 'unknown');
grant select, insert, update on payments.payment_attempt to wgt_app;

-- What Stripe told us: stored before anything else, worked on afterwards (G4).
create table payments.stripe_event (
  id uuid primary key,
  stripe_account_id text,
  stripe_event_id text not null,
  type text not null,
  object_id text,
  created_at timestamptz not null,
  api_version text,
  body jsonb not null,
  via text not null constraint stripe_event_via check (via in ('webhook', 'backfill')),
  received_at timestamptz not null,
  state text not null constraint stripe_event_state check (state in ('new', 'done', 'ignored')),
  done_at timestamptz,
  tries int not null default 0,
  last_error text,
  constraint stripe_event_once unique nulls not distinct (stripe_account_id, stripe_event_id)
);
create index stripe_event_left on payments.stripe_event (received_at) where state = 'new';
create index stripe_event_by_object on payments.stripe_event (object_id, type);
grant select, insert, update on payments.stripe_event to wgt_app;

-- Money given back. The id is the idempotency key, so two equal partial refunds are two refunds (REF-2).
create table payments.refund (
  id uuid primary key,
  event_id uuid not null,
  intent_id uuid not null,
  amount_minor bigint not null constraint refund_amount check (amount_minor between 1 and 1000000000000),
  currency char(3) not null,
  origin text not null constraint refund_origin check (origin in ('treasurer', 'race', 'campaign', 'dashboard')),
  reason text not null,
  state text not null constraint refund_state check (state in ('requested', 'approved', 'submitted', 'pending', 'succeeded', 'failed', 'refused')),
  stripe_account_id text,
  stripe_id text,
  requested_by uuid constraint refund_requester references accounts.account,
  requested_at timestamptz not null,
  approved_by uuid constraint refund_approver references accounts.account,
  approved_at timestamptz,
  settled_at timestamptz,
  failure text,
  constraint refund_intent foreign key (event_id, intent_id) references payments.payment_intent (event_id, id),
  constraint refund_needs_two check (approved_by is null or requested_by is null or approved_by <> requested_by)
);
create unique index refund_once on payments.refund (stripe_account_id, stripe_id) nulls not distinct where stripe_id is not null;
create index refund_by_intent on payments.refund (event_id, intent_id);
create index refund_by_requester on payments.refund (requested_by);
create index refund_by_approver on payments.refund (approved_by);
create index refund_open on payments.refund (requested_at) where state in ('approved', 'submitted', 'pending');
grant select, insert, update on payments.refund to wgt_app;

create table payments.dispute (
  id uuid primary key,
  event_id uuid not null,
  intent_id uuid not null,
  stripe_account_id text,
  stripe_id text not null,
  amount_minor bigint not null constraint dispute_amount check (amount_minor >= 0),
  currency char(3) not null,
  -- An inquiry has moved no money; a chargeback has taken it already.
  family text not null constraint dispute_family check (family in ('inquiry', 'chargeback')),
  status text not null,
  reason text not null,
  due_by timestamptz,
  opened_at timestamptz not null,
  closed_at timestamptz,
  constraint dispute_once unique nulls not distinct (stripe_account_id, stripe_id),
  constraint dispute_intent foreign key (event_id, intent_id) references payments.payment_intent (event_id, id)
);
create index dispute_by_intent on payments.dispute (event_id, intent_id);
grant select, insert, update on payments.dispute to wgt_app;

create table payments.payout (
  id uuid primary key,
  stripe_account_id text,
  stripe_id text not null,
  amount_minor bigint not null,
  currency char(3) not null,
  status text not null,
  automatic boolean not null,
  reconciliation text not null,
  arrives_on date not null,
  failure text,
  created_at timestamptz not null,
  constraint payout_once unique nulls not distinct (stripe_account_id, stripe_id)
);
create index payout_by_age on payments.payout (created_at desc, id desc);
grant select, insert, update on payments.payout to wgt_app;

-- Which part of a payout is whose: its itemised lines by event.
create table payments.payout_share (
  id uuid primary key,
  payout_id uuid not null constraint payout_share_payout references payments.payout,
  event_id uuid not null constraint payout_share_event references events.event,
  amount_minor bigint not null,
  currency char(3) not null,
  state text not null constraint payout_share_state check (state in ('sent', 'arrived', 'failed')),
  constraint payout_share_once unique (payout_id, event_id)
);
create index payout_share_by_event on payments.payout_share (event_id, id desc);
grant select, insert, update on payments.payout_share to wgt_app;

-- Stripe's own statement: every balance transaction, booked exactly once (REC-1).
create table payments.balance_line (
  id uuid primary key,
  stripe_account_id text,
  stripe_txn_id text not null,
  type text not null,
  category text not null,
  source_id text,
  -- The payment it belongs to, as Stripe names it.
  intent_stripe_id text,
  amount_minor bigint not null,
  fee_minor bigint not null,
  net_minor bigint not null,
  currency char(3) not null,
  created_at timestamptz not null,
  event_id uuid constraint balance_line_event references events.event,
  state text not null constraint balance_line_state check (state in ('waiting', 'booked', 'suspense')),
  entry_id uuid,
  booked_at timestamptz,
  constraint balance_line_once unique nulls not distinct (stripe_account_id, stripe_txn_id),
  constraint balance_line_adds_up check (net_minor = amount_minor - fee_minor)
);
create index balance_line_waiting on payments.balance_line (created_at) where state = 'waiting';
create index balance_line_by_event on payments.balance_line (event_id, id);
grant select, insert, update on payments.balance_line to wgt_app;

-- How far we have looked: the instant up to which a list of Stripe's has been read.
create table payments.watermark (
  list text primary key,
  seen_until timestamptz not null,
  looked_at timestamptz not null
);
grant select, insert, update on payments.watermark to wgt_app;

-- What did not fit and waits for a person: a charge of another amount, a payment for a thing that is gone (CHG-3).
create table payments.exception (
  id uuid primary key,
  event_id uuid constraint exception_event references events.event,
  kind text not null,
  subject text not null,
  details jsonb not null,
  found_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid constraint exception_closer references accounts.account,
  constraint exception_once unique (kind, subject)
);
create index exception_by_event on payments.exception (event_id);
create index exception_by_closer on payments.exception (closed_by);
grant select, insert, update on payments.exception to wgt_app;
`,
  `drop schema payments cascade;`,
);
