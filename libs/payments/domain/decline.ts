/** What can be done about a declined charge (DUN-1): try again, ask the payer to confirm, or ask for another card. */
export type DeclineClass = 'retry' | 'authenticate' | 'new_method';

/** Never tried again with the same card. */
const STOP = new Set([
  'lost_card',
  'stolen_card',
  'pickup_card',
  'revocation_of_authorization',
  'revocation_of_all_authorizations',
  'stop_payment_order',
  'expired_card',
  'incorrect_number',
  'invalid_account',
  'invalid_number',
  'closed_account',
  'restricted_card',
  'new_account_information_available',
  'payment_method_unexpected_state',
  'payment_method_unactivated',
  'mandate_invalid',
  'resource_missing',
]);

interface Decline {
  code: string | null;
  declineCode: string | null;
  adviceCode: string | null;
}

/**
 * The class of a decline. The issuer's advice outweighs its code; a code that we do not know is retried by plan, and
 * asks for another card once the plan is over (spec/stripe.md §3a).
 */
export function classOf({ code, declineCode, adviceCode }: Decline): DeclineClass {
  if (code === 'authentication_required' || declineCode === 'authentication_required') return 'authenticate';
  if (adviceCode === 'do_not_try_again' || adviceCode === 'confirm_card_data') return 'new_method';
  return STOP.has(declineCode ?? '') || STOP.has(code ?? '') ? 'new_method' : 'retry';
}
