/**
 * The objects the simulator keeps, as far as its own code touches their fields; the rest of each comes from the
 * description's blanks. Amounts are whole minor units of the currency beside them and times epoch seconds, as on
 * Stripe's wire, where both are JSON numbers.
 */
export type Metadata = Record<string, string>;

interface Base {
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
  'requires_payment_method' | 'requires_confirmation' | 'requires_action' | 'processing' | 'requires_capture' | 'canceled' | 'succeeded';

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
}

export type SetupIntentStatus =
  'requires_payment_method' | 'requires_confirmation' | 'requires_action' | 'processing' | 'canceled' | 'succeeded';

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
  payment_method_options: unknown;
  automatic_payment_methods: unknown;
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

export interface Refund extends Omit<Base, 'livemode'> {
  status: 'pending' | 'requires_action' | 'succeeded' | 'failed' | 'canceled';
  amount: number;
  currency: string;
  charge: string;
  payment_intent: string | null;
  balance_transaction: string | null;
  failure_balance_transaction?: string;
  failure_reason?: string;
  pending_reason?: 'processing' | 'insufficient_funds' | 'charge_pending';
  reason: string | null;
  receipt_number: string | null;
  destination_details?: unknown;
}

export interface BalanceTransaction extends Omit<Base, 'livemode' | 'metadata'> {
  amount: number;
  available_on: number;
  balance_type: string;
  currency: string;
  description: string | null;
  exchange_rate: number | null;
  fee: number;
  fee_details: { amount: number; application: null; currency: string; description: string; type: string }[];
  net: number;
  reporting_category: string;
  source: string | null;
  status: 'pending' | 'available';
  type: string;
}

export interface Payout extends Base {
  amount: number;
  arrival_date: number;
  automatic: boolean;
  balance_transaction: string | null;
  currency: string;
  description: string | null;
  destination: string;
  failure_balance_transaction: string | null;
  failure_code: string | null;
  failure_message: string | null;
  method: string;
  original_payout: string | null;
  reconciliation_status: 'completed' | 'in_progress' | 'not_applicable';
  reversed_by: string | null;
  source_type: string;
  statement_descriptor: string | null;
  status: 'pending' | 'in_transit' | 'paid' | 'failed' | 'canceled';
  trace_id: { status: string; value: string | null } | null;
  type: string;
}

export interface Dispute extends Base {
  amount: number;
  balance_transactions: BalanceTransaction[];
  charge: string;
  currency: string;
  evidence: Record<string, unknown>;
  evidence_details: {
    due_by: number | null;
    enhanced_eligibility: unknown;
    has_evidence: boolean;
    past_due: boolean;
    submission_count: number;
    [f: string]: unknown;
  };
  is_charge_refundable: boolean;
  payment_intent: string | null;
  payment_method_details?: unknown;
  reason: string;
  status: string;
}

export interface Mandate extends Omit<Base, 'created' | 'metadata'> {
  customer_acceptance: unknown;
  payment_method: string;
  payment_method_details: { type: string; [field: string]: unknown };
  status: 'active' | 'inactive' | 'pending';
  type: 'multi_use' | 'single_use';
  multi_use?: unknown;
}

export interface CheckoutSession extends Base {
  status: 'open' | 'complete' | 'expired';
  mode: 'payment' | 'setup';
  payment_status: 'paid' | 'unpaid' | 'no_payment_required';
  amount_subtotal: number | null;
  amount_total: number | null;
  currency: string | null;
  customer: string | null;
  customer_creation: string | null;
  customer_details: Record<string, unknown> | null;
  customer_email: string | null;
  custom_text: Record<string, { message: string } | null>;
  client_reference_id: string | null;
  expires_at: number;
  locale: string | null;
  payment_intent: string | null;
  payment_method_types: string[];
  setup_intent: string | null;
  submit_type: string | null;
  success_url: string | null;
  cancel_url: string | null;
  ui_mode: string;
  url: string | null;
  [field: string]: unknown;
}

export interface LineItem {
  id: string;
  object: 'item';
  amount_discount: number;
  amount_subtotal: number;
  amount_tax: number;
  amount_total: number;
  currency: string;
  description: string | null;
  price: Price;
  quantity: number;
}

export interface Price extends Base {
  active: boolean;
  currency: string;
  product: string;
  unit_amount: number | null;
  unit_amount_decimal: string | null;
  nickname: string | null;
  lookup_key: string | null;
  type: 'one_time' | 'recurring';
  recurring: unknown;
  tax_behavior: string | null;
}

export interface Product extends Base {
  active: boolean;
  name: string;
  description: string | null;
  images: string[];
  default_price: string | null;
  updated: number;
  url: string | null;
  deleted?: true;
}

export interface WebhookEndpoint extends Base {
  api_version: string | null;
  description: string | null;
  enabled_events: string[];
  status: 'enabled' | 'disabled';
  url: string;
}

export interface EarlyFraudWarning extends Omit<Base, 'metadata'> {
  actionable: boolean;
  charge: string;
  fraud_type: string;
  payment_intent: string | null;
}
