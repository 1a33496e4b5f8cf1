import { classOf } from './decline.js';

const decline = (code: string | null, declineCode: string | null = null, adviceCode: string | null = null) => ({
  code,
  declineCode,
  adviceCode,
});

describe('what is done about a decline (DUN-1)', () => {
  it.each([
    [decline('card_declined', 'insufficient_funds'), 'retry'],
    [decline('card_declined', 'generic_decline', 'try_again_later'), 'retry'],
    [decline('processing_error'), 'retry'],
    [decline('card_declined', 'a_code_of_tomorrow'), 'retry'],
    [decline('card_declined', 'lost_card'), 'new_method'],
    [decline('card_declined', 'generic_decline', 'do_not_try_again'), 'new_method'],
    [decline('expired_card'), 'new_method'],
    [decline('card_declined', 'incorrect_cvc', 'confirm_card_data'), 'new_method'],
    [decline('authentication_required', 'authentication_required'), 'authenticate'],
  ] as const)('%j → %s', (given, expected) => {
    expect(classOf(given)).toBe(expected);
  });
});
