import { checkAmount } from './amounts.js';
import { chargeFailed, chargePending, chargeSucceeded, settleCharge } from './charging.js';
import { fresh } from './description.js';
import { checkTypeOffered, docUrl, eligibleTypes, expectCustomer, mergeMetadata, redirectTo } from './intents-common.js';
import { expectMandate, newMandate } from './mandates.js';
import type { Charge, Metadata, PaymentIntent, PaymentMethod } from './objects.js';
import { createMethod, spent, tieToCustomer, useMethod, type MethodInput } from './payment-methods.js';
import { invalid, Refusal } from './refusal.js';
import type { Sim } from './sim.js';
import { decide, type Verdict } from './wallet.js';

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
  automatic_payment_methods?: { enabled: boolean; allow_redirects?: string };
  payment_method_options?: PaymentIntent['payment_method_options'];
  confirmation_method?: string;
}

export interface ConfirmInput {
  off_session?: boolean | string;
  mandate?: string;
  mandate_data?: unknown;
  return_url?: string;
  error_on_requires_action?: boolean;
  /** The payer has just passed the bank's page. */
  authenticated?: boolean;
}

const CONFIRMABLE = ['requires_payment_method', 'requires_confirmation', 'requires_action'];
const CANCELABLE = [...CONFIRMABLE, 'requires_capture'];

const unexpected = (pi: PaymentIntent, verb: string): Refusal =>
  invalid(`You cannot ${verb} this PaymentIntent because it has a status of ${pi.status}.`, {
    code: 'payment_intent_unexpected_state',
    payment_intent: pi,
  });

export function createIntent(sim: Sim, input: IntentInput): PaymentIntent {
  checkAmount(input.amount!, input.currency!);
  if (input.customer) expectCustomer(sim, input.customer);
  const types = eligibleTypes(input.currency!, input.allowed_payment_method_types);
  const id = sim.ids.next('pi_');
  const row = fresh<PaymentIntent>('payment_intent', {
    id,
    allowed_payment_method_types: input.allowed_payment_method_types ?? null,
    amount: input.amount!,
    automatic_payment_methods: { allow_redirects: input.automatic_payment_methods?.allow_redirects ?? 'always', enabled: true },
    capture_method: input.capture_method ?? 'automatic_async',
    client_secret: `${id}_secret_${sim.ids.next('', 25)}`,
    confirmation_method: input.confirmation_method ?? 'automatic',
    created: sim.clock.seconds(),
    currency: input.currency!,
    metadata: mergeMetadata({}, input.metadata),
    payment_method_options: input.payment_method_options ?? {
      card: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' },
    },
    payment_method_types: types,
    status: 'requires_payment_method',
  });
  applyTo(sim, row, input);
  sim.paymentIntents.save(row);
  sim.events.emit('payment_intent.created', row);
  return row;
}

export function updateIntent(sim: Sim, row: PaymentIntent, input: IntentInput): PaymentIntent {
  const open = ['requires_payment_method', 'requires_confirmation', 'requires_action'].includes(row.status);
  const touchesMoney = input.amount !== undefined || input.currency || input.payment_method || input.payment_method_data || input.customer;
  if (!open && touchesMoney) throw unexpected(row, 'update');
  if (input.amount !== undefined || input.currency) {
    checkAmount(input.amount ?? row.amount, input.currency ?? row.currency);
    row.amount = input.amount ?? row.amount;
    row.currency = input.currency ?? row.currency;
  }
  if (input.customer) expectCustomer(sim, input.customer);
  row.metadata = mergeMetadata(row.metadata, input.metadata);
  applyTo(sim, row, input);
  return sim.paymentIntents.save(row);
}

function applyTo(sim: Sim, row: PaymentIntent, input: IntentInput): void {
  if (input.statement_descriptor && row.payment_method_types.includes('card')) {
    const message = 'The statement_descriptor parameter is not supported for card payments. Use statement_descriptor_suffix instead.';
    throw invalid(message, { param: 'statement_descriptor' });
  }
  const longest = 22 - sim.config.statementPrefix.length - 2;
  if (input.statement_descriptor_suffix && input.statement_descriptor_suffix.length > Math.max(longest, 10)) {
    throw invalid(`The statement descriptor suffix is too long: with the prefix it must be at most 22 characters.`, {
      param: 'statement_descriptor_suffix',
    });
  }
  if (input.payment_method_data) setMethod(row, createMethod(sim, input.payment_method_data));
  else if (input.payment_method) setMethod(row, useMethod(sim, input.payment_method));
  const copied = [
    'customer',
    'description',
    'receipt_email',
    'setup_future_usage',
    'shipping',
    'statement_descriptor',
    'statement_descriptor_suffix',
    'transfer_group',
  ] as const;
  for (const field of copied) {
    const value = input[field];
    if (value !== undefined) Object.assign(row, { [field]: value === '' ? null : value });
  }
}

function setMethod(row: PaymentIntent, pm: PaymentMethod): void {
  checkTypeOffered(pm, row.payment_method_types);
  row.payment_method = pm.id;
  if (row.status === 'requires_payment_method') row.status = 'requires_confirmation';
}

function methodFor(sim: Sim, row: PaymentIntent): PaymentMethod {
  const pm = sim.paymentMethods.get(row.payment_method!)!;
  if (pm.customer && pm.customer !== row.customer) {
    const message = row.customer
      ? `The customer does not have a payment method with the ID ${pm.id}. The payment method must be attached to the customer.`
      : `The provided PaymentMethod cannot be used with this PaymentIntent: it is attached to a Customer (${pm.customer}), please include that Customer.`;
    throw invalid(message, { param: 'payment_method', code: 'resource_missing' });
  }
  if (sim.wallets.get(pm.id)!.spent) throw spent();
  return pm;
}

/** Asks the bank. Throws Stripe's 402 when it says no; the intent then waits for another payment method. */
export function confirmIntent(sim: Sim, row: PaymentIntent, input: ConfirmInput): PaymentIntent {
  if (!CONFIRMABLE.includes(row.status) || (row.status === 'requires_action' && input.off_session)) throw unexpected(row, 'confirm');
  if (!row.payment_method) {
    const message = `You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.`;
    throw invalid(message, { code: 'payment_intent_unexpected_state', payment_intent: row });
  }
  const pm = methodFor(sim, row);
  if (pm.type !== 'card') return confirmDebit(sim, row, pm, input);
  const wallet = sim.wallets.get(pm.id)!;
  const authenticated = input.authenticated ?? false;
  const verdict = decide(wallet, { offSession: Boolean(input.off_session), authenticated });
  if (verdict.is === 'no') throw declined(sim, row, pm, verdict, authenticated);
  if (verdict.is === 'authenticate') {
    if (input.error_on_requires_action)
      throw declined(sim, row, pm, { is: 'no', code: 'authentication_required', decline: 'authentication_required' }, false);
    row.status = 'requires_action';
    row.next_action = redirectTo(sim, row.id, input.return_url ?? null);
    sim.paymentIntents.save(row);
    sim.events.emit('payment_intent.requires_action', row);
    return row;
  }
  const charge = chargeSucceeded(sim, row, pm, authenticated);
  keepMethod(sim, row, pm, authenticated);
  row.latest_charge = charge.id;
  row.last_payment_error = null;
  row.next_action = null;
  return charge.captured ? succeed(sim, row, charge) : awaitCapture(sim, row);
}

function succeed(sim: Sim, row: PaymentIntent, charge: Charge): PaymentIntent {
  row.status = 'succeeded';
  row.processing = null;
  row.amount_capturable = 0;
  row.amount_received = charge.amount_captured;
  sim.paymentIntents.save(row);
  sim.events.emit('payment_intent.succeeded', row);
  return row;
}

function awaitCapture(sim: Sim, row: PaymentIntent): PaymentIntent {
  row.status = 'requires_capture';
  row.amount_capturable = row.amount;
  sim.paymentIntents.save(row);
  sim.tasks.add(sim.clock.now() + 7 * 86_400_000, 'authorisation_lapses', row.id);
  sim.events.emit('payment_intent.amount_capturable_updated', row);
  return row;
}

/** What the payer agreed to keep: the method goes to the customer; without one it cannot be used again. */
function keepMethod(sim: Sim, row: PaymentIntent, pm: PaymentMethod, authenticated: boolean): void {
  const wallet = sim.wallets.get(pm.id)!;
  if (row.setup_future_usage && row.customer) {
    tieToCustomer(sim, pm, row.customer);
    wallet.setUp ||= authenticated || row.setup_future_usage === 'off_session';
  } else if (!pm.customer) wallet.spent = true;
  else return;
  sim.wallets.save(wallet);
}

function declined(
  sim: Sim,
  row: PaymentIntent,
  pm: PaymentMethod,
  verdict: Extract<Verdict, { is: 'no' }>,
  authenticated: boolean,
): Refusal {
  const charge = chargeFailed(sim, row, pm, verdict, authenticated);
  row.latest_charge = charge.id;
  return refuse(sim, row, pm, {
    type: 'card_error',
    ...(verdict.advice ? { advice_code: verdict.advice } : {}),
    charge: charge.id,
    code: verdict.code,
    decline_code: verdict.decline,
    doc_url: docUrl(verdict.code),
    message: charge.failure_message!,
    network_decline_code: '01',
  });
}

/** Puts the intent back to waiting for a payment method, remembers why, and makes the 402 that says so. */
export function refuse(
  sim: Sim,
  row: PaymentIntent,
  pm: PaymentMethod | undefined,
  error: { type: string; code: string; message: string; [f: string]: unknown },
): Refusal {
  row.status = 'requires_payment_method';
  row.payment_method = null;
  row.next_action = null;
  row.processing = null;
  row.last_payment_error = { ...error, ...(pm ? { payment_method: pm } : {}) };
  sim.paymentIntents.save(row);
  sim.events.emit('payment_intent.payment_failed', row);
  const body = { ...error, payment_intent: row, ...(pm ? { payment_method: pm } : {}) };
  return new Refusal(402, body as unknown as Refusal['body']);
}

function confirmDebit(sim: Sim, row: PaymentIntent, pm: PaymentMethod, input: ConfirmInput): PaymentIntent {
  const known = sim.mandates.rows.filter((m) => m.payment_method === pm.id);
  const mandate = input.mandate
    ? expectMandate(sim, input.mandate, pm)
    : (known.find((m) => m.status !== 'inactive') ?? (input.mandate_data ? newMandate(sim, pm, input.mandate_data) : undefined));
  if (!mandate) {
    const message = `This payment method needs an active mandate: pass mandate or mandate_data.`;
    throw invalid(message, { code: 'payment_intent_mandate_invalid', param: 'mandate', payment_intent: row });
  }
  const charge = chargePending(sim, row, pm, mandate.id, mandate.status === 'active' ? 4 : 7);
  row.status = 'processing';
  row.processing = null;
  row.latest_charge = charge.id;
  row.last_payment_error = null;
  sim.paymentIntents.save(row);
  sim.events.emit('payment_intent.processing', row);
  return row;
}

/** The bank's answer to a debit has come. */
export function debitSucceeded(sim: Sim, row: PaymentIntent, charge: Charge): void {
  charge.status = 'succeeded';
  charge.paid = true;
  charge.captured = true;
  charge.amount_captured = charge.amount;
  settleCharge(sim, charge);
  sim.events.emit('charge.succeeded', charge);
  succeed(sim, row, charge);
}

export function captureIntent(sim: Sim, row: PaymentIntent, amount = row.amount_capturable): PaymentIntent {
  if (row.status !== 'requires_capture') throw unexpected(row, 'capture');
  if (amount < 1 || amount > row.amount_capturable) {
    throw invalid('The amount to capture must be at least 1 and no more than the authorized amount.', {
      param: 'amount_to_capture',
      code: 'amount_too_large',
    });
  }
  const charge = sim.charges.get(row.latest_charge!)!;
  charge.captured = true;
  charge.amount_captured = amount;
  charge.amount_refunded = charge.amount - amount;
  settleCharge(sim, charge);
  sim.tasks.drop('authorisation_lapses', row.id);
  sim.events.emit('charge.captured', charge);
  return succeed(sim, row, charge);
}

export function cancelIntent(sim: Sim, row: PaymentIntent, reason: string | null): PaymentIntent {
  if (!CANCELABLE.includes(row.status)) throw unexpected(row, 'cancel');
  if (row.latest_charge && row.status === 'requires_capture') {
    const charge = sim.charges.get(row.latest_charge)!;
    charge.refunded = true;
    charge.amount_refunded = charge.amount;
    sim.charges.save(charge);
    sim.tasks.drop('authorisation_lapses', row.id);
  }
  row.status = 'canceled';
  row.canceled_at = sim.clock.seconds();
  row.cancellation_reason = reason;
  row.amount_capturable = 0;
  row.next_action = null;
  sim.paymentIntents.save(row);
  sim.events.emit('payment_intent.canceled', row);
  return row;
}
