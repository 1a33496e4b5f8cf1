/**
 * The objects the simulator keeps, as far as its own code touches their fields; the rest of each comes from the
 * description's blanks. Amounts are whole minor units of the currency beside them and times epoch seconds, as on
 * Stripe's wire, where both are JSON numbers.
 */
export type * from './objects-money.js';
export type * from './objects-shop.js';

export type Metadata = Record<string, string>;

export interface Base {
  id: string;
  object: string;
  created: number;
  livemode: boolean;
  metadata: Metadata;
}

export interface Address {
  city: string | null;
  country: string | null;
  line1: string | null;
  line2: string | null;
  postal_code: string | null;
  state: string | null;
}

export interface BillingDetails {
  address: Address | null;
  email: string | null;
  name: string | null;
  phone: string | null;
  tax_id: string | null;
}

export interface Customer extends Base {
  deleted?: true;
  email: string | null;
  name: string | null;
  phone: string | null;
  description: string | null;
  invoice_settings: { default_payment_method: string | null; [field: string]: unknown };
  test_clock?: string | null;
  business_name?: string;
  individual_name?: string;
}

export interface CardFacts {
  brand: string;
  country: string;
  exp_month: number;
  exp_year: number;
  fingerprint: string;
  funding: string;
  last4: string;
  [field: string]: unknown;
}

export interface PaymentMethod extends Base {
  type: string;
  customer: string | null;
  billing_details: BillingDetails;
  allow_redisplay: string;
  card?: CardFacts;
  bacs_debit?: { sort_code: string; last4: string; fingerprint: string };
  sepa_debit?: { last4: string; country: string; [field: string]: unknown };
}

export interface LastError {
  type: string;
  code?: string;
  message?: string;
  [field: string]: unknown;
}

export type PaymentIntentStatus =
  | 'requires_payment_method'
  | 'requires_confirmation'
  | 'requires_action'
  | 'processing'
  | 'requires_capture'
  | 'canceled'
  | 'succeeded';

export interface PaymentIntent extends Base {
  status: PaymentIntentStatus;
  amount: number;
  amount_capturable: number;
  amount_received: number;
  currency: string;
  customer: string | null;
  payment_method: string | null;
  payment_method_types: string[];
  latest_charge: string | null;
  last_payment_error: LastError | null;
  next_action: unknown;
  capture_method: 'automatic' | 'automatic_async' | 'manual';
  canceled_at: number | null;
  cancellation_reason: string | null;
  description: string | null;
  receipt_email: string | null;
  setup_future_usage: string | null;
  shipping: unknown;
  statement_descriptor: string | null;
  statement_descriptor_suffix: string | null;
  transfer_group: string | null;
  processing: unknown;
  client_secret: string;
  payment_method_options: Record<string, Record<string, unknown>> | null;
  confirmation_method: string;
  automatic_payment_methods: unknown;
  allowed_payment_method_types: string[] | null;
  excluded_payment_method_types: string[] | null;
}

export type SetupIntentStatus =
  | 'requires_payment_method'
  | 'requires_confirmation'
  | 'requires_action'
  | 'processing'
  | 'canceled'
  | 'succeeded';

export interface SetupIntent extends Base {
  status: SetupIntentStatus;
  customer: string | null;
  payment_method: string | null;
  payment_method_types: string[];
  mandate: string | null;
  latest_attempt: string | null;
  last_setup_error: LastError | null;
  next_action: unknown;
  cancellation_reason: string | null;
  description: string | null;
  usage: string;
  client_secret: string;
  payment_method_options: Record<string, Record<string, unknown>> | null;
  automatic_payment_methods: unknown;
  excluded_payment_method_types: string[] | null;
  allowed_payment_method_types: string[] | null;
}

export interface SetupAttempt extends Omit<Base, 'metadata'> {
  customer: string | null;
  payment_method: string;
  payment_method_details: unknown;
  setup_error: LastError | null;
  setup_intent: string;
  status: string;
  usage: string;
}

export interface Charge extends Base {
  status: 'succeeded' | 'pending' | 'failed';
  amount: number;
  amount_captured: number;
  amount_refunded: number;
  balance_transaction: string | null;
  billing_details: BillingDetails;
  calculated_statement_descriptor: string | null;
  captured: boolean;
  currency: string;
  customer: string | null;
  description: string | null;
  disputed: boolean;
  failure_balance_transaction: string | null;
  failure_code: string | null;
  failure_message: string | null;
  fraud_details: unknown;
  outcome: unknown;
  paid: boolean;
  payment_intent: string | null;
  payment_method: string | null;
  payment_method_details: { type: string; [field: string]: unknown };
  receipt_email: string | null;
  receipt_url: string | null;
  refunded: boolean;
  shipping: unknown;
  statement_descriptor: string | null;
  statement_descriptor_suffix: string | null;
  transfer_group: string | null;
}
