import { checkAmount } from './amounts.js';
import { fresh } from './description.js';
import { eligibleTypes, expectCustomer, mergeMetadata } from './intents-common.js';
import type { CheckoutSession, LineItem, Metadata } from './objects.js';
import type { IntentInput } from './intent-draft.js';
import { createPrice, type PriceInput } from './catalogue.js';
import { badParam, invalid, noSuch } from './refusal.js';
import { createSetup } from './setup-intents.js';
import type { Sim } from './sim.js';

export interface LineInput {
  price?: string;
  price_data?: PriceInput;
  quantity?: number;
}

export interface SessionInput {
  mode?: string;
  ui_mode?: string;
  success_url?: string;
  cancel_url?: string;
  return_url?: string;
  customer?: string;
  customer_email?: string;
  customer_creation?: string;
  currency?: string;
  line_items?: LineInput[];
  expires_at?: number;
  client_reference_id?: string;
  locale?: string;
  submit_type?: string;
  metadata?: Metadata | '';
  allowed_payment_method_types?: string[];
  custom_text?: Record<string, { message: string } | ''>;
  consent_collection?: Record<string, unknown>;
  adaptive_pricing?: { enabled?: boolean };
  after_expiration?: { recovery?: { enabled: boolean } };
  payment_intent_data?: IntentInput;
  setup_intent_data?: { description?: string; metadata?: Metadata };
  billing_address_collection?: string;
  phone_number_collection?: { enabled: boolean };
  payment_method_options?: Record<string, unknown>;
}

const MINUTE = 60;

/** What a session promises its page, beyond what the object shows. */
export interface SessionPlan {
  payment: IntentInput;
  returnUrl: string | null;
}

export const planOf = (sim: Sim, id: string): SessionPlan => sim.notes.get(`plan:${id}`)!.value as SessionPlan;

export function createSession(sim: Sim, input: SessionInput): CheckoutSession {
  const mode = checkShape(input);
  if (input.customer) expectCustomer(sim, input.customer);
  const expiresAt = expiry(sim, input.expires_at);
  const id = sim.ids.next('cs_test_', 58);
  const items = mode === 'payment' ? readItems(sim, input.line_items ?? [], input.currency) : [];
  const currency = items[0]?.currency ?? input.currency ?? null;
  const total = items.reduce((sum, i) => sum + i.amount_total, 0);
  if (mode === 'payment' && total > 0) checkAmount(total, currency!, 'line_items');
  const types = eligibleTypes(currency, input.allowed_payment_method_types);
  const hosted = (input.ui_mode ?? 'hosted_page') === 'hosted_page';
  const setup =
    mode === 'setup'
      ? createSetup(sim, {
          ...(input.customer ? { customer: input.customer } : {}),
          ...input.setup_intent_data,
          ...(input.allowed_payment_method_types ? { allowed_payment_method_types: types } : {}),
        })
      : null;
  const row = fresh<CheckoutSession>('checkout.session', {
    id,
    adaptive_pricing: { enabled: input.adaptive_pricing?.enabled ?? false },
    after_expiration: null,
    allowed_payment_method_types: input.allowed_payment_method_types ?? null,
    amount_subtotal: mode === 'payment' ? total : null,
    amount_total: mode === 'payment' ? total : null,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: input.billing_address_collection ?? null,
    cancel_url: input.cancel_url ?? null,
    client_reference_id: input.client_reference_id ?? null,
    client_secret: hosted ? null : `${id}_secret_${sim.ids.next('', 25)}`,
    consent_collection: consentCollection(input.consent_collection),
    created: sim.clock.seconds(),
    currency,
    custom_text: customText(input.custom_text),
    customer: input.customer ?? null,
    customer_creation: mode === 'payment' && !input.customer ? (input.customer_creation ?? 'if_required') : null,
    customer_details: details(sim, input),
    customer_email: input.customer_email ?? null,
    expires_at: expiresAt,
    locale: input.locale ?? null,
    metadata: mergeMetadata({}, input.metadata),
    mode,
    payment_method_collection: mode === 'setup' ? 'always' : 'if_required',
    payment_method_options: input.payment_method_options ?? { card: { request_three_d_secure: 'automatic' } },
    payment_method_types: types,
    payment_status: mode === 'setup' || total === 0 ? 'no_payment_required' : 'unpaid',
    phone_number_collection: { enabled: input.phone_number_collection?.enabled ?? false },
    setup_intent: setup?.id ?? null,
    shipping_options: [],
    status: 'open',
    submit_type: input.submit_type ?? null,
    success_url: input.success_url ?? null,
    total_details: mode === 'payment' ? { amount_discount: 0, amount_shipping: 0, amount_tax: 0 } : null,
    ui_mode: input.ui_mode ?? 'hosted_page',
    url: hosted ? `${sim.baseUrl}/c/pay/${id}` : null,
    ...(hosted ? {} : { return_url: input.return_url ?? null }),
  } as Partial<CheckoutSession> & { id: string });
  if (!hosted && !input.return_url) delete row.return_url;
  sim.sessions.save(row);
  sim.lineItems.save({ id, items });
  sim.notes.save({
    id: `plan:${id}`,
    value: { payment: input.payment_intent_data ?? {}, returnUrl: input.return_url ?? null } satisfies SessionPlan,
  });
  sim.tasks.add(row.expires_at * 1000, 'session_expires', id, 3);
  return row;
}

function checkShape(input: SessionInput): 'payment' | 'setup' {
  const refuse = (param: string, message: string) => invalid(message, { param });
  if (!input.mode) throw badParam('Missing required param: mode.', 'mode', 'parameter_missing');
  if (input.mode === 'subscription') throw refuse('mode', 'The simulator has no subscriptions.');
  if ((input.ui_mode ?? 'hosted_page') === 'hosted_page' && !input.success_url)
    throw badParam('Missing required param: success_url.', 'success_url', 'parameter_missing');
  for (const param of ['success_url', 'cancel_url', 'return_url'] as const) {
    const url = input[param];
    if (url && !/^https?:\/\/[^\s]+$/.test(url)) throw invalid('Not a valid URL', { param, code: 'url_invalid' });
  }
  if (input.customer && input.customer_email)
    throw refuse('customer_email', 'You may only specify one of these parameters: customer, customer_email.');
  if (input.customer && input.customer_creation)
    throw refuse('customer_creation', 'You may only specify one of these parameters: customer, customer_creation.');
  if (input.mode === 'setup') {
    for (const param of ['line_items', 'payment_intent_data', 'submit_type', 'customer_creation'] as const) {
      if (input[param] !== undefined) throw refuse(param, `You can not pass \`${param}\` in \`setup\` mode.`);
    }
    if (!input.currency && !input.allowed_payment_method_types)
      throw badParam('Missing required param: currency.', 'currency', 'parameter_missing');
    return 'setup';
  }
  if (input.setup_intent_data) throw refuse('setup_intent_data', 'You can not pass `setup_intent_data` in `payment` mode.');
  if (!input.line_items?.length) throw badParam('Missing required param: line_items.', 'line_items', 'parameter_missing');
  if (input.line_items.length > 100) throw refuse('line_items', 'A Checkout Session can have up to 100 line items.');
  return 'payment';
}

function expiry(sim: Sim, wanted: number | undefined): number {
  const now = sim.clock.seconds();
  if (wanted === undefined) return now + 24 * 60 * MINUTE;
  if (wanted < now + 30 * MINUTE)
    throw invalid('The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.', { param: 'expires_at' });
  if (wanted > now + 24 * 60 * MINUTE)
    throw invalid('The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.', { param: 'expires_at' });
  return wanted;
}

const customText = (given: SessionInput['custom_text'] = {}): CheckoutSession['custom_text'] => ({
  after_submit: given.after_submit || null,
  shipping_address: given.shipping_address || null,
  submit: given.submit || null,
  terms_of_service_acceptance: given.terms_of_service_acceptance || null,
});

const consentCollection = (given: SessionInput['consent_collection']): unknown =>
  given
    ? {
        payment_method_reuse_agreement: given.payment_method_reuse_agreement ?? null,
        promotions: given.promotions ?? null,
        terms_of_service: given.terms_of_service ?? null,
      }
    : null;

export function customerDetails(email: string | null, name: string | null): Record<string, unknown> {
  const address = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };
  return { address, business_name: null, email, individual_name: null, name, phone: null, tax_exempt: 'none', tax_ids: [] };
}

function details(sim: Sim, input: SessionInput): Record<string, unknown> | null {
  const email = input.customer ? sim.customers.get(input.customer)!.email : (input.customer_email ?? null);
  return email ? customerDetails(email, null) : null;
}

/** The line items as the session will charge them; all in one currency. */
export function readItems(sim: Sim, lines: LineInput[], currency: string | undefined): LineItem[] {
  return lines.map((line, i) => {
    const at = `line_items[${i}]`;
    const price = line.price
      ? sim.prices.get(line.price)
      : line.price_data
        ? createPrice(sim, line.price_data, `${at}[price_data]`, false)
        : undefined;
    if (line.price && !price) throw noSuch('price', line.price, `${at}[price]`);
    if (!price) throw badParam(`Missing required param: ${at}[price].`, `${at}[price]`, 'parameter_missing');
    if (price.recurring) throw invalid('You specified `payment` mode but passed a recurring price.', { param: 'mode' });
    if (currency && price.currency !== currency)
      throw invalid(`The price's currency (${price.currency}) is not the session's (${currency}).`, { param: at });
    currency = price.currency;
    const quantity = line.quantity;
    if (quantity === undefined) throw badParam(`Missing required param: ${at}[quantity].`, `${at}[quantity]`, 'parameter_missing');
    if (quantity < 1)
      throw invalid('This value must be greater than or equal to 1.', { param: `${at}[quantity]`, code: 'parameter_invalid_integer' });
    const amount = (price.unit_amount ?? 0) * quantity;
    return {
      ...fresh<LineItem>('item', { id: sim.ids.next('li_') }),
      amount_subtotal: amount,
      amount_total: amount,
      currency: price.currency,
      description: sim.products.get(price.product)?.name ?? null,
      price,
      quantity,
    };
  });
}
