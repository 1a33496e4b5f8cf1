import { createHash } from 'node:crypto';
import { cardByNumber, cardByToken, messageFor, type TestCard } from './cards.js';
import { fresh } from './description.js';
import type { BillingDetails, Metadata, PaymentMethod } from './objects.js';
import { badParam, invalid, noSuch, Refusal } from './refusal.js';
import type { Sim } from './sim.js';
import { walletOf, type DebitFate } from './wallet.js';

export interface CardInput {
  number?: string;
  exp_month?: number;
  exp_year?: number;
  cvc?: string;
  token?: string;
}

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

const cardError = (code: string, message: string, param: string, more: Record<string, string> = {}) =>
  new Refusal(402, { type: 'card_error', code, message, param, ...more });

const fingerprint = (text: string): string => createHash('sha256').update(text).digest('base64url').replace(/[-_]/g, '0').slice(0, 16);

function luhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, i) => {
    const n = Number(digit) * (i % 2 ? 2 : 1);
    return total + (n > 9 ? n - 9 : n);
  }, 0);
  return /^\d{12,19}$/.test(number) && sum % 10 === 0;
}

/** The test card meant by a number or a token, or Stripe's refusal of it. */
export function findCard(sim: Sim, input: CardInput): TestCard {
  if (input.token !== undefined) {
    const card = cardByToken(input.token);
    if (!card) throw noSuch('token', input.token, 'card[token]');
    return card;
  }
  const number = (input.number ?? '').replace(/[\s-]/g, '');
  if (!number) throw badParam('Missing required param: card[number].', 'card[number]', 'parameter_missing');
  const card = cardByNumber(number);
  if (!luhn(number)) throw cardError('incorrect_number', messageFor('incorrect_number'), 'number');
  if (!card) {
    const message =
      'Your card was declined. Your request was in test mode, but used a non test card. For a list of valid test cards, visit: https://stripe.com/docs/testing.';
    throw cardError('card_declined', message, '', { decline_code: 'test_mode_live_card' });
  }
  const today = new Date(sim.clock.now());
  const { exp_month: month = 12, exp_year: year = today.getUTCFullYear() + 4 } = input;
  if (month < 1 || month > 12) throw cardError('invalid_expiry_month', "Your card's expiration month is invalid.", 'exp_month');
  const fullYear = year < 100 ? 2000 + year : year;
  const expired = fullYear * 12 + month < today.getUTCFullYear() * 12 + today.getUTCMonth() + 1;
  if (expired || fullYear > today.getUTCFullYear() + 50)
    throw cardError('invalid_expiry_year', "Your card's expiration year is invalid.", 'exp_year');
  if (input.cvc !== undefined && !/^\d{3,4}$/.test(input.cvc))
    throw cardError('invalid_cvc', "Your card's security code is invalid.", 'cvc');
  return card;
}

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

/** Ties a payment method to a customer, without asking the bank. */
export function tieToCustomer(sim: Sim, row: PaymentMethod, customer: string): void {
  if (row.customer === customer) return;
  row.customer = customer;
  sim.paymentMethods.save(row);
  sim.events.emit('payment_method.attached', row);
}

/** Refuses what cannot be saved for a customer: another's, a used one, a card whose bank says no. */
export function checkAttachable(sim: Sim, row: PaymentMethod, customer: string): void {
  const wallet = sim.wallets.get(row.id)!;
  if (row.customer && row.customer !== customer) {
    const message = 'The payment method you provided has already been attached to a customer.';
    throw invalid(message, { param: 'payment_method', code: 'payment_method_unexpected_state' });
  }
  if (wallet.spent) throw spent();
  if (!wallet.attaches && wallet.behaviour.does === 'decline') {
    const { code, decline, advice } = wallet.behaviour;
    throw new Refusal(402, {
      type: 'card_error',
      code,
      decline_code: decline,
      ...(advice ? { advice_code: advice } : {}),
      message: messageFor(code, decline),
    });
  }
}

export function attach(sim: Sim, row: PaymentMethod, customer: string): PaymentMethod {
  checkAttachable(sim, row, customer);
  tieToCustomer(sim, row, customer);
  return row;
}

export const spent = () =>
  invalid(
    'The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.',
    { code: 'payment_method_unexpected_state', param: 'payment_method' },
  );

export function detach(sim: Sim, row: PaymentMethod): PaymentMethod {
  if (!row.customer) {
    throw invalid('The payment method you provided is not attached to a customer so detachment is impossible.', {
      param: 'payment_method',
      code: 'payment_method_unexpected_state',
    });
  }
  const previous = { customer: row.customer };
  row.customer = null;
  sim.paymentMethods.save(row);
  const wallet = sim.wallets.get(row.id)!;
  wallet.spent = true;
  sim.wallets.save(wallet);
  sim.events.emit('payment_method.detached', row, previous);
  return row;
}
