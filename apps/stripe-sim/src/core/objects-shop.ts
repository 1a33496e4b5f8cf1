import type { Base } from './objects.js';

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
  shippable?: boolean | null;
  deleted?: true;
}

export interface WebhookEndpoint extends Base {
  api_version: string | null;
  description: string | null;
  enabled_events: string[];
  status: 'enabled' | 'disabled';
  url: string;
}
