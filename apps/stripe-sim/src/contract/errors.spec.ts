import { Contract, locally, refusal } from './harness.js';

const contract = new Contract();

describe('What Stripe refuses', () => {
  it('names an unknown parameter', async () => {
    const error = await refusal(contract.stripe.customers.create({ wrong: 'x' } as never));
    expect(error).toMatchObject({ type: 'StripeInvalidRequestError', statusCode: 400, code: 'parameter_unknown', param: 'wrong' });
  });

  it('names an unknown parameter inside another', async () => {
    const error = await refusal(contract.stripe.customers.create({ address: { planet: 'Mars' } } as never));
    expect(error).toMatchObject({ statusCode: 400, code: 'parameter_unknown', param: 'address[planet]' });
  });

  it('names a missing parameter', async () => {
    const error = await refusal(contract.stripe.paymentIntents.create({ currency: 'gbp' } as never));
    expect(error).toMatchObject({ statusCode: 400, code: 'parameter_missing', param: 'amount' });
  });

  it('refuses text where a whole number belongs', async () => {
    const error = await refusal(contract.stripe.paymentIntents.create({ amount: 'ten', currency: 'gbp' } as never));
    expect(error).toMatchObject({ statusCode: 400, code: 'parameter_invalid_integer', param: 'amount' });
  });

  it('refuses a word that is not among those offered', async () => {
    const error = await refusal(
      contract.stripe.paymentIntents.create({ amount: 100, currency: 'gbp', capture_method: 'someday' } as never),
    );
    expect(error).toMatchObject({ statusCode: 400, param: 'capture_method' });
  });

  it('no longer takes payment_method_types on an intent', async () => {
    const error = await refusal(
      contract.stripe.paymentIntents.create({ amount: 100, currency: 'gbp', payment_method_types: ['card'] } as never),
    );
    expect(error).toMatchObject({ code: 'parameter_unknown', param: 'payment_method_types' });
  });

  it('refuses an unknown currency', async () => {
    const error = await refusal(contract.stripe.paymentIntents.create({ amount: 100, currency: 'zzz' }));
    expect(error).toMatchObject({ statusCode: 400, param: 'currency' });
  });

  it.each([
    [1, 'amount_too_small'],
    [100_000_000, 'amount_too_large'],
  ])('refuses an amount of %d', async (amount, code) => {
    const error = await refusal(contract.stripe.paymentIntents.create({ amount, currency: 'gbp' }));
    expect(error).toMatchObject({ statusCode: 400, code, param: 'amount' });
  });

  it('answers 404 for an object that is not there', async () => {
    const error = await refusal(contract.stripe.customers.retrieve('cus_doesnotexist'));
    expect(error).toMatchObject({ type: 'StripeInvalidRequestError', statusCode: 404, code: 'resource_missing', param: 'id' });
  });

  it('answers 400 for a payment method that belongs to nobody here', async () => {
    const error = await refusal(contract.stripe.paymentIntents.create({ amount: 100, currency: 'gbp', payment_method: 'pm_doesnotexist' }));
    expect(error).toMatchObject({ code: 'resource_missing', param: 'payment_method' });
  });

  locally('answers 401 for a wrong key', async () => {
    const error = await refusal(contract.client({ key: 'pk_wrong' }).customers.list());
    expect(error).toMatchObject({ type: 'StripeAuthenticationError', statusCode: 401 });
  });

  locally('refuses live keys', async () => {
    const error = await refusal(contract.client({ key: 'sk_live_abc' }).customers.list());
    expect(error).toMatchObject({ statusCode: 401 });
    expect(error.message).toContain('live');
  });

  locally('refuses another version of the API', async () => {
    const response = await fetch(`${contract.sim.url}/v1/balance`, {
      headers: { authorization: 'Bearer sk_test_contract', 'stripe-version': '2020-08-27' },
    });
    expect(response.status).toBe(400);
  });

  locally('names a path it does not perform', async () => {
    const error = await refusal(contract.client({ retries: 0 }).subscriptions.list());
    expect(error.statusCode).toBe(501);
    expect(error.message).toContain('GET /v1/subscriptions');
  });

  locally('answers 404 for a path that Stripe does not have', async () => {
    const response = await fetch(`${contract.sim.url}/v1/unicorns`, {
      headers: { authorization: 'Bearer sk_test_contract', 'stripe-version': '2026-10-28.endive' },
    });
    expect(response.status).toBe(404);
  });

  it('limits metadata to 50 keys of 40 characters with values of 500', async () => {
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`k${i}`, 'v']));
    for (const metadata of [many, { ['k'.repeat(41)]: 'v' }, { k: 'v'.repeat(501) }]) {
      expect(await refusal(contract.stripe.customers.create({ metadata }))).toMatchObject({ statusCode: 400 });
    }
  });

  it('refuses a list longer than 100 and an expansion that is not one', async () => {
    expect(await refusal(contract.stripe.customers.list({ limit: 101 }))).toMatchObject({ statusCode: 400, param: 'limit' });
    expect(await refusal(contract.stripe.balance.retrieve({ expand: ['nothing'] }))).toMatchObject({ statusCode: 400 });
  });
});
