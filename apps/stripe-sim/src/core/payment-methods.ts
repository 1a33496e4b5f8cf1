import { hash } from 'node:crypto';
import { findCard, type CardInput } from './card-input.js';
import { cardByToken } from './cards.js';
import { fresh } from './description.js';
import type { BillingDetails, Metadata, PaymentMethod } from './objects.js';
import { invalid, noSuch } from './refusal.js';
import type { Sim } from './sim.js';
import { walletOf, type DebitFate } from './wallet.js';

export interface MethodInput {
  type?: string;
  card?: CardInput;
  bacs_debit?: { account_number?: string; sort_code?: string };
  sepa_debit?: { iban?: string };
  billing_details?: { address?: Record<string, string> | ''; email?: string; name?: string; phone?: string };
  metadata?: Metadata;
  allow_redisplay?: string;
}

const NO_ADDRESS = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };

export function billingDetails(given: MethodInput['billing_details'] = {}): BillingDetails {
  const address = { ...NO_ADDRESS, ...(given.address || {}) };
  return { address, email: given.email || null, name: given.name || null, phone: given.phone || null, tax_id: null };
}

const fingerprint = (text: string): string => hash('sha256', text, 'base64url').replace(/[-_]/g, '0').slice(0, 16);

/** A new payment method from what the caller typed. */
export function createMethod(sim: Sim, input: MethodInput): PaymentMethod {
  const row = fresh<PaymentMethod>('payment_method', {
    id: sim.ids.next('pm_'),
    allow_redisplay: input.allow_redisplay ?? 'unspecified',
    billing_details: billingDetails(input.billing_details),
    created: sim.clock.seconds(),
    metadata: input.metadata ?? {},
    type: input.type ?? 'card',
  });
  if (row.type === 'card') addCard(sim, row, input.card ?? {});
  else if (row.type === 'bacs_debit') addBacs(sim, row, input.bacs_debit ?? {});
  else if (row.type === 'sepa_debit') addSepa(sim, row, input.sepa_debit?.iban ?? '');
  else throw invalid(`The simulator has no payment methods of type ${row.type}.`, { param: 'type' });
  return sim.paymentMethods.save(row);
}

function addCard(sim: Sim, row: PaymentMethod, input: CardInput): void {
  const card = findCard(sim, input);
  const year = input.exp_year ?? new Date(sim.clock.now()).getUTCFullYear() + 4;
  row.card = {
    brand: card.brand,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
    country: card.country,
    display_brand: card.brand,
    exp_month: input.exp_month ?? 12,
    exp_year: year < 100 ? 2000 + year : year,
    fingerprint: fingerprint(card.number),
    funding: card.funding,
    generated_from: null,
    last4: card.number.slice(-4),
    networks: { available: [card.brand], preferred: null },
    regulated_status: 'unregulated',
    three_d_secure_usage: { supported: true },
    wallet: null,
  };
  sim.wallets.save(walletOf(row.id, card));
}

/** Our own table: the last two digits of the account number tell what becomes of a debit. */
const BACS_FATES: Record<string, DebitFate> = {
  '45': 'succeeds',
  '55': 'fails',
  '56': 'fails_late',
  '57': 'mandate_refused',
  '58': 'disputed',
};

function addBacs(sim: Sim, row: PaymentMethod, input: { account_number?: string; sort_code?: string }): void {
  const sort = (input.sort_code ?? '').replace(/\D/g, '');
  const account = input.account_number ?? '';
  if (sort !== '108800')
    throw invalid('The sort code is not one of the test sort codes (108800).', {
      param: 'bacs_debit[sort_code]',
      code: 'routing_number_invalid',
    });
  if (!/^\d{8}$/.test(account))
    throw invalid('The account number must be 8 digits.', { param: 'bacs_debit[account_number]', code: 'account_number_invalid' });
  row.bacs_debit = { fingerprint: fingerprint(sort + account), last4: account.slice(-4), sort_code: sort };
  sim.wallets.save({
    id: row.id,
    behaviour: { does: 'succeed' },
    attaches: true,
    fee: 'bacs_debit',
    setUp: false,
    spent: false,
    debit: BACS_FATES[account.slice(-2)] ?? 'succeeds',
  });
}

function addSepa(sim: Sim, row: PaymentMethod, iban: string): void {
  const plain = iban.replace(/\s/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(plain))
    throw invalid('The IBAN is invalid.', { param: 'sepa_debit[iban]', code: 'invalid_bank_account_iban' });
  row.sepa_debit = {
    bank_code: plain.slice(4, 12),
    branch_code: null,
    country: plain.slice(0, 2),
    fingerprint: fingerprint(plain),
    generated_from: { charge: null, setup_attempt: null },
    last4: plain.slice(-4),
  };
  sim.wallets.save({
    id: row.id,
    behaviour: { does: 'succeed' },
    attaches: true,
    fee: 'sepa_debit',
    setUp: false,
    spent: false,
    debit: 'succeeds',
  });
}

/** The payment method of this id; `pm_card_…` names make a new one each time. */
export function useMethod(sim: Sim, id: string, param = 'payment_method'): PaymentMethod {
  const row = sim.paymentMethods.get(id);
  if (row) return row;
  if (!cardByToken(id) || !id.startsWith('pm_card_')) throw noSuch('PaymentMethod', id, param);
  return createMethod(sim, { type: 'card', card: { token: id } });
}
