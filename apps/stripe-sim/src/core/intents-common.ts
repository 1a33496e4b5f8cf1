import type { Metadata, PaymentIntent, PaymentMethod } from './objects.js';
import { invalid, noSuch, type Refusal } from './refusal.js';
import type { Sim } from './sim.js';

/** Old metadata with the new merged in: an empty value takes a key away, an empty whole takes all. */
export function mergeMetadata(old: Metadata | null | undefined, given: Metadata | '' | undefined): Metadata {
  if (given === undefined) return old ?? {};
  if (given === '') return {};
  const merged = { ...old, ...given };
  const names = Object.keys(merged);
  for (const name of names) if (merged[name] === '') delete merged[name];
  if (names.length > 50 && Object.keys(merged).length > 50) throw invalid('Metadata can have up to 50 keys', { param: 'metadata' });
  return merged;
}

/** `previous_attributes` of an event: the former values of what has changed. */
export const changes = (before: Record<string, unknown>, after: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(after).flatMap(([k, v]) => (JSON.stringify(v) === JSON.stringify(before[k]) ? [] : [[k, before[k] ?? null]])),
  );

export const expectCustomer = (sim: Sim, id: string, param = 'customer'): void => {
  const row = sim.customers.get(id);
  if (!row || row.deleted) throw noSuch('customer', id, param);
};

const HOME: Record<string, string[]> = { card: [], bacs_debit: ['gbp'], sepa_debit: ['eur'] };

/** The kinds of payment method offered: cards, and debits of the currency's own country when the caller names them. */
export function eligibleTypes(currency: string | null, allowed: readonly string[] | undefined, excluded: readonly string[] = []): string[] {
  if (!allowed && excluded.length === 0) return ['card'];
  const offered = allowed ?? ['card'];
  const types = offered.filter(
    (t) => HOME[t] && !excluded.includes(t) && (HOME[t].length === 0 || !currency || HOME[t].includes(currency)),
  );
  if (types.length === 0) {
    throw invalid(`No valid payment method types for this configuration: ${offered.join(', ')}.`, {
      param: allowed ? 'allowed_payment_method_types' : 'excluded_payment_method_types',
    });
  }
  return types;
}

export function checkTypeOffered(pm: PaymentMethod, types: readonly string[]): void {
  if (types.includes(pm.type)) return;
  throw invalid(`The PaymentMethod provided (${pm.type}) is not allowed for this intent, which accepts: ${types.join(', ')}.`, {
    param: 'payment_method',
  });
}

/** `next_action` that sends the payer to the bank's page. */
export const redirectTo = (sim: Sim, intent: string, returnUrl: string | null): unknown =>
  returnUrl
    ? { redirect_to_url: { return_url: returnUrl, url: `${sim.baseUrl}/c/3ds/${intent}` }, type: 'redirect_to_url' }
    : { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'three_d_secure_redirect', stripe_js: `${sim.baseUrl}/c/3ds/${intent}` } };

export const docUrl = (code: string): string => `https://docs.stripe.com/error-codes/${code.replace(/_/g, '-')}`;

/** 400: the intent is not in a state for this verb. Stripe puts the whole intent inside. */
export const unexpectedIntent = (row: PaymentIntent, verb: string): Refusal =>
  invalid(`You cannot ${verb} this PaymentIntent because it has a status of ${row.status}.`, {
    code: 'payment_intent_unexpected_state',
    payment_intent: row,
  });
