import { checkAmount } from './amounts.js';
import { fresh } from './description.js';
import { checkTypeOffered, eligibleTypes, expectCustomer, mergeMetadata, unexpectedIntent } from './intents-common.js';
import type { Metadata, PaymentIntent, PaymentMethod } from './objects.js';
import { methodOptions, shippingOf } from './method-options.js';
import { createMethod, useMethod, type MethodInput } from './payment-methods.js';
import { invalid } from './refusal.js';
import type { Sim } from './sim.js';

export interface IntentInput {
  amount?: number;
  currency?: string;
  customer?: string;
  payment_method?: string;
  payment_method_data?: MethodInput;
  capture_method?: PaymentIntent['capture_method'];
  description?: string;
  metadata?: Metadata | '';
  receipt_email?: string;
  setup_future_usage?: string;
  shipping?: unknown;
  statement_descriptor?: string;
  statement_descriptor_suffix?: string;
  transfer_group?: string;
  allowed_payment_method_types?: string[];
  excluded_payment_method_types?: string[];
  automatic_payment_methods?: { enabled: boolean; allow_redirects?: string };
  payment_method_options?: PaymentIntent['payment_method_options'];
}

export function createIntent(sim: Sim, input: IntentInput): PaymentIntent {
  checkAmount(input.amount!, input.currency!);
  if (input.customer) expectCustomer(sim, input.customer);
  const types = eligibleTypes(input.currency!, input.allowed_payment_method_types, input.excluded_payment_method_types);
  const id = sim.ids.next('pi_');
  const row = fresh<PaymentIntent>('payment_intent', {
    id,
    allowed_payment_method_types: input.allowed_payment_method_types ?? null,
    amount: input.amount!,
    automatic_payment_methods: {
      allow_redirects: input.automatic_payment_methods?.allow_redirects ?? 'always',
      enabled: input.automatic_payment_methods?.enabled ?? true,
    },
    capture_method: input.capture_method ?? 'automatic_async',
    client_secret: `${id}_secret_${sim.ids.next('', 25)}`,
    confirmation_method: 'automatic',
    created: sim.clock.seconds(),
    currency: input.currency!,
    ...(input.excluded_payment_method_types ? { excluded_payment_method_types: input.excluded_payment_method_types } : {}),
    metadata: mergeMetadata({}, input.metadata),
    payment_method_options: methodOptions('payment', input.payment_method_options),
    payment_method_types: types,
    status: 'requires_payment_method',
  });
  checkDescriptors(sim, row, input);
  setMethod(row, methodGiven(sim, types, input));
  copyFields(row, input);
  sim.paymentIntents.save(row);
  sim.events.emit('payment_intent.created', row);
  return row;
}

/** Changes an intent. Everything is checked before anything is changed. */
export function updateIntent(sim: Sim, row: PaymentIntent, input: IntentInput): PaymentIntent {
  const open = ['requires_payment_method', 'requires_confirmation', 'requires_action'].includes(row.status);
  const touchesMoney = input.amount !== undefined || input.currency || input.payment_method || input.payment_method_data || input.customer;
  if (!open && touchesMoney) throw unexpectedIntent(row, 'update');
  const amount = input.amount ?? row.amount;
  const currency = input.currency ?? row.currency;
  if (amount !== row.amount || currency !== row.currency) checkAmount(amount, currency);
  if (input.customer) expectCustomer(sim, input.customer);
  checkDescriptors(sim, row, input);
  const metadata = mergeMetadata(row.metadata, input.metadata);
  const allowed = input.allowed_payment_method_types ?? row.allowed_payment_method_types ?? undefined;
  const excluded = input.excluded_payment_method_types ?? row.excluded_payment_method_types ?? undefined;
  const types = eligibleTypes(currency, allowed, excluded);
  setMethod(row, methodGiven(sim, types, input));
  row.payment_method_types = types;
  if (allowed) row.allowed_payment_method_types = allowed;
  if (excluded) row.excluded_payment_method_types = excluded;
  Object.assign(row, { amount, currency, metadata });
  copyFields(row, input);
  return sim.paymentIntents.save(row);
}

function checkDescriptors(sim: Sim, row: PaymentIntent, input: IntentInput): void {
  if (input.statement_descriptor && row.payment_method_types.includes('card')) {
    const message = 'The statement_descriptor parameter is not supported for card payments. Use statement_descriptor_suffix instead.';
    throw invalid(message, { param: 'statement_descriptor' });
  }
  const longest = 22 - sim.config.statementPrefix.length - 2;
  if (input.statement_descriptor_suffix && input.statement_descriptor_suffix.length > Math.max(longest, 10)) {
    const message = 'The statement descriptor suffix is too long: with the prefix it must be at most 22 characters.';
    throw invalid(message, { param: 'statement_descriptor_suffix' });
  }
}

function methodGiven(sim: Sim, types: string[], input: IntentInput): PaymentMethod | undefined {
  const pm = input.payment_method_data
    ? createMethod(sim, input.payment_method_data)
    : input.payment_method
      ? useMethod(sim, input.payment_method)
      : undefined;
  if (pm) checkTypeOffered(pm, types);
  return pm;
}

function setMethod(row: PaymentIntent, pm: PaymentMethod | undefined): void {
  if (!pm) return;
  row.payment_method = pm.id;
  if (row.status === 'requires_payment_method') row.status = 'requires_confirmation';
}

const COPIED = [
  'capture_method',
  'customer',
  'description',
  'receipt_email',
  'setup_future_usage',
  'statement_descriptor',
  'statement_descriptor_suffix',
  'transfer_group',
] as const;

function copyFields(row: PaymentIntent, input: IntentInput): void {
  if (input.shipping !== undefined) row.shipping = shippingOf(input.shipping);
  if (input.payment_method_options) {
    row.payment_method_options = methodOptions('payment', input.payment_method_options, row.payment_method_options);
  }
  for (const field of COPIED) {
    const value = input[field];
    if (value !== undefined) Object.assign(row, { [field]: value === '' ? null : value });
  }
}
