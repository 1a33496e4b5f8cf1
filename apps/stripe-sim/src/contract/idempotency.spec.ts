import { Contract, locally, refusal, DAY } from './harness.js';

const contract = new Contract();
const key = () => ({ idempotencyKey: `contract-${Math.floor(Math.random() * 1e12)}` });

describe('A key names an attempt that runs once', () => {
  it('answers the same object to the same key', async () => {
    const once = key();
    const first = await contract.stripe.customers.create({ name: 'Ada' }, once);
    const second = await contract.stripe.customers.create({ name: 'Ada' }, once);
    expect(second.id).toBe(first.id);
    expect(second.lastResponse.headers['idempotent-replayed']).toBe('true');
    expect(second.lastResponse.headers['original-request']).toBe(first.lastResponse.requestId);
  });

  it('refuses the same key with other parameters', async () => {
    const once = key();
    await contract.stripe.customers.create({ name: 'Ada' }, once);
    const error = await refusal(contract.stripe.customers.create({ name: 'Grace' }, once));
    expect(error).toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 });
  });

  it('replays a decline too, so that a new try needs a new key', async () => {
    const once = key();
    const create = () => contract.pay(2000, 'pm_card_visa_chargeDeclined', {});
    const body = { amount: 2000, currency: 'gbp', payment_method: 'pm_card_visa_chargeDeclined', confirm: true } as const;
    const params = { ...body, automatic_payment_methods: { enabled: true, allow_redirects: 'never' as const } };
    const first = await refusal(contract.stripe.paymentIntents.create(params, once));
    const second = await refusal(contract.stripe.paymentIntents.create(params, once));
    const other = await refusal(create());
    expect(second.payment_intent?.id).toBe(first.payment_intent?.id);
    expect(other.payment_intent?.id).not.toBe(first.payment_intent?.id);
  });

  it('does not remember what failed validation', async () => {
    const once = key();
    await refusal(contract.stripe.customers.create({ wrong: 1 } as never, once));
    const made = await contract.stripe.customers.create({ name: 'Ada' }, once);
    expect(made.object).toBe('customer');
  });

  locally('forgets a key after 24 hours', async () => {
    const once = key();
    const first = await contract.stripe.customers.create({ name: 'Ada' }, once);
    await contract.advance(DAY + 1000);
    const second = await contract.stripe.customers.create({ name: 'Ada' }, once);
    expect(second.id).not.toBe(first.id);
  });
});
