import type { FeeClass } from './fees.js';

/** What a card does when it is asked for money. */
export type Behaviour =
  | { does: 'succeed' }
  | { does: 'decline'; code: string; decline: string; advice?: string }
  /** `always`: whatever was agreed before; `unless_set_up`: not after an authenticated saving; `on_session`: only with the payer there. */
  | { does: 'authenticate'; when: 'always' | 'unless_set_up' | 'on_session'; then: Behaviour };

/** What befalls a payment made with the card afterwards. */
export type Aftermath =
  | 'fraud'
  | 'not_received'
  | 'inquiry'
  | 'fraud_warning'
  | 'two_disputes'
  | 'refund_pending'
  | 'refund_fails'
  | 'straight_to_available';

export interface TestCard {
  number: string;
  names: string[];
  brand: string;
  country: string;
  funding: 'credit' | 'debit' | 'prepaid';
  fee: FeeClass;
  behaviour: Behaviour;
  /** Can be saved although it declines payments. */
  attaches: boolean;
  aftermath?: Aftermath;
}

const ok: Behaviour = { does: 'succeed' };
const MESSAGES: Record<string, string> = {
  insufficient_funds: 'Your card has insufficient funds.',
  expired_card: 'Your card has expired.',
  incorrect_cvc: "Your card's security code is incorrect.",
  processing_error: 'An error occurred while processing your card. Try again in a little bit.',
  incorrect_number: 'Your card number is incorrect.',
  card_velocity_exceeded: 'Your card was declined for making repeated attempts too frequently or exceeding its amount limit.',
  authentication_required: 'Your card was declined. This transaction requires authentication.',
};

/** The sentence Stripe gives the payer for a refusal. */
export const messageFor = (code: string, decline?: string): string =>
  MESSAGES[code] ?? MESSAGES[decline ?? ''] ?? 'Your card was declined.';

const HARD = ['lost_card', 'stolen_card', 'pickup_card', 'revocation_of_authorization'];
const CONFIRM = ['incorrect_number', 'incorrect_cvc', 'expired_card'];

/** A refusal with this decline code, with the advice that Stripe attaches to it. */
export function declineWith(decline: string): Behaviour {
  const own = ['expired_card', 'incorrect_cvc', 'processing_error', 'incorrect_number'].includes(decline);
  const advice = HARD.includes(decline) ? 'do_not_try_again' : CONFIRM.includes(decline) ? 'confirm_card_data' : 'try_again_later';
  return { does: 'decline', code: own ? decline : 'card_declined', decline: decline, ...(decline === 'generic_decline' ? {} : { advice }) };
}

const card = (number: string, names: string, brand: string, more: Partial<TestCard> = {}): TestCard => ({
  number,
  names: names.split(' ').filter(Boolean),
  brand,
  country: 'US',
  funding: 'credit',
  fee: 'domestic',
  behaviour: ok,
  attaches: true,
  ...more,
});
const declining = (number: string, names: string, decline: string): TestCard =>
  card(number, names, 'visa', { behaviour: declineWith(decline), attaches: false });
const authenticating = (number: string, names: string, when: 'always' | 'unless_set_up' | 'on_session', then: Behaviour = ok): TestCard =>
  card(number, names, 'visa', { behaviour: { does: 'authenticate', when, then } });
const after = (number: string, names: string, aftermath: Aftermath, fee: FeeClass = 'domestic'): TestCard =>
  card(number, names, 'visa', { aftermath, fee });

/**
 * Stripe's test cards (https://docs.stripe.com/testing). The plain ones say "US" as Stripe's do, but are priced as
 * domestic cards of the account, so that sums can be checked against the list price.
 */
export const TEST_CARDS: readonly TestCard[] = [
  card('4242424242424242', 'visa us', 'visa'),
  card('4000056655665556', 'visa_debit', 'visa', { funding: 'debit' }),
  card('5555555555554444', 'mastercard', 'mastercard'),
  card('5200828282828210', 'mastercard_debit', 'mastercard', { funding: 'debit' }),
  card('5105105105105100', 'mastercard_prepaid', 'mastercard', { funding: 'prepaid' }),
  card('378282246310005', 'amex', 'amex', { fee: 'premium' }),
  card('6011111111111117', 'discover', 'discover', { fee: 'international' }),
  card('3056930009020004', 'diners', 'diners', { fee: 'international' }),
  card('3566002020360505', 'jcb', 'jcb', { fee: 'international', country: 'JP' }),
  card('6200000000000005', 'unionpay', 'unionpay', { fee: 'international', country: 'CN' }),
  card('4000008260000000', 'gb', 'visa', { country: 'GB' }),
  card('4000058260000005', 'gb_debit', 'visa', { country: 'GB', funding: 'debit' }),
  card('4000002500000003', 'fr', 'visa', { country: 'FR', fee: 'eea' }),
  card('4000002760000016', 'de', 'visa', { country: 'DE', fee: 'eea' }),
  card('4000000760000002', 'br', 'visa', { country: 'BR', fee: 'international' }),
  declining('4000000000000002', 'visa_chargeDeclined chargeDeclined', 'generic_decline'),
  declining('4000000000009995', 'visa_chargeDeclinedInsufficientFunds chargeDeclinedInsufficientFunds', 'insufficient_funds'),
  declining('4000000000009987', 'visa_chargeDeclinedLostCard chargeDeclinedLostCard', 'lost_card'),
  declining('4000000000009979', 'visa_chargeDeclinedStolenCard chargeDeclinedStolenCard', 'stolen_card'),
  declining('4000000000006975', 'visa_chargeDeclinedVelocityLimitExceeded chargeDeclinedVelocityLimitExceeded', 'card_velocity_exceeded'),
  declining('4000000000000069', 'chargeDeclinedExpiredCard', 'expired_card'),
  declining('4000000000000127', 'chargeDeclinedIncorrectCvc', 'incorrect_cvc'),
  declining('4000000000000119', 'chargeDeclinedProcessingError', 'processing_error'),
  declining('4242424242424241', '', 'incorrect_number'),
  card('4000000000000341', 'chargeCustomerFail', 'visa', { behaviour: declineWith('generic_decline') }),
  authenticating('4000002500003155', 'authenticationRequiredOnSetup', 'unless_set_up'),
  authenticating('4000000000003220', 'threeDSecure2Required threeDSecureRequired', 'unless_set_up'),
  authenticating('4000002760003184', 'authenticationRequired', 'always'),
  authenticating('4000003800000446', 'authenticationRequiredSetupForOffSession', 'on_session'),
  authenticating(
    '4000008260003178',
    'authenticationRequiredChargeDeclinedInsufficientFunds',
    'unless_set_up',
    declineWith('insufficient_funds'),
  ),
  authenticating('4000008400001629', 'threeDSecureRequiredChargeDeclined', 'unless_set_up', declineWith('generic_decline')),
  after('4000000000000259', 'createDispute', 'fraud'),
  after('4000000000002685', 'createDisputeProductNotReceived', 'not_received'),
  after('4000000000001976', 'createDisputeInquiry', 'inquiry'),
  after('4000000000005423', 'createIssuerFraudRecord', 'fraud_warning'),
  after('4000000404000079', 'createMultipleDisputes', 'two_disputes'),
  after('4000000000007726', 'pendingRefund', 'refund_pending'),
  after('4000000000005126', 'refundFailure refundFail', 'refund_fails'),
  after('4000000000000077', 'bypassPending', 'straight_to_available'),
  after('4000003720000278', 'bypassPendingInternational', 'straight_to_available', 'international'),
];

const byNumber = new Map(TEST_CARDS.map((c) => [c.number, c]));
const byName = new Map(TEST_CARDS.flatMap((c) => c.names.map((n) => [n, c] as const)));

export const cardByNumber = (number: string): TestCard | undefined => byNumber.get(number.replace(/[\s-]/g, ''));
/** `pm_card_visa` or `tok_visa`, or undefined. */
export const cardByToken = (token: string): TestCard | undefined => byName.get(token.replace(/^(pm_card_|tok_)/, ''));
