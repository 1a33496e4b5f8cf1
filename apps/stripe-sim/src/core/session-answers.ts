import { answered, madeUp, type CustomField } from './custom-fields.js';
import { checkEmail, updateCustomer } from './customers.js';
import type { Address, CheckoutSession } from './objects.js';
import { planOf } from './session-plan.js';
import { invalid } from './refusal.js';
import type { Sim } from './sim.js';

/** What a page asks beside the payment method. */
export interface Answers {
  email?: string | undefined;
  name?: string | undefined;
  phone?: string | undefined;
  address?: Partial<Address> | undefined;
  /** By the key of the merchant's question. */
  fields?: Record<string, string> | undefined;
  terms?: boolean;
  promotions?: boolean;
  /** Says yes to everything and makes up what was not said: a payer without a browser, or in a hurry. */
  obliging?: boolean;
}

const NO_ADDRESS: Address = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };
const SOME_ADDRESS = { line1: '1 Simulated Street', city: 'London', postal_code: 'SW1A 1AA', country: 'GB' };
const SOME_PHONE = '+441632960000';

export const asksPhone = (row: CheckoutSession): boolean => Boolean((row.phone_number_collection as { enabled?: boolean } | null)?.enabled);
export const asksAddress = (row: CheckoutSession): boolean => row.billing_address_collection === 'required';
export const consentAsked = (row: CheckoutSession): { terms: boolean; promotions: boolean } => {
  const asked = row.consent_collection as { terms_of_service?: string | null; promotions?: string | null } | null;
  return { terms: asked?.terms_of_service === 'required', promotions: asked?.promotions === 'auto' };
};

export function customerDetails(email: string | null, name: string | null, phone?: string, address?: Partial<Address>) {
  return {
    address: { ...NO_ADDRESS, ...address },
    business_name: null,
    email,
    individual_name: null,
    name,
    phone: phone ?? null,
    tax_exempt: 'none',
    tax_ids: [],
  };
}

/** The answers as they will be kept, with what an obliging payer leaves to us. Refuses what is missing. */
export function completeAnswers(row: CheckoutSession, given: Answers): Answers {
  const need = (param: string) => invalid(`Please fill in: ${param}.`, { param, code: 'parameter_missing' });
  if (given.email) checkEmail(given.email);
  const phone = given.phone || (asksPhone(row) && given.obliging ? SOME_PHONE : undefined);
  if (asksPhone(row) && !phone) throw need('phone');
  const address = asksAddress(row) && given.obliging ? { ...SOME_ADDRESS, ...given.address } : given.address;
  for (const line of ['line1', 'postal_code', 'country'] as const) if (asksAddress(row) && !address?.[line]) throw need(line);
  const { terms } = consentAsked(row);
  if (terms && !given.terms && !given.obliging) throw need('terms_of_service');
  return { ...given, phone, address };
}

/** Writes on the session what the payer has said; a customer of the merchant's is brought up to date if that was asked for. */
export function keepAnswers(sim: Sim, row: CheckoutSession, given: Answers): void {
  const known = row.customer ? sim.customers.get(row.customer) : undefined;
  const { terms, promotions } = consentAsked(row);
  const fields = (row.custom_fields as CustomField[]).map((field) =>
    answered(field, given.fields?.[field.key] || (given.obliging && !field.optional ? madeUp(field) : '')),
  );
  row.custom_fields = fields;
  row.customer_details = customerDetails(
    given.email ?? row.customer_email ?? known?.email ?? null,
    given.name ?? known?.name ?? null,
    given.phone,
    given.address,
  );
  if (terms || promotions)
    row.consent = {
      promotions: promotions ? (given.promotions ? 'opt_in' : 'opt_out') : null,
      terms_of_service: terms ? 'accepted' : null,
    };
  const { customerUpdate } = planOf(sim, row.id);
  if (!known || !customerUpdate) return;
  updateCustomer(sim, known, {
    ...(customerUpdate.name === 'auto' && given.name ? { name: given.name } : {}),
    ...(customerUpdate.address === 'auto' && given.address ? { address: filled(given.address) } : {}),
  });
}

const filled = (address: Partial<Address>): Record<string, string> =>
  Object.fromEntries(Object.entries(address).filter((entry): entry is [string, string] => Boolean(entry[1])));
