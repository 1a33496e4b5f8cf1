import { setCashBalance, type CashSettings } from './cash-balance.js';
import { fresh } from './description.js';
import { changes, mergeMetadata } from './intents-common.js';
import { shippingOf } from './method-options.js';
import type { Customer, Metadata } from './objects.js';
import { invalid } from './refusal.js';
import type { Sim } from './sim.js';
import { attach, checkAttachable } from './attachment.js';
import { useMethod } from './payment-methods.js';

export interface CustomerInput {
  email?: string;
  name?: string;
  phone?: string;
  description?: string;
  metadata?: Metadata | '';
  address?: Record<string, string> | '';
  shipping?: unknown;
  payment_method?: string;
  preferred_locales?: string[];
  invoice_settings?: { default_payment_method?: string };
  test_clock?: string;
  business_name?: string;
  individual_name?: string;
  invoice_prefix?: string;
  next_invoice_sequence?: number;
  tax_exempt?: string;
  cash_balance?: CashSettings;
}

const COPIED = [
  'email',
  'name',
  'phone',
  'description',
  'preferred_locales',
  'invoice_prefix',
  'next_invoice_sequence',
  'tax_exempt',
] as const;

export function createCustomer(sim: Sim, input: CustomerInput): Customer {
  const row = fresh<Customer>('customer', {
    id: sim.ids.next('cus_', 14),
    address: null,
    created: sim.clock.seconds(),
    currency: null,
    delinquent: false,
    invoice_prefix: sim.ids.next('', 8).toUpperCase(),
    metadata: {},
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    tax_exempt: 'none',
    test_clock: input.test_clock ?? null,
  } as Partial<Customer> & { id: string });
  const method = input.payment_method ? useMethod(sim, input.payment_method) : undefined;
  if (method) checkAttachable(sim, method, row.id);
  const { invoice_settings: settings, ...rest } = input;
  const preferred = settings?.default_payment_method;
  // the method that is saved in the same breath may be the preferred one
  fill(sim, row, method && preferred === input.payment_method ? rest : input);
  if (method && preferred === input.payment_method) row.invoice_settings = { ...row.invoice_settings, default_payment_method: method.id };
  sim.customers.save(row);
  sim.events.emit('customer.created', row);
  if (method) attach(sim, method, row.id);
  return row;
}

export function updateCustomer(sim: Sim, row: Customer, input: CustomerInput): Customer {
  const before: Record<string, unknown> = { ...row };
  fill(sim, row, input);
  sim.customers.save(row);
  const changed = changes(before, row);
  if (Object.keys(changed).length) sim.events.emit('customer.updated', row, changed);
  return row;
}

export function checkEmail(address: string): void {
  if (!/^[^\s@]+@[^\s@]+$/.test(address)) throw invalid(`Invalid email address: ${address}`, { param: 'email', code: 'email_invalid' });
}

function fill(sim: Sim, row: Customer, input: CustomerInput): void {
  if (input.email) checkEmail(input.email);
  row.metadata = mergeMetadata(row.metadata, input.metadata);
  if (input.cash_balance) setCashBalance(sim, row.id, input.cash_balance);
  for (const field of COPIED) {
    const value = input[field];
    if (value !== undefined) Object.assign(row, { [field]: value === '' ? null : value });
  }
  for (const field of ['business_name', 'individual_name'] as const) {
    // shown only where there is one
    if (input[field] === '') delete row[field];
    else if (input[field] !== undefined) row[field] = input[field];
  }
  if (input.shipping !== undefined) Object.assign(row, { shipping: shippingOf(input.shipping) });
  if (input.address !== undefined) {
    const empty = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };
    Object.assign(row, { address: input.address === '' ? null : { ...empty, ...input.address } });
  }
  const preferred = input.invoice_settings?.default_payment_method;
  if (preferred !== undefined) {
    if (preferred && sim.paymentMethods.get(preferred)?.customer !== row.id) {
      throw invalid(`The customer does not have a payment method with the ID ${preferred}.`, {
        param: 'invoice_settings[default_payment_method]',
        code: 'resource_missing',
      });
    }
    row.invoice_settings = { ...row.invoice_settings, default_payment_method: preferred || null };
  }
}

/** Deletes a customer; their payment methods are detached. */
export function deleteCustomer(sim: Sim, row: Customer): { id: string; object: string; deleted: true } {
  for (const pm of sim.paymentMethods.rows) {
    if (pm.customer !== row.id) continue;
    pm.customer = null;
    sim.paymentMethods.save(pm);
    const wallet = sim.wallets.get(pm.id)!;
    wallet.spent = true;
    sim.wallets.save(wallet);
  }
  sim.events.emit('customer.deleted', row);
  row.deleted = true;
  sim.customers.save(row);
  return { id: row.id, object: 'customer', deleted: true };
}
