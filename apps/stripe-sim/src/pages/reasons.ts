import type { CustomField } from '../core/custom-fields.js';
import type { CheckoutSession } from '../core/objects.js';
import type { Refusal } from '../core/refusal.js';
import { fill, type Words } from './words.js';

/** A refusal as the payer reads it: a sentence in their language, and the field of the page that it is about. */
export interface Said {
  error: string;
  wrong?: string | undefined;
}

const FIELDS: Record<string, { name: string; label: keyof Words }> = {
  number: { name: 'number', label: 'number' },
  'card[number]': { name: 'number', label: 'number' },
  exp_month: { name: 'expiry', label: 'expiry' },
  exp_year: { name: 'expiry', label: 'expiry' },
  cvc: { name: 'cvc', label: 'cvc' },
  'bacs_debit[sort_code]': { name: 'sort_code', label: 'sortCode' },
  'bacs_debit[account_number]': { name: 'account_number', label: 'account' },
  email: { name: 'email', label: 'email' },
  phone: { name: 'phone', label: 'phone' },
  line1: { name: 'line1', label: 'line1' },
  postal_code: { name: 'postal_code', label: 'postalCode' },
  country: { name: 'country', label: 'country' },
  terms_of_service: { name: 'terms', label: 'terms' },
};

/** What the page says to a refusal. */
export function inPayersWords(words: Words, row: CheckoutSession, { status, body }: Refusal): Said {
  const asked = (row.custom_fields as CustomField[]).find((f) => body.param === `custom_fields[${f.key}]`);
  if (asked) return { error: fill(words.fillIn, { field: asked.label.custom }), wrong: `field_${asked.key}` };
  const field = FIELDS[body.param ?? ''];
  if (body.code === 'parameter_missing') {
    return { error: fill(words.fillIn, { field: field ? String(words[field.label]) : (body.param ?? '') }), wrong: field?.name };
  }
  const message = words.reasons[body.decline_code ?? ''] ?? words.reasons[body.code ?? ''] ?? body.message;
  return { error: status === 402 ? fill(words.declined, { message }) : message, wrong: field?.name };
}
