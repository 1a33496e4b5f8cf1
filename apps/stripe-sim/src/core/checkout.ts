import { createCustomer } from './customers.js';
import type { CheckoutSession, PaymentMethod } from './objects.js';
import { confirmIntent } from './intent-confirm.js';
import { createIntent, updateIntent } from './intent-draft.js';
import { cancelIntent } from './intent-finish.js';
import { checkTypeOffered } from './intents-common.js';
import { createMethod, useMethod, type MethodInput } from './payment-methods.js';
import { invalid, noSuch } from './refusal.js';
import { completeAnswers, keepAnswers, type Answers } from './session-answers.js';
import { planOf } from './session-plan.js';
import { cancelSetup, confirmSetup, updateSetup } from './setup-intents.js';
import type { Sim } from './sim.js';

/** What the payer does in the hosted page. */
export interface Payer extends Answers {
  /** A test card number, a `pm_…` id or a `pm_card_…` name. */
  card?: string;
  method?: MethodInput;
  /** Passes the bank's page at once, when there is one. */
  authenticate?: boolean;
}

/** Done, or the payer has to see the bank first, at `url`. */
export type Outcome = { is: 'complete' } | { is: 'action'; url: string };

export function openSession(sim: Sim, id: string): CheckoutSession {
  const row = sim.sessions.get(id);
  if (row?.status === 'open') return row;
  if (!row) throw noSuch('checkout.session', id, 'session');
  throw invalid(`This Checkout Session is no longer open (${row.status}).`, { code: 'checkout_session_not_open' });
}

/** The payer presses the button. Throws Stripe's 402 when the bank says no; the session then stays open. */
export function submitSession(sim: Sim, id: string, payer: Payer): Outcome {
  const row = openSession(sim, id);
  const touched = [row.id, row.customer, row.payment_intent, row.setup_intent].filter((one) => one !== null);
  return sim.attempt(() => submit(sim, row, payer), touched);
}

function submit(sim: Sim, row: CheckoutSession, payer: Payer): Outcome {
  const answers = completeAnswers(row, payer);
  const pm = methodOf(sim, { ...payer, ...answers }, planOf(sim, row.id).allowRedisplay);
  checkTypeOffered(pm, row.payment_method_types);
  keepAnswers(sim, row, answers);
  if (row.mode === 'setup') return submitSetup(sim, row, pm, payer);
  if (row.amount_total === 0) return complete(sim, row, 'no_payment_required');
  return submitPayment(sim, row, pm, payer);
}

function methodOf(sim: Sim, payer: Payer, redisplay: string | undefined): PaymentMethod {
  const { email, name, phone, address } = payer;
  const given = Object.entries({ email, name, phone, address }).filter(([, value]) => value);
  const common = { billing_details: Object.fromEntries(given), ...(redisplay ? { allow_redisplay: redisplay } : {}) };
  if (payer.method) return createMethod(sim, { ...common, ...payer.method });
  const card = payer.card ?? '4242424242424242';
  return card.startsWith('pm_')
    ? useMethod(sim, card, 'payment_method')
    : createMethod(sim, { type: 'card', card: { number: card }, ...common });
}

const pageUrl = (sim: Sim, row: CheckoutSession): string => `${sim.baseUrl}/c/pay/${row.id}`;

function submitSetup(sim: Sim, row: CheckoutSession, pm: PaymentMethod, payer: Payer): Outcome {
  const intent = sim.setupIntents.get(row.setup_intent!)!;
  updateSetup(sim, intent, { payment_method: pm.id });
  confirmSetup(sim, intent, { authenticated: payer.authenticate ?? false, return_url: pageUrl(sim, row) });
  if (intent.status === 'requires_action') return { is: 'action', url: `${sim.baseUrl}/c/3ds/${intent.id}` };
  return complete(sim, row, 'no_payment_required');
}

function submitPayment(sim: Sim, row: CheckoutSession, pm: PaymentMethod, payer: Payer): Outcome {
  const plan = planOf(sim, row.id).payment;
  const customer = row.customer ?? customerWanted(sim, row, payer);
  let intent = row.payment_intent ? sim.paymentIntents.get(row.payment_intent)! : undefined;
  if (!intent) {
    intent = createIntent(sim, {
      ...plan,
      amount: row.amount_total!,
      currency: row.currency!,
      ...(customer ? { customer } : {}),
      ...(row.allowed_payment_method_types ? { allowed_payment_method_types: row.payment_method_types } : {}),
    });
    row.payment_intent = intent.id;
  }
  row.customer = customer;
  sim.sessions.save(row);
  updateIntent(sim, intent, { payment_method: pm.id });
  confirmIntent(sim, intent, { authenticated: payer.authenticate ?? false, return_url: pageUrl(sim, row), mandate_data: {} });
  if (intent.status === 'requires_action') return { is: 'action', url: `${sim.baseUrl}/c/3ds/${intent.id}` };
  return complete(sim, row, intent.status === 'succeeded' ? 'paid' : 'unpaid');
}

function customerWanted(sim: Sim, row: CheckoutSession, payer: Payer): string | null {
  const needed = row.customer_creation === 'always' || planOf(sim, row.id).payment.setup_future_usage;
  const email = payer.email ?? row.customer_email ?? undefined;
  return needed ? createCustomer(sim, { ...(email ? { email } : {}), ...(payer.name ? { name: payer.name } : {}) }).id : null;
}

function complete(sim: Sim, row: CheckoutSession, paymentStatus: CheckoutSession['payment_status']): Outcome {
  row.status = 'complete';
  row.payment_status = paymentStatus;
  row.url = null;
  sim.sessions.save(row);
  sim.tasks.drop('session_expires', row.id);
  sim.events.emit('checkout.session.completed', row);
  return { is: 'complete' };
}

/** The payer comes back from the bank's page of an intent: `row` is its session, if it has one. */
export function finishAuthenticated(sim: Sim, intentId: string): CheckoutSession | undefined {
  const row = sessionOf(sim, intentId);
  if (!row || row.status !== 'open') return row;
  const payment = row.payment_intent === intentId ? sim.paymentIntents.get(intentId) : undefined;
  const setup = row.setup_intent === intentId ? sim.setupIntents.get(intentId) : undefined;
  if (setup?.status === 'succeeded') complete(sim, row, 'no_payment_required');
  if (payment?.status === 'succeeded') complete(sim, row, 'paid');
  if (payment?.status === 'requires_capture') complete(sim, row, 'unpaid');
  return row;
}

export const sessionOf = (sim: Sim, intentId: string): CheckoutSession | undefined =>
  sim.sessions.rows.findLast((s) => s.payment_intent === intentId || s.setup_intent === intentId);

/** Closes an open session; its unfinished intent is cancelled. */
export function expireSession(sim: Sim, row: CheckoutSession): CheckoutSession {
  if (row.status !== 'open') {
    throw invalid(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${row.status}\`.`,
      { param: 'session' },
    );
  }
  row.status = 'expired';
  row.url = null;
  sim.sessions.save(row);
  sim.tasks.drop('session_expires', row.id);
  const payment = row.payment_intent ? sim.paymentIntents.get(row.payment_intent) : undefined;
  if (payment && payment.status !== 'canceled' && payment.status !== 'succeeded') cancelIntent(sim, payment, 'automatic');
  const setup = row.setup_intent ? sim.setupIntents.get(row.setup_intent) : undefined;
  if (setup && setup.status !== 'canceled' && setup.status !== 'succeeded') cancelSetup(sim, setup, null);
  sim.events.emit('checkout.session.expired', row);
  return row;
}

/** A debit made through a session was paid after all. */
export function debitPaid(sim: Sim, intentId: string): void {
  const row = sessionOf(sim, intentId);
  if (!row || row.status !== 'complete') return;
  row.payment_status = 'paid';
  sim.sessions.save(row);
  sim.events.emit('checkout.session.async_payment_succeeded', row);
}

export function debitRefused(sim: Sim, intentId: string): void {
  const row = sessionOf(sim, intentId);
  if (row?.status === 'complete') sim.events.emit('checkout.session.async_payment_failed', row);
}
