import Stripe from 'stripe';
import { Contract, locally, refusal } from './harness.js';

const contract = new Contract();

/** All that the account holds, but for the keys and answers of requests. */
const everything = (): string =>
  JSON.stringify([...contract.sim.sim.store.all()].filter((t) => t.name !== 'answer').map((t) => [t.name, t.rows]));

const refused = async (promise: Promise<unknown>, param: string): Promise<void> =>
  expect(await refusal(promise)).toMatchObject({ statusCode: 400, param });

describe('What lies outside of its bounds is refused', () => {
  it('in the length of a search, and in an address that is none', async () => {
    await refused(contract.stripe.paymentIntents.search({ query: 'status:"succeeded"', limit: 101 }), 'limit');
    await refused(contract.stripe.paymentIntents.search({ query: 'status:"succeeded"', limit: -1 }), 'limit');
    await refused(contract.stripe.webhookEndpoints.create({ url: 'http://[', enabled_events: ['*'] }), 'url');
    await refused(contract.stripe.checkout.sessions.create({ mode: 'setup', currency: 'gbp', success_url: 'https://[' }), 'success_url');
  });

  it('in what a customer may be charged with nobody there', async () => {
    const customer = await contract.customer();
    const payment_method = await contract.savedCard(customer);
    const charge = contract.pay(2000, payment_method, { customer, off_session: true, setup_future_usage: 'off_session' });
    expect(await refusal(charge)).toMatchObject({ statusCode: 400 });
  });

  it('in when a card expires', async () => {
    const { id } = await contract.stripe.paymentMethods.attach('pm_card_visa', { customer: await contract.customer() });
    const change = (card: { exp_month?: number; exp_year?: number }) => refusal(contract.stripe.paymentMethods.update(id, { card }));
    expect(await change({ exp_month: 13 })).toMatchObject({ code: 'invalid_expiry_month' });
    expect(await change({ exp_year: 1999 })).toMatchObject({ code: 'invalid_expiry_year' });
  });

  locally('in when money is available and how much stays', async () => {
    const settle = (days: number) =>
      contract.stripe.balanceSettings.update({ payments: { settlement_timing: { delay_days_override: days } } });
    for (const days of [-3, 32, 999_999]) await refused(settle(days), 'payments[settlement_timing][delay_days_override]');
    const keep = (gbp: number) =>
      contract.stripe.balanceSettings.update({ payments: { payouts: { minimum_balance_by_currency: { gbp } } } });
    await refused(keep(-5), 'payments[payouts][minimum_balance_by_currency][gbp]');
  });

  locally('in how far time is moved, and backwards it does not go', async () => {
    await refused(contract.stripe.testHelpers.testClocks.create({ frozen_time: 999_999_999_999 }), 'frozen_time');
    await expect(contract.command('POST', 'clock', { advance: 1e15 })).rejects.toThrow('ten years');
    const now = contract.now();
    await contract.command('POST', 'clock', { to: 0 });
    expect(contract.now()).toBe(now);
  });

  locally('in a bank transfer, a price and the length of an answer', async () => {
    const customer = await contract.customer();
    await refused(contract.stripe.testHelpers.customers.fundCashBalance(customer, { amount: -5, currency: 'gbp' }), 'amount');
    const product_data = { name: 'Tea' };
    await refused(contract.stripe.prices.create({ currency: 'gbp', unit_amount: 1e14, product_data }), 'unit_amount');
    const long = { key: 'note', label: { custom: 'Note', type: 'custom' as const }, type: 'text' as const, text: { minimum_length: 5e8 } };
    const asking = contract.stripe.checkout.sessions.create({
      mode: 'setup',
      currency: 'gbp',
      success_url: 'https://example.org/',
      custom_fields: [long],
    });
    await refused(asking, 'custom_fields[0][text]');
  });
});

describe('A price in fractions of a penny', () => {
  it('is rounded once, over all that is bought', async () => {
    const session = await contract.stripe.checkout.sessions.create({
      mode: 'payment',
      success_url: 'https://example.org/',
      line_items: [
        {
          quantity: 3,
          price_data: { currency: 'gbp', unit_amount_decimal: Stripe.Decimal.from('1250.5'), product_data: { name: 'Ribbon' } },
        },
      ],
    });
    expect(session).toMatchObject({ amount_total: 3752, payment_status: 'unpaid' });
  });
});

describe('A refusal leaves no trace', () => {
  const account = { type: 'bacs_debit' as const, bacs_debit: { account_number: '00012345', sort_code: '108800' } };

  locally('of what was made on the way: intents, payment methods, prices, events and what was to come', async () => {
    const before = everything();
    const pay = { amount: 2000, currency: 'gbp', confirm: true };
    const allowed_payment_method_types = ['bacs_debit' as const];
    await refusal(contract.stripe.paymentIntents.create({ ...pay, allowed_payment_method_types, payment_method_data: account }));
    await refusal(contract.stripe.paymentIntents.create({ ...pay, allowed_payment_method_types, payment_method: 'pm_card_visa' }));
    await refusal(contract.stripe.setupIntents.create({ confirm: true, payment_method_data: account }));
    const line = (currency: string) => ({ quantity: 1, price_data: { currency, unit_amount: 900, product_data: { name: 'Tea' } } });
    const line_items = [line('gbp'), line('eur')];
    await refused(
      contract.stripe.checkout.sessions.create({ mode: 'payment', success_url: 'https://example.org/', line_items }),
      'line_items[1]',
    );
    expect(everything()).toBe(before);
  });

  locally('on what was there already', async () => {
    const customer = await contract.customer();
    const intent = await contract.stripe.paymentIntents.create({
      amount: 2000,
      currency: 'gbp',
      allowed_payment_method_types: ['card', 'bacs_debit'],
    });
    const session = await contract.stripe.checkout.sessions.create({
      mode: 'payment',
      success_url: 'https://example.org/',
      line_items: [{ quantity: 1, price_data: { currency: 'gbp', unit_amount: 900, product_data: { name: 'Tea' } } }],
    });
    const others = await contract.savedCard(await contract.customer());
    const before = everything();
    await refusal(contract.stripe.paymentIntents.confirm(intent.id, { payment_method_data: account, receipt_email: 'x@example.org' }));
    await refusal(contract.stripe.customers.update(customer, { name: 'Eve', invoice_settings: { default_payment_method: 'pm_none' } }));
    const complete = (body: object) => contract.command('POST', `checkout/${session.id}/complete`, body);
    await expect(complete({ card: others, email: 'eve@example.org' })).rejects.toThrow('attached to a Customer');
    await expect(complete({ bacs_debit: account.bacs_debit })).rejects.toThrow('not allowed');
    await expect(complete({ email: 'nonsense' })).rejects.toThrow('email');
    expect(everything()).toBe(before);
    await complete({});
    expect(await contract.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({ payment_status: 'paid' });
  });
});
