import type { CustomFieldInput } from './custom-fields.js';
import type { IntentInput } from './intent-draft.js';
import type { LineInput } from './line-items.js';
import type { Metadata } from './objects.js';
import { badParam, checkUrl, invalid } from './refusal.js';
import type { Sim } from './sim.js';

const MINUTE = 60;

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
  payment_intent_data?: IntentInput;
  setup_intent_data?: { description?: string; metadata?: Metadata };
  billing_address_collection?: string;
  phone_number_collection?: { enabled: boolean };
  payment_method_options?: Record<string, Record<string, unknown>>;
  payment_method_data?: { allow_redisplay?: string };
  excluded_payment_method_types?: string[];
  custom_fields?: CustomFieldInput[];
  customer_update?: { name?: string; address?: string };
  subscription_data?: unknown;
}

/** Refuses what contradicts itself, and says which of the two modes is meant. */
export function checkShape(input: SessionInput): 'payment' | 'setup' {
  const refuse = (param: string, message: string) => invalid(message, { param });
  if (!input.mode) throw badParam('Missing required param: mode.', 'mode', 'parameter_missing');
  if (input.mode === 'subscription') throw refuse('mode', 'The simulator has no subscriptions.');
  if ((input.ui_mode ?? 'hosted_page') === 'hosted_page' && !input.success_url)
    throw badParam('Missing required param: success_url.', 'success_url', 'parameter_missing');
  for (const param of ['success_url', 'cancel_url', 'return_url'] as const) {
    const url = input[param];
    if (url) checkUrl(url, param);
  }
  if (input.customer && input.customer_email)
    throw refuse('customer_email', 'You may only specify one of these parameters: customer, customer_email.');
  if (input.customer && input.customer_creation)
    throw refuse('customer_creation', 'You may only specify one of these parameters: customer, customer_creation.');
  if (input.customer_update && !input.customer) throw refuse('customer_update', '`customer_update` can only be used with `customer`.');
  if (input.subscription_data) throw refuse('subscription_data', 'You can only pass `subscription_data` in `subscription` mode.');
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

/** When the session will end (epoch seconds): 30 minutes to 24 hours from now. */
export function expiry(sim: Sim, wanted: number | undefined): number {
  const now = sim.clock.seconds();
  if (wanted === undefined) return now + 24 * 60 * MINUTE;
  if (wanted < now + 30 * MINUTE)
    throw invalid('The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.', { param: 'expires_at' });
  if (wanted > now + 24 * 60 * MINUTE)
    throw invalid('The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.', { param: 'expires_at' });
  return wanted;
}
