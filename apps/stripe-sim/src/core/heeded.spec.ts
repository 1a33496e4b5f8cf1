import { description } from './description.js';
import { heeded, mustBeHeeded, WITHOUT_CONSEQUENCE } from './heeded.js';
import { Refusal } from './refusal.js';
import { routes } from './resources/index.js';

const parameters = (op: string): string[] => {
  const schema = description.schemas[description.ops[op]!]!;
  return schema[0] === 'o' ? Object.keys(schema[1]) : [];
};

const refusedParam = (op: string, params: Parameters<typeof mustBeHeeded>[1]): string | undefined => {
  try {
    mustBeHeeded(op, params);
    return undefined;
  } catch (error) {
    return error instanceof Refusal && error.status === 501 ? error.body.param : 'something else';
  }
};

describe('Parameters that Stripe has', () => {
  it.each([...heeded.keys()])('%s: what is said to be heeded is in the description', (op) => {
    expect(routes[op]).toBeDefined();
    const unknown = [...heeded.get(op)!].filter((name) => !WITHOUT_CONSEQUENCE.includes(name) && !parameters(op).includes(name));
    expect(unknown).toEqual([]);
  });

  it('are answered 501 where the simulator would ignore them, and named', () => {
    const op = 'POST /v1/checkout/sessions';
    expect(refusedParam(op, { mode: 'payment', automatic_tax: { enabled: true } })).toBe('automatic_tax');
    expect(refusedParam(op, { mode: 'payment', discounts: [{ coupon: 'half' }] })).toBe('discounts');
    expect(refusedParam(op, { line_items: [{ quantity: 1 }, { tax_rates: ['txr_1'] }] })).toBe('line_items[1][tax_rates]');
    expect(refusedParam('POST /v1/payment_intents', { amount: 1, application_fee_amount: 10 })).toBe('application_fee_amount');
    expect(refusedParam('POST /v1/refunds', { charge: 'ch_1', reverse_transfer: true })).toBe('reverse_transfer');
  });

  it('are answered 501 among the options of a payment method too, where that is one of ours', () => {
    const op = 'POST /v1/payment_intents';
    const asked = (options: Parameters<typeof mustBeHeeded>[1]) => refusedParam(op, { payment_method_options: options });
    expect(asked({ card: { installments: { enabled: true } } })).toBe('payment_method_options[card][installments]');
    expect(asked({ card: { moto: true } })).toBe('payment_method_options[card][moto]');
    expect(asked({ bacs_debit: { target_date: '2027-01-04' } })).toBe('payment_method_options[bacs_debit][target_date]');
    expect(asked({ card: { moto: false, request_multicapture: 'never', stored_credential_usage: 'recurring' } })).toBeUndefined();
    expect(asked({ klarna: { preferred_locale: 'en-GB' } })).toBeUndefined();
  });

  it('pass when they ask for nothing', () => {
    const op = 'POST /v1/checkout/sessions';
    expect(refusedParam(op, { automatic_tax: { enabled: false }, discounts: '', tax_id_collection: { enabled: false } })).toBeUndefined();
    expect(refusedParam('POST /v1/payment_intents', { confirmation_method: 'automatic' })).toBeUndefined();
    expect(refusedParam('POST /v1/payment_intents', { confirmation_method: 'manual' })).toBe('confirmation_method');
  });

  it('pass when they are without consequence in a simulation', () => {
    expect(refusedParam('POST /v1/payment_intents', { radar_options: { session: 'rse_1' }, use_stripe_sdk: true })).toBeUndefined();
  });
});
