import type { Param, Params } from './params.js';
import { Refusal } from './refusal.js';

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

const CONTACT = 'address description email metadata name phone preferred_locales shipping';
const CUSTOMER = `${CONTACT} business_name cash_balance individual_name invoice_prefix invoice_settings next_invoice_sequence tax_exempt`;
const INTENT = `allowed_payment_method_types capture_method customer description excluded_payment_method_types metadata payment_method
  payment_method_data payment_method_options receipt_email setup_future_usage shipping statement_descriptor statement_descriptor_suffix transfer_group`;
const SETUP = `allowed_payment_method_types customer description excluded_payment_method_types metadata payment_method payment_method_data
  payment_method_options`;
const PRODUCT = `active description images marketing_features metadata name package_dimensions shippable statement_descriptor tax_code unit_label url`;

/** What each operation makes use of; one that is not named here makes use of all that the description gives it. */
const HEEDED: Record<string, string> = {
  'POST /v1/balance_settings': 'payments',
  'POST /v1/charges/{id}': 'customer description fraud_details metadata receipt_email shipping transfer_group',
  'POST /v1/checkout/sessions': `adaptive_pricing allowed_payment_method_types billing_address_collection cancel_url client_reference_id
    consent_collection currency custom_fields custom_text customer customer_creation customer_email customer_update
    excluded_payment_method_types expires_at line_items locale metadata mode payment_intent_data payment_method_data payment_method_options
    phone_number_collection return_url setup_intent_data submit_type subscription_data success_url ui_mode`,
  'GET /v1/checkout/sessions': 'customer customer_details payment_intent status',
  'POST /v1/checkout/sessions/{id}': 'line_items metadata',
  'POST /v1/customers': `${CUSTOMER} payment_method test_clock`,
  'POST /v1/customers/{id}': CUSTOMER,
  'POST /v1/disputes/{id}': 'evidence metadata submit',
  'POST /v1/payment_intents': `${INTENT} amount automatic_payment_methods confirm currency error_on_requires_action mandate mandate_data
    off_session return_url`,
  'GET /v1/payment_intents': 'customer',
  'POST /v1/payment_intents/{id}': `${INTENT} amount currency`,
  'POST /v1/payment_intents/{id}/confirm': `allowed_payment_method_types capture_method error_on_requires_action excluded_payment_method_types
    mandate mandate_data off_session payment_method payment_method_data payment_method_options receipt_email return_url setup_future_usage shipping`,
  'POST /v1/payment_intents/{id}/capture': 'amount_to_capture metadata statement_descriptor statement_descriptor_suffix',
  'POST /v1/payment_methods': 'allow_redisplay bacs_debit billing_details card metadata sepa_debit type',
  'GET /v1/payment_methods': 'allow_redisplay customer type',
  'POST /v1/payment_methods/{id}': 'allow_redisplay billing_details card metadata',
  'POST /v1/payment_methods/{id}/attach': 'customer',
  'POST /v1/payouts': 'amount currency description destination metadata method source_type statement_descriptor',
  'POST /v1/prices': `active currency lookup_key metadata nickname product product_data recurring tax_behavior transfer_lookup_key unit_amount
    unit_amount_decimal`,
  'GET /v1/prices': 'active currency lookup_keys product type',
  'POST /v1/prices/{id}': 'active lookup_key metadata nickname tax_behavior transfer_lookup_key',
  'POST /v1/products': `${PRODUCT} default_price_data id`,
  'GET /v1/products': 'active ids shippable url',
  'POST /v1/products/{id}': `${PRODUCT} default_price`,
  'POST /v1/refunds': 'amount charge metadata payment_intent reason',
  'POST /v1/setup_intents': `${SETUP} automatic_payment_methods confirm mandate_data return_url usage`,
  'GET /v1/setup_intents': 'customer payment_method',
  'POST /v1/setup_intents/{id}': SETUP,
  'POST /v1/setup_intents/{id}/confirm':
    'allowed_payment_method_types mandate_data payment_method payment_method_data payment_method_options return_url',
  'POST /v1/test_helpers/test_clocks': 'frozen_time name',
  'POST /v1/webhook_endpoints': 'api_version description enabled_events metadata url',
};

/** Known to Stripe and without consequence here: looks, wallets, what feeds Stripe's own fraud engine, and what every list takes. */
export const WITHOUT_CONSEQUENCE =
  'branding_settings client_secret integration_identifier instructions_email origin_context radar_options use_stripe_sdk wallet_options created ending_before expand limit starting_after'.split(
    ' ',
  );

/** Parts of what is heeded that are not; `*` stands for every item of a list. */
const UNHEEDED_PARTS: Record<string, string> = {
  'POST /v1/balance_settings': 'payments.payouts.automatic_transfer_rules_by_currency payments.settlement_timing.start_of_day',
  'POST /v1/checkout/sessions': `line_items.*.adjustable_quantity line_items.*.dynamic_tax_rates line_items.*.tax_rates
    payment_intent_data.application_fee_amount payment_intent_data.on_behalf_of payment_intent_data.transfer_data setup_intent_data.on_behalf_of`,
  'POST /v1/checkout/sessions/{id}': 'line_items.*.adjustable_quantity line_items.*.tax_rates',
  'POST /v1/customers': 'invoice_settings.custom_fields invoice_settings.footer invoice_settings.rendering_options',
  'POST /v1/customers/{id}': 'invoice_settings.custom_fields invoice_settings.footer invoice_settings.rendering_options',
  'POST /v1/products': 'default_price_data.currency_options default_price_data.custom_unit_amount',
};

const EXTRAS =
  'installments mandate_options request_extended_authorization request_incremental_authorization request_multicapture request_overcapture';
const KANA = 'statement_descriptor_suffix_kana statement_descriptor_suffix_kanji';
const optionsOf = (type: string, names: string): string[] => words(names).map((name) => `payment_method_options.${type}.${name}`);
const debits = (names: string): string[] => ['bacs_debit', 'sepa_debit'].flatMap((type) => optionsOf(type, names));
const PAYMENT_OPTIONS = [...optionsOf('card', `${EXTRAS} ${KANA} cvc_token moto three_d_secure`), ...debits('mandate_options target_date')];
const SETUP_OPTIONS = [...optionsOf('card', 'mandate_options moto three_d_secure'), ...debits('mandate_options')];

/** Options of the payment methods there are; those of methods that are not offered ask for nothing. */
const UNHEEDED_OPTIONS: Record<string, string[]> = {
  'POST /v1/checkout/sessions': [...optionsOf('card', `${EXTRAS} ${KANA} restrictions`), ...debits('mandate_options target_date')],
  'POST /v1/payment_intents': PAYMENT_OPTIONS,
  'POST /v1/payment_intents/{id}': PAYMENT_OPTIONS,
  'POST /v1/payment_intents/{id}/confirm': PAYMENT_OPTIONS,
  'POST /v1/setup_intents': SETUP_OPTIONS,
  'POST /v1/setup_intents/{id}': SETUP_OPTIONS,
  'POST /v1/setup_intents/{id}/confirm': SETUP_OPTIONS,
};

export const heeded = new Map(Object.entries(HEEDED).map(([op, text]) => [op, new Set([...words(text), ...WITHOUT_CONSEQUENCE])]));
const unheededParts = new Map(
  Object.keys(HEEDED).map((op) => [
    op,
    [...words(UNHEEDED_PARTS[op] ?? ''), ...(UNHEEDED_OPTIONS[op] ?? [])].map((path) => path.split('.')),
  ]),
);

/** What a parameter says when it asks for nothing out of the ordinary. */
const ORDINARY = new Set<unknown>([false, '', 'always', 'automatic', 'false', 'never', 'none', 'per_unit']);
const asksForNothing = (value: Param): boolean =>
  typeof value === 'object' ? Object.values(value).every(asksForNothing) : ORDINARY.has(value);

const notSimulated = (op: string, param: string): Refusal =>
  new Refusal(
    501,
    { type: 'api_error', code: 'not_simulated', message: `The Stripe simulator does not perform ${param} of ${op}.`, param },
    false,
    { 'stripe-should-retry': 'false' },
  );

/** Refuses a parameter that Stripe would act on and the simulator would not: 501, naming it, instead of a silence that passes for consent. */
export function mustBeHeeded(op: string, params: Params): void {
  const known = heeded.get(op);
  if (!known) return;
  for (const name in params) if (!known.has(name) && !asksForNothing(params[name]!)) throw notSimulated(op, name);
  for (const path of unheededParts.get(op) ?? []) {
    const found = seek(params, path, '');
    if (found) throw notSimulated(op, found);
  }
}

function seek(value: Param | undefined, path: string[], at: string): string | undefined {
  if (value === undefined) return undefined;
  const [step, ...rest] = path;
  if (step === undefined) return asksForNothing(value) ? undefined : at;
  if (typeof value !== 'object') return undefined;
  if (step === '*')
    return Object.entries(value).reduce<string | undefined>((found, [i, v]) => found ?? seek(v, rest, `${at}[${i}]`), undefined);
  return seek((value as Params)[step], rest, at ? `${at}[${step}]` : step);
}
