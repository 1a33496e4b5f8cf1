import type { Aftermath, Behaviour, TestCard } from './cards.js';
import type { FeeClass } from './fees.js';

/** How a Bacs or SEPA account answers a debit. */
export type DebitFate = 'succeeds' | 'fails' | 'fails_late' | 'mandate_refused' | 'disputed';

/** The hidden side of a payment method: how it will behave. */
export interface Wallet {
  id: string;
  behaviour: Behaviour;
  attaches: boolean;
  fee: FeeClass;
  aftermath?: Aftermath;
  /** Saved with the payer's authentication, for use without the payer. */
  setUp: boolean;
  /** Was detached, or used once without a customer: it may not be used again. */
  spent: boolean;
  debit?: DebitFate;
}

export const walletOf = (id: string, card: TestCard): Wallet => ({
  id,
  behaviour: card.behaviour,
  attaches: card.attaches,
  fee: card.fee,
  ...(card.aftermath ? { aftermath: card.aftermath } : {}),
  setUp: false,
  spent: false,
});

export type Verdict = { is: 'yes' } | { is: 'authenticate' } | { is: 'no'; code: string; decline: string; advice?: string };

/** What the card answers: to a payer who is there or not, authenticated just now or not. */
export function decide(wallet: Wallet, asked: { offSession: boolean; authenticated: boolean }): Verdict {
  let b = wallet.behaviour;
  if (b.does === 'authenticate') {
    const exempt = asked.offSession && ((b.when === 'unless_set_up' && wallet.setUp) || b.when === 'on_session');
    if (!exempt && !asked.authenticated) {
      return asked.offSession ? { is: 'no', code: 'authentication_required', decline: 'authentication_required' } : { is: 'authenticate' };
    }
    b = b.then;
  }
  if (b.does === 'decline') return { is: 'no', code: b.code, decline: b.decline, ...(b.advice ? { advice: b.advice } : {}) };
  return { is: 'yes' };
}
