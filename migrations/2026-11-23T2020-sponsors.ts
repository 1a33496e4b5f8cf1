import { sqlMigration } from './sql-migration.js';

export const sponsors = sqlMigration(
  '2026-11-23T20:20',
  'Sponsors',
  `
create extension if not exists btree_gist;
create schema sponsors;
grant usage on schema sponsors to wgt_app;

-- What an organisation can buy in one year. Hidden packages keep their deals.
create table sponsors.package (
  id uuid primary key,
  event_id uuid not null constraint package_event references events.event,
  name text not null constraint package_name_length check (char_length(name) between 1 and 100),
  description text not null default '' constraint package_description_length check (char_length(description) <= 2000),
  year int not null constraint package_year check (year between 2000 and 2100),
  price_minor bigint not null constraint package_price check (price_minor between 0 and 1000000000000),
  currency char(3) not null,
  -- How many deals may hold it at once; null = as many as come.
  capacity int constraint package_capacity check (capacity between 1 and 1000),
  cloned_from uuid,
  hidden_at timestamptz,
  created_at timestamptz not null,
  created_by uuid not null constraint package_creator references accounts.account,
  constraint package_in_event unique (event_id, id),
  constraint package_once_a_year unique (event_id, year, name),
  constraint package_clone foreign key (event_id, cloned_from) references sponsors.package (event_id, id)
);
create index package_by_clone on sponsors.package (event_id, cloned_from);
create index package_by_creator on sponsors.package (created_by);
grant select, insert, update on sponsors.package to wgt_app;

create table sponsors.package_benefit (
  id uuid primary key,
  event_id uuid not null,
  package_id uuid not null,
  position int not null,
  name text not null constraint package_benefit_name_length check (char_length(name) between 1 and 200),
  kind text not null constraint package_benefit_kind check (kind in ('visibility', 'tickets', 'space', 'material', 'service', 'programme_slot')),
  units int not null default 1 constraint package_benefit_units check (units between 1 and 1000),
  -- What it is worth to us, for comparing customised deals; null = not valued.
  value_minor bigint constraint package_benefit_value check (value_minor between 0 and 1000000000000),
  currency char(3) not null,
  needs_asset boolean not null default false,
  due_days_before int constraint package_benefit_due check (due_days_before between -365 and 730),
  -- The community's decision that allows a slot: money alone buys none (SPO-8).
  decision text constraint package_benefit_decision_length check (char_length(decision) between 1 and 200),
  constraint package_benefit_in_event unique (event_id, id),
  constraint package_benefit_package foreign key (event_id, package_id) references sponsors.package (event_id, id),
  constraint package_slot_needs_a_decision check (kind <> 'programme_slot' or decision is not null)
);
create index package_benefit_by_package on sponsors.package_benefit (event_id, package_id, position);
grant select, insert on sponsors.package_benefit to wgt_app;

create sequence sponsors.category_mark;
grant usage on sequence sponsors.category_mark to wgt_app;

-- One organisation's sponsorship, from first thought to thanks.
create table sponsors.deal (
  id uuid primary key,
  event_id uuid not null constraint deal_event references events.event,
  package_id uuid,
  organisation text not null constraint deal_organisation_length check (char_length(organisation) between 1 and 200),
  website text constraint deal_website_length check (char_length(website) <= 300),
  -- Branch of trade, such as 'bank': an exclusive deal keeps every other one of its category out.
  category text constraint deal_category_length check (char_length(category) between 1 and 60),
  exclusive boolean not null default false,
  -- One point of a number line for an ordinary deal, the whole line for an exclusive one; see deal_category_is_free.
  category_span int8range not null,
  -- The person who speaks for the organisation; null until somebody does.
  contact_id uuid constraint deal_contact references accounts.account,
  price_minor bigint not null constraint deal_price check (price_minor between 0 and 1000000000000),
  currency char(3) not null,
  -- Whether the public thank-you list may name it.
  is_public boolean not null default true,
  state text not null constraint deal_state check (state in ('lead','contacted','proposed','negotiating','agreed','contracted','invoiced','paid','fulfilling','fulfilled','thanked','lost','withdrawn')),
  agreed_by uuid constraint deal_agreer references accounts.account,
  contracted_by uuid constraint deal_contractor references accounts.account,
  contract_note text constraint deal_contract_note_length check (char_length(contract_note) <= 500),
  created_at timestamptz not null,
  created_by uuid not null constraint deal_creator references accounts.account,
  moved_at timestamptz not null,
  constraint deal_in_event unique (event_id, id),
  constraint deal_package foreign key (event_id, package_id) references sponsors.package (event_id, id),
  constraint deal_contracted_by_another check (contracted_by is null or (agreed_by is not null and contracted_by <> agreed_by)),
  constraint deal_exclusive_in_a_category check (not exclusive or category is not null),
  constraint deal_category_is_free exclude using gist (event_id with =, category with =, category_span with &&)
    where (category is not null and state in ('agreed','contracted','invoiced','paid','fulfilling','fulfilled','thanked'))
);
create index deal_by_state on sponsors.deal (event_id, state, id);
create index deal_by_package on sponsors.deal (event_id, package_id);
create index deal_by_contact on sponsors.deal (contact_id);
create index deal_by_agreer on sponsors.deal (agreed_by);
create index deal_by_contractor on sponsors.deal (contracted_by);
create index deal_by_creator on sponsors.deal (created_by);
grant select, insert, update on sponsors.deal to wgt_app;

-- One row per place of a limited package: free, or held by the deal that agreed to it (SPO-2).
create table sponsors.package_place (
  event_id uuid not null,
  package_id uuid not null,
  number int not null constraint package_place_number check (number between 1 and 1000),
  deal_id uuid,
  constraint package_place_once primary key (package_id, number),
  constraint package_place_package foreign key (event_id, package_id) references sponsors.package (event_id, id),
  constraint package_place_deal foreign key (event_id, deal_id) references sponsors.deal (event_id, id),
  constraint one_place_a_deal unique (deal_id)
);
create index package_place_by_package on sponsors.package_place (event_id, package_id);
create index package_place_by_deal on sponsors.package_place (event_id, deal_id);
grant select, insert, update, delete on sponsors.package_place to wgt_app;

-- What was promised to one sponsor, and whether it was kept.
create table sponsors.benefit (
  id uuid primary key,
  event_id uuid not null,
  deal_id uuid not null,
  -- Null when it was added to the package for this deal (SPO-3).
  package_benefit_id uuid,
  name text not null constraint benefit_name_length check (char_length(name) between 1 and 200),
  kind text not null constraint benefit_kind check (kind in ('visibility', 'tickets', 'space', 'material', 'service', 'programme_slot')),
  units int not null constraint benefit_units check (units between 1 and 1000),
  value_minor bigint constraint benefit_value check (value_minor between 0 and 1000000000000),
  currency char(3) not null,
  needs_asset boolean not null default false,
  due_days_before int constraint benefit_due check (due_days_before between -365 and 730),
  decision text constraint benefit_decision_length check (char_length(decision) between 1 and 200),
  responsible_id uuid constraint benefit_responsible references accounts.account,
  state text not null constraint benefit_state check (state in ('promised','asset_requested','asset_received','scheduled','delivered','confirmed','at_risk','waived','made_good')),
  evidence_kind text constraint benefit_evidence_kind check (evidence_kind in ('url', 'file', 'photo', 'count')),
  evidence text constraint benefit_evidence_length check (char_length(evidence) between 1 and 500),
  delivered_by uuid constraint benefit_deliverer references accounts.account,
  delivered_at timestamptz,
  confirmed_by uuid constraint benefit_confirmer references accounts.account,
  moved_at timestamptz not null,
  constraint benefit_in_event unique (event_id, id),
  constraint benefit_deal foreign key (event_id, deal_id) references sponsors.deal (event_id, id),
  constraint benefit_package_benefit foreign key (event_id, package_benefit_id) references sponsors.package_benefit (event_id, id),
  constraint slot_needs_a_decision check (kind <> 'programme_slot' or decision is not null),
  constraint delivery_needs_evidence check (state not in ('delivered', 'confirmed', 'made_good') or (evidence is not null and evidence_kind is not null and delivered_by is not null and delivered_at is not null)),
  constraint confirmed_by_another check (confirmed_by is null or confirmed_by <> delivered_by)
);
create index benefit_by_deal on sponsors.benefit (event_id, deal_id, id);
create index benefit_by_package_benefit on sponsors.benefit (event_id, package_benefit_id);
create index benefit_by_responsible on sponsors.benefit (responsible_id);
create index benefit_by_deliverer on sponsors.benefit (delivered_by);
create index benefit_by_confirmer on sponsors.benefit (confirmed_by);
grant select, insert, update, delete on sponsors.benefit to wgt_app;

-- Last invoice number of an event and year: a locked row, so that numbers have no gap (INV-1).
create table sponsors.invoice_number (
  event_id uuid not null constraint invoice_number_event references events.event,
  year int not null,
  last int not null constraint invoice_number_counts check (last >= 1),
  constraint invoice_number_once primary key (event_id, year)
);
grant select, insert, update on sponsors.invoice_number to wgt_app;

create table sponsors.invoice (
  id uuid primary key,
  event_id uuid not null,
  deal_id uuid not null,
  number text not null,
  -- What the payer writes on the transfer (REF-CODE).
  reference text not null constraint invoice_reference_once unique,
  purchase_order text constraint invoice_purchase_order_length check (char_length(purchase_order) between 1 and 60),
  amount_minor bigint not null constraint invoice_amount check (amount_minor between 1 and 1000000000000),
  paid_minor bigint not null default 0 constraint invoice_paid check (paid_minor >= 0),
  currency char(3) not null,
  issued_on date not null,
  due_on date not null constraint invoice_due_after_issue check (due_on >= issued_on),
  issued_by uuid not null constraint invoice_issuer references accounts.account,
  credited_at timestamptz,
  constraint invoice_in_event unique (event_id, id),
  constraint invoice_number_once_an_event unique (event_id, number),
  constraint invoice_deal foreign key (event_id, deal_id) references sponsors.deal (event_id, id)
);
create unique index one_open_invoice_a_deal on sponsors.invoice (event_id, deal_id) where credited_at is null;
create index invoice_by_deal on sponsors.invoice (event_id, deal_id);
create index invoice_by_issuer on sponsors.invoice (issued_by);
grant select, insert, update on sponsors.invoice to wgt_app;

-- Bank lines that paid an invoice: each once, however often we are told.
create table sponsors.invoice_payment (
  event_id uuid not null,
  invoice_id uuid not null,
  bank_line_id uuid not null,
  amount_minor bigint not null constraint invoice_payment_amount check (amount_minor > 0),
  currency char(3) not null,
  at timestamptz not null,
  -- The treasurer took the match back.
  taken_back_at timestamptz,
  constraint invoice_paid_once_a_line primary key (invoice_id, bank_line_id),
  constraint invoice_payment_invoice foreign key (event_id, invoice_id) references sponsors.invoice (event_id, id)
);
create index invoice_payment_by_invoice on sponsors.invoice_payment (event_id, invoice_id);
grant select, insert, update on sponsors.invoice_payment to wgt_app;

-- Something given instead of money.
create table sponsors.in_kind_gift (
  id uuid primary key,
  event_id uuid not null constraint gift_event references events.event,
  deal_id uuid,
  organisation text not null constraint gift_organisation_length check (char_length(organisation) between 1 and 200),
  description text not null constraint gift_description_length check (char_length(description) between 1 and 500),
  category text not null constraint gift_category check (category in ('Venue', 'Catering', 'Printing', 'Travel', 'Accommodation', 'Equipment', 'Speakers', 'Programme', 'Promotion', 'Software', 'Insurance', 'Access', 'Other')),
  -- The ledger's budget line that it meets; null when it meets none.
  budget_line_id uuid,
  is_public boolean not null default true,
  state text not null constraint gift_state check (state in ('offered','valued','accepted','scheduled','received','recognised','declined')),
  value_minor bigint constraint gift_value check (value_minor between 1 and 1000000000000),
  currency char(3) not null,
  basis_kind text constraint gift_basis_kind check (basis_kind in ('quote', 'price_list', 'provider_statement', 'comparable_rent')),
  basis text constraint gift_basis_length check (char_length(basis) between 1 and 500),
  valued_by uuid constraint gift_valuer references accounts.account,
  -- Set when the value was above the threshold at that time: another person must then accept it.
  needs_second boolean not null default false,
  accepted_by uuid constraint gift_accepter references accounts.account,
  -- How much of the budget line it met, and so by how much the cash goal fell (CAM-5).
  met_minor bigint constraint gift_met check (met_minor between 0 and 1000000000000),
  received_on date,
  offered_at timestamptz not null,
  offered_by uuid not null constraint gift_recorder references accounts.account,
  moved_at timestamptz not null,
  constraint gift_in_event unique (event_id, id),
  constraint gift_deal foreign key (event_id, deal_id) references sponsors.deal (event_id, id),
  constraint gift_value_has_a_basis check (value_minor is null or (basis is not null and basis_kind is not null and valued_by is not null)),
  constraint gift_accepted_with_a_value check (state not in ('accepted', 'scheduled', 'received', 'recognised') or (value_minor is not null and accepted_by is not null)),
  constraint gift_value_seconded check (not needs_second or accepted_by is null or accepted_by <> valued_by),
  constraint gift_received_on_a_day check (state not in ('received', 'recognised') or received_on is not null)
);
create index gift_by_event on sponsors.in_kind_gift (event_id, state, id);
create index gift_by_deal on sponsors.in_kind_gift (event_id, deal_id);
create index gift_by_valuer on sponsors.in_kind_gift (valued_by);
create index gift_by_accepter on sponsors.in_kind_gift (accepted_by);
create index gift_by_recorder on sponsors.in_kind_gift (offered_by);
grant select, insert, update on sponsors.in_kind_gift to wgt_app;
`,
  `drop schema sponsors cascade;`,
);
