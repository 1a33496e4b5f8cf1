import { checkAmount } from './amounts.js';
import { customFields } from './custom-fields.js';
import { fresh } from './description.js';
import { eligibleTypes, expectCustomer, mergeMetadata } from './intents-common.js';
import { methodOptions } from './method-options.js';
import type { CheckoutSession } from './objects.js';
import { readItems } from './line-items.js';
import { checkShape, expiry, type SessionInput } from './session-input.js';
import { customerDetails } from './session-answers.js';
import type { SessionPlan } from './session-plan.js';
import { createSetup } from './setup-intents.js';
import type { Sim } from './sim.js';

export function createSession(sim: Sim, input: SessionInput): CheckoutSession {
  const mode = checkShape(input);
  if (input.customer) expectCustomer(sim, input.customer);
  const expiresAt = expiry(sim, input.expires_at);
  const id = sim.ids.next('cs_test_', 58);
  const items = mode === 'payment' ? readItems(sim, input.line_items ?? [], input.currency) : [];
  const currency = items[0]?.currency ?? input.currency ?? null;
  const total = items.reduce((sum, i) => sum + i.amount_total, 0);
  if (mode === 'payment' && total > 0) checkAmount(total, currency!, 'line_items');
  const types = eligibleTypes(currency, input.allowed_payment_method_types, input.excluded_payment_method_types);
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
    custom_fields: customFields(input.custom_fields),
    custom_text: customText(input.custom_text),
    customer: input.customer ?? null,
    customer_creation: mode === 'payment' && !input.customer ? (input.customer_creation ?? 'if_required') : null,
    customer_details: details(sim, input),
    customer_email: input.customer_email ?? null,
    ...(input.excluded_payment_method_types ? { excluded_payment_method_types: input.excluded_payment_method_types } : {}),
    expires_at: expiresAt,
    locale: input.locale ?? null,
    metadata: mergeMetadata({}, input.metadata),
    mode,
    payment_method_collection: mode === 'setup' ? 'always' : 'if_required',
    payment_method_options: methodOptions('checkout', input.payment_method_options),
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
    value: {
      payment: {
        ...input.payment_intent_data,
        ...(input.payment_method_options ? { payment_method_options: input.payment_method_options } : {}),
      },
      returnUrl: input.return_url ?? null,
      customerUpdate: input.customer_update,
      allowRedisplay: input.payment_method_data?.allow_redisplay,
    } satisfies SessionPlan,
  });
  sim.tasks.add(row.expires_at * 1000, 'session_expires', id, 3);
  return row;
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

function details(sim: Sim, input: SessionInput): Record<string, unknown> | null {
  const email = input.customer ? sim.customers.get(input.customer)!.email : (input.customer_email ?? null);
  return email ? customerDetails(email, null) : null;
}
