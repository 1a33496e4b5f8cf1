import { sqlMigration } from './sql-migration.js';

export const forgottenCustomers = sqlMigration(
  '2026-11-24T05:10',
  'ForgottenCustomers',
  `
-- A person has left: what the payment page has noted of them at Stripe is to go too. Empty until then.
alter table payments.stripe_customer add column forget_from timestamptz, add column forgotten_at timestamptz,
  add constraint stripe_customer_forgotten_in_order check (forgotten_at >= forget_from);
create index stripe_customer_to_forget on payments.stripe_customer (forget_from) where forget_from is not null and forgotten_at is null;
`,
  'alter table payments.stripe_customer drop column forget_from, drop column forgotten_at;',
);
