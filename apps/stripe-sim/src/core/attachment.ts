import { messageFor } from './cards.js';
import type { PaymentMethod } from './objects.js';
import { invalid, Refusal } from './refusal.js';
import type { Sim } from './sim.js';

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
