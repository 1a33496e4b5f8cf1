import { chargeFailed, chargePending, chargeSucceeded, settleCharge } from './charging.js';
import { docUrl, redirectTo, unexpectedIntent } from './intents-common.js';
import { expectMandate, newMandate } from './mandates.js';
import { optionFor } from './method-options.js';
import type { Charge, Mandate, PaymentIntent, PaymentMethod } from './objects.js';
import { spent, tieToCustomer } from './attachment.js';
import { invalid, Refusal } from './refusal.js';
import type { Sim } from './sim.js';
import { decide, type Verdict } from './wallet.js';

export interface ConfirmInput {
  off_session?: boolean | string;
  mandate?: string;
  mandate_data?: unknown;
  return_url?: string;
  error_on_requires_action?: boolean;
  setup_future_usage?: string;
  /** The payer has just passed the bank's page. */
  authenticated?: boolean;
}

const CONFIRMABLE = ['requires_payment_method', 'requires_confirmation', 'requires_action'];

/** Refuses, before anything is changed, what cannot be confirmed: wrong state, no method, someone else's, used up, no mandate. */
export function checkConfirmable(sim: Sim, row: PaymentIntent, methodId: string | null | undefined, input: ConfirmInput): void {
  if (!CONFIRMABLE.includes(row.status) || (row.status === 'requires_action' && input.off_session)) throw unexpectedIntent(row, 'confirm');
  if (input.off_session && (input.setup_future_usage ?? row.setup_future_usage)) {
    const message =
      'You cannot confirm with the `off_session` parameter when `setup_future_usage` is also set on the PaymentIntent, because you cannot set up future usages when processing payments off-session.';
    throw invalid(message, { param: 'off_session', payment_intent: row });
  }
  if (!methodId) {
    const message = `You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.`;
    throw invalid(message, { code: 'payment_intent_unexpected_state', payment_intent: row });
  }
  const pm = sim.paymentMethods.get(methodId);
  if (pm) checkUsable(sim, pm, row.customer);
  if (pm && pm.type !== 'card') checkMandate(sim, pm, input);
}

/** Refuses a payment method that is another customer's, or may not be used again. */
export function checkUsable(sim: Sim, pm: PaymentMethod, customer: string | null): void {
  if (pm.customer && pm.customer !== customer) {
    const message = customer
      ? `The customer does not have a payment method with the ID ${pm.id}. The payment method must be attached to the customer.`
      : `The provided PaymentMethod cannot be used with this PaymentIntent: it is attached to a Customer (${pm.customer}), please include that Customer.`;
    throw invalid(message, { param: 'payment_method', code: 'resource_missing' });
  }
  if (sim.wallets.get(pm.id)!.spent) throw spent();
}

/** Asks the bank. Throws Stripe's 402 when it says no; the intent then waits for another payment method. */
export function confirmIntent(sim: Sim, row: PaymentIntent, input: ConfirmInput): PaymentIntent {
  checkConfirmable(sim, row, row.payment_method, input);
  const pm = sim.paymentMethods.get(row.payment_method!)!;
  if (pm.type !== 'card') return confirmDebit(sim, row, pm, input);
  const authenticated = input.authenticated ?? false;
  const verdict = decide(sim.wallets.get(pm.id)!, { offSession: Boolean(input.off_session), authenticated });
  if (verdict.is === 'no') throw declined(sim, row, pm, verdict, authenticated);
  if (verdict.is === 'authenticate') return askBank(sim, row, pm, input);
  const charge = chargeSucceeded(sim, row, pm, authenticated);
  keepMethod(sim, row, pm, authenticated);
  row.latest_charge = charge.id;
  row.last_payment_error = null;
  row.next_action = null;
  return charge.captured ? succeed(sim, row, charge) : awaitCapture(sim, row);
}

function askBank(sim: Sim, row: PaymentIntent, pm: PaymentMethod, input: ConfirmInput): PaymentIntent {
  if (input.error_on_requires_action) {
    throw declined(sim, row, pm, { is: 'no', code: 'authentication_required', decline: 'authentication_required' }, false);
  }
  row.status = 'requires_action';
  row.next_action = redirectTo(sim, row.id, input.return_url ?? null);
  sim.paymentIntents.save(row);
  sim.events.emit('payment_intent.requires_action', row);
  return row;
}

/** The money is there. */
export function succeed(sim: Sim, row: PaymentIntent, charge: Charge): PaymentIntent {
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
  const usage = optionFor(row.payment_method_options, pm.type, 'setup_future_usage') ?? row.setup_future_usage;
  if (usage && usage !== 'none' && row.customer) {
    tieToCustomer(sim, pm, row.customer);
    wallet.setUp ||= authenticated || usage === 'off_session';
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
  row.last_payment_error = { ...error, ...(pm ? { payment_method: { ...pm } } : {}) };
  sim.paymentIntents.save(row);
  sim.events.emit('payment_intent.payment_failed', row);
  const body = { ...error, payment_intent: row, ...(pm ? { payment_method: pm } : {}) };
  return new Refusal(402, body as unknown as Refusal['body']);
}

function mandateFor(sim: Sim, pm: PaymentMethod, input: ConfirmInput): Mandate | undefined {
  if (input.mandate) return expectMandate(sim, input.mandate, pm);
  return sim.mandates.rows.find((m) => m.payment_method === pm.id && m.status !== 'inactive');
}

/** Refuses a debit that nobody agreed to. */
export function checkMandate(sim: Sim, pm: PaymentMethod, input: ConfirmInput): void {
  if (mandateFor(sim, pm, input) || input.mandate_data) return;
  const message = 'This payment method needs an active mandate: pass mandate or mandate_data.';
  throw invalid(message, { code: 'payment_intent_mandate_invalid', param: 'mandate' });
}

function confirmDebit(sim: Sim, row: PaymentIntent, pm: PaymentMethod, input: ConfirmInput): PaymentIntent {
  const mandate = mandateFor(sim, pm, input) ?? newMandate(sim, pm, input.mandate_data);
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
