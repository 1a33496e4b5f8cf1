import { Contract, DAY, locally, refusal } from './harness.js';

const contract = new Contract();

describe('A parameter that is accepted has its effect', () => {
  it('excluded payment methods are not offered, and cards cannot be all that is left out', async () => {
    const intent = await contract.stripe.paymentIntents.create({
      amount: 2000,
      currency: 'gbp',
      allowed_payment_method_types: ['card', 'bacs_debit'],
      excluded_payment_method_types: ['bacs_debit'],
    });
    expect(intent.payment_method_types).toEqual(['card']);
    const error = await refusal(
      contract.stripe.paymentIntents.create({ amount: 2000, currency: 'gbp', excluded_payment_method_types: ['card'] }),
    );
    expect(error).toMatchObject({ statusCode: 400 });
  });

  it('capture by hand can be asked for at the confirmation, and for cards alone', async () => {
    const first = await contract.stripe.paymentIntents.create({ amount: 2000, currency: 'gbp' });
    const later = await contract.stripe.paymentIntents.confirm(first.id, {
      payment_method: 'pm_card_visa',
      capture_method: 'manual',
      return_url: 'https://example.org/',
    });
    expect(later.status).toBe('requires_capture');
    const second = await contract.pay(2000, 'pm_card_visa', { payment_method_options: { card: { capture_method: 'manual' } } });
    expect(second.status).toBe('requires_capture');
    const done = await contract.stripe.paymentIntents.capture(second.id, { metadata: { batch: '7' }, statement_descriptor_suffix: 'B7' });
    expect(done).toMatchObject({ status: 'succeeded', metadata: { batch: '7' }, statement_descriptor_suffix: 'B7' });
  });

  it('a lookup key belongs to one price, until another takes it over', async () => {
    const key = `seat-${contract.now()}-${Math.random()}`;
    const product = await contract.stripe.products.create({ name: 'Seat', default_price_data: { currency: 'gbp', unit_amount: 900 } });
    const price = (more: { transfer_lookup_key?: boolean } = {}) =>
      contract.stripe.prices.create({ product: product.id, currency: 'gbp', unit_amount: 1000, lookup_key: key, ...more });
    expect((await contract.stripe.prices.retrieve(product.default_price as string)).unit_amount).toBe(900);
    const first = await price();
    expect(await refusal(price())).toMatchObject({ statusCode: 400 });
    const second = await price({ transfer_lookup_key: true });
    expect((await contract.stripe.prices.list({ lookup_keys: [key] })).data.map((p) => p.id)).toEqual([second.id]);
    expect((await contract.stripe.prices.retrieve(first.id)).lookup_key).toBeNull();
  });

  it('a customer is brought up to date by what the payer says, when the session says so', async () => {
    const customer = await contract.customer();
    const error = await refusal(
      contract.stripe.checkout.sessions.create({
        mode: 'setup',
        currency: 'gbp',
        success_url: 'https://example.org/',
        customer_update: { name: 'auto' },
      }),
    );
    expect(error).toMatchObject({ statusCode: 400 });
    expect((await contract.stripe.customers.retrieve(customer)).id).toBe(customer);
  });

  locally('… and a customer.updated tells of it', async () => {
    const customer = await contract.customer();
    const { id } = await contract.stripe.checkout.sessions.create({
      mode: 'setup',
      currency: 'gbp',
      customer,
      success_url: 'https://example.org/',
      customer_update: { name: 'auto', address: 'auto' },
      billing_address_collection: 'required',
      payment_method_data: { allow_redisplay: 'always' },
    });
    await contract.command('POST', `checkout/${id}/complete`, { name: 'Ada Lovelace', address: { city: 'York' } });
    expect(await contract.stripe.customers.retrieve(customer)).toMatchObject({ name: 'Ada Lovelace', address: { city: 'York' } });
    const [event] = (await contract.stripe.events.list({ type: 'customer.updated', limit: 1 })).data;
    expect(event!.data.previous_attributes).toMatchObject({ name: null });
    const [method] = (await contract.stripe.customers.listPaymentMethods(customer, { allow_redisplay: 'always' })).data;
    expect(method!.billing_details.address!.city).toBe('York');
  });

  locally('what the simulator would ignore is answered 501 and named, and the SDK does not try again', async () => {
    const error = await refusal(contract.pay(2000, 'pm_card_visa', { application_fee_amount: 100 }));
    expect(error).toMatchObject({ statusCode: 501, code: 'not_simulated', param: 'application_fee_amount' });
  });

  locally('payouts leave on the days of the week that were asked for', async () => {
    await contract.stripe.balanceSettings.update({
      payments: {
        payouts: { schedule: { interval: 'weekly', weekly_payout_days: ['thursday'] }, statement_descriptor: 'FAIR' },
        settlement_timing: { delay_days_override: 4 },
      },
    });
    expect(await contract.stripe.balanceSettings.retrieve()).toMatchObject({
      payments: { payouts: { schedule: { weekly_payout_days: ['thursday'] } }, settlement_timing: { delay_days: 4 } },
    });
    await contract.pay(10_000, 'pm_card_bypassPending');
    await contract.advance(9 * DAY);
    const payouts = (await contract.stripe.payouts.list()).data;
    expect(new Set(payouts.map((p) => new Date(p.created * 1000).getUTCDay()))).toEqual(new Set([4]));
    expect(payouts[0]!.statement_descriptor).toBe('FAIR');
  });

  locally('tax on Stripe’s fee is a line of its own', async () => {
    const { fees } = await contract.command<{ fees: object }>('POST', 'config', {});
    await contract.command('POST', 'config', { fees: { ...fees, taxRate: 2000 } });
    await contract.pay(10_000);
    await contract.advance(3_000);
    const [line] = (await contract.stripe.balanceTransactions.list({ type: 'charge', limit: 1 })).data;
    expect(line!.fee_details.map((d) => [d.type, d.amount])).toEqual([
      ['stripe_fee', 170],
      ['tax', 34],
    ]);
    expect(line!).toMatchObject({ fee: 204, net: 9796 });
  });
});
