import { messageFor } from './cards.js';
import { fresh } from './description.js';
import { checkTypeOffered, docUrl, eligibleTypes, expectCustomer, mergeMetadata, redirectTo } from './intents-common.js';
import { newMandate } from './mandates.js';
import { methodOptions } from './method-options.js';
import type { Metadata, PaymentMethod, SetupAttempt, SetupIntent } from './objects.js';
import { spent, tieToCustomer } from './attachment.js';
import { createMethod, useMethod, type MethodInput } from './payment-methods.js';
import { invalid, Refusal } from './refusal.js';
import type { Sim } from './sim.js';

export interface SetupInput {
  customer?: string;
  payment_method?: string;
  payment_method_data?: MethodInput;
  description?: string;
  metadata?: Metadata | '';
  usage?: string;
  allowed_payment_method_types?: string[];
  excluded_payment_method_types?: string[];
  automatic_payment_methods?: { enabled: boolean; allow_redirects?: string };
  payment_method_options?: Record<string, Record<string, unknown>>;
}

const OPEN = ['requires_payment_method', 'requires_confirmation', 'requires_action'];

const unexpected = (row: SetupIntent, verb: string): Refusal =>
  invalid(`You cannot ${verb} this SetupIntent because it has a status of ${row.status}.`, {
    code: 'setup_intent_unexpected_state',
    setup_intent: row,
  });

export function createSetup(sim: Sim, input: SetupInput): SetupIntent {
  if (input.customer) expectCustomer(sim, input.customer);
  const id = sim.ids.next('seti_');
  const row = fresh<SetupIntent>('setup_intent', {
    id,
    allowed_payment_method_types: input.allowed_payment_method_types ?? null,
    automatic_payment_methods: { allow_redirects: input.automatic_payment_methods?.allow_redirects ?? 'always', enabled: true },
    client_secret: `${id}_secret_${sim.ids.next('', 31)}`,
    created: sim.clock.seconds(),
    metadata: mergeMetadata({}, input.metadata),
    payment_method_options: methodOptions('setup', input.payment_method_options),
    payment_method_types: eligibleTypes(null, input.allowed_payment_method_types, input.excluded_payment_method_types),
    ...(input.excluded_payment_method_types ? { excluded_payment_method_types: input.excluded_payment_method_types } : {}),
    status: 'requires_payment_method',
    usage: input.usage ?? 'off_session',
  });
  apply(sim, row, input);
  sim.setupIntents.save(row);
  sim.events.emit('setup_intent.created', row);
  return row;
}

export function updateSetup(sim: Sim, row: SetupIntent, input: SetupInput): SetupIntent {
  if (!OPEN.includes(row.status) && (input.payment_method || input.payment_method_data || input.customer)) throw unexpected(row, 'update');
  if (input.customer) expectCustomer(sim, input.customer);
  const metadata = mergeMetadata(row.metadata, input.metadata);
  const allowed = input.allowed_payment_method_types ?? row.allowed_payment_method_types ?? undefined;
  const excluded = input.excluded_payment_method_types ?? row.excluded_payment_method_types ?? undefined;
  apply(sim, row, input, eligibleTypes(null, allowed, excluded));
  if (allowed) row.allowed_payment_method_types = allowed;
  if (excluded) row.excluded_payment_method_types = excluded;
  if (input.payment_method_options)
    row.payment_method_options = methodOptions('setup', input.payment_method_options, row.payment_method_options);
  row.metadata = metadata;
  return sim.setupIntents.save(row);
}

function apply(sim: Sim, row: SetupIntent, input: SetupInput, types = row.payment_method_types): void {
  const pm = input.payment_method_data
    ? createMethod(sim, input.payment_method_data)
    : input.payment_method
      ? useMethod(sim, input.payment_method)
      : undefined;
  const customer = input.customer ?? row.customer;
  if (pm) {
    checkTypeOffered(pm, types);
    if (pm.customer && pm.customer !== customer) {
      const message = 'The payment method is attached to another customer.';
      throw invalid(message, { param: 'payment_method', code: 'payment_method_unexpected_state' });
    }
    if (sim.wallets.get(pm.id)!.spent) throw spent();
    row.payment_method = pm.id;
    if (row.status === 'requires_payment_method') row.status = 'requires_confirmation';
  }
  row.customer = customer;
  row.payment_method_types = types;
  if (input.description !== undefined) row.description = input.description || null;
}

/** Asks the bank to agree to later payments. Throws Stripe's 402 when it says no. */
export function confirmSetup(
  sim: Sim,
  row: SetupIntent,
  input: { authenticated?: boolean; mandate_data?: unknown; return_url?: string },
): SetupIntent {
  if (!OPEN.includes(row.status)) throw unexpected(row, 'confirm');
  if (!row.payment_method)
    throw invalid("You cannot confirm this SetupIntent because it's missing a payment method.", {
      code: 'setup_intent_unexpected_state',
      setup_intent: row,
    });
  const pm = sim.paymentMethods.get(row.payment_method)!;
  const wallet = sim.wallets.get(pm.id)!;
  if (wallet.spent) throw spent();
  const behaviour = wallet.behaviour;
  if (behaviour.does === 'decline' && !wallet.attaches) {
    throw failSetup(sim, row, pm, {
      code: behaviour.code,
      decline_code: behaviour.decline,
      ...(behaviour.advice ? { advice_code: behaviour.advice } : {}),
    });
  }
  if (behaviour.does === 'authenticate' && behaviour.when !== 'on_session' && !input.authenticated) {
    row.status = 'requires_action';
    row.next_action = redirectTo(sim, row.id, input.return_url ?? null);
    sim.setupIntents.save(row);
    sim.events.emit('setup_intent.requires_action', row);
    return row;
  }
  if (pm.type !== 'card') row.mandate = newMandate(sim, pm, input.mandate_data).id;
  if (row.customer) tieToCustomer(sim, pm, row.customer);
  wallet.setUp = row.usage === 'off_session';
  sim.wallets.save(wallet);
  row.status = 'succeeded';
  row.next_action = null;
  row.last_setup_error = null;
  row.latest_attempt = attempt(sim, row, pm, 'succeeded', input.authenticated ?? false).id;
  sim.setupIntents.save(row);
  sim.events.emit('setup_intent.succeeded', row);
  return row;
}

/** The setup did not succeed: remembers why, and makes the 402 that says so. */
export function failSetup(
  sim: Sim,
  row: SetupIntent,
  pm: PaymentMethod,
  reason: { code: string; decline_code?: string; advice_code?: string; message?: string },
): Refusal {
  const type = reason.decline_code ? 'card_error' : 'invalid_request_error';
  const error = { type, ...reason, doc_url: docUrl(reason.code), message: reason.message ?? messageFor(reason.code, reason.decline_code) };
  row.status = 'requires_payment_method';
  row.payment_method = null;
  row.next_action = null;
  row.last_setup_error = { ...error, payment_method: { ...pm } };
  row.latest_attempt = attempt(sim, row, pm, 'failed', false).id;
  sim.setupIntents.save(row);
  sim.events.emit('setup_intent.setup_failed', row);
  return new Refusal(402, { ...error, payment_method: pm, setup_intent: row } as unknown as Refusal['body']);
}

function attempt(sim: Sim, row: SetupIntent, pm: PaymentMethod, status: string, authenticated: boolean): SetupAttempt {
  const card = pm.card && {
    brand: pm.card.brand,
    checks: pm.card.checks,
    country: pm.card.country,
    exp_month: pm.card.exp_month,
    exp_year: pm.card.exp_year,
    fingerprint: pm.card.fingerprint,
    funding: pm.card.funding,
    last4: pm.card.last4,
    network: pm.card.brand,
    three_d_secure: authenticated
      ? {
          authentication_flow: 'challenge',
          electronic_commerce_indicator: '05',
          result: 'authenticated',
          result_reason: null,
          transaction_id: null,
          version: '2.2.0',
        }
      : null,
    wallet: null,
  };
  return sim.setupAttempts.save(
    fresh<SetupAttempt>('setup_attempt', {
      id: sim.ids.next('setatt_'),
      created: sim.clock.seconds(),
      customer: row.customer,
      payment_method: pm.id,
      payment_method_details: { [pm.type]: card ?? {}, type: pm.type },
      setup_error: status === 'failed' ? row.last_setup_error : null,
      setup_intent: row.id,
      status,
      usage: row.usage,
    }),
  );
}

export function cancelSetup(sim: Sim, row: SetupIntent, reason: string | null): SetupIntent {
  if (!OPEN.includes(row.status)) throw unexpected(row, 'cancel');
  row.status = 'canceled';
  row.cancellation_reason = reason;
  row.next_action = null;
  sim.setupIntents.save(row);
  sim.events.emit('setup_intent.canceled', row);
  return row;
}
