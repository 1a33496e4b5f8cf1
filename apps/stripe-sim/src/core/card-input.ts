import { cardByNumber, cardByToken, messageFor, type TestCard } from './cards.js';
import { badParam, noSuch, Refusal } from './refusal.js';
import type { Sim } from './sim.js';

export interface CardInput {
  number?: string;
  exp_month?: number;
  exp_year?: number;
  cvc?: string;
  token?: string;
}

const cardError = (code: string, message: string, param: string, more: Record<string, string> = {}) =>
  new Refusal(402, { type: 'card_error', code, message, param, ...more });

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
    throw cardError('card_declined', message, 'number', { decline_code: 'test_mode_live_card' });
  }
  checkExpiry(sim, input);
  if (input.cvc !== undefined && !/^\d{3,4}$/.test(input.cvc))
    throw cardError('invalid_cvc', "Your card's security code is invalid.", 'cvc');
  return card;
}

/** Refuses a month that is none, and a card that has expired or lasts for longer than cards do. */
export function checkExpiry(sim: Sim, input: Pick<CardInput, 'exp_month' | 'exp_year'>): void {
  const today = new Date(sim.clock.now());
  const { exp_month: month = 12, exp_year: year = today.getUTCFullYear() + 4 } = input;
  if (month < 1 || month > 12) throw cardError('invalid_expiry_month', "Your card's expiration month is invalid.", 'exp_month');
  const fullYear = year < 100 ? 2000 + year : year;
  const expired = fullYear * 12 + month < today.getUTCFullYear() * 12 + today.getUTCMonth() + 1;
  if (expired || fullYear > today.getUTCFullYear() + 50)
    throw cardError('invalid_expiry_year', "Your card's expiration year is invalid.", 'exp_year');
}
