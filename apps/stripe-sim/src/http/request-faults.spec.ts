import { Contract, refusal } from '../contract/harness.js';

const contract = new Contract({}, 'simulator');

const fault = (rule: Record<string, unknown>) => contract.command('POST', 'faults', rule);
const intents = async () => (await contract.stripe.paymentIntents.list({ limit: 100 })).data;
const once = { times: 1 };

/** Resolves when the slow request has arrived and is held. */
async function underWay(): Promise<void> {
  for (;;) {
    const { rules } = await contract.command<{ rules: { action: string; used: number }[] }>('GET', 'faults');
    if (rules.some((r) => r.action === 'slow' && r.used > 0)) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

afterEach(() => contract.command('DELETE', 'faults'));

describe('What goes wrong with a request, as the official SDK sees it', () => {
  it.each([500, 502, 503])('F1: %d before it ran is retried to success, once', async (status) => {
    const before = (await intents()).length;
    await fault({ action: 'error_before', status, match: { path: '/v1/payment_intents', ...once } });
    const paid = await contract.pay(2000);
    expect(paid.status).toBe('succeeded');
    expect(await intents()).toHaveLength(before + 1);
  });

  it('F2: 500 after it ran is stored under the key, so nothing happens twice and the caller must look', async () => {
    const before = (await intents()).length;
    await fault({ action: 'error_after', match: { path: '/v1/payment_intents', method: 'POST', ...once } });
    const error = await refusal(contract.pay(2000));
    expect(error).toMatchObject({ type: 'StripeAPIError', statusCode: 500 });
    const made = await intents();
    expect(made).toHaveLength(before + 1);
    expect(made[0]).toMatchObject({ status: 'succeeded' });
  });

  it('F3: silence before it ran leaves nothing behind', async () => {
    const before = (await intents()).length;
    await fault({ action: 'timeout_before', match: { method: 'POST', path: '/v1/payment_intents' } });
    const stripe = contract.client({ retries: 0, timeout: 150 });
    const error = await refusal(stripe.paymentIntents.create({ amount: 2000, currency: 'gbp' }));
    expect(error.type).toBe('StripeConnectionError');
    await contract.command('DELETE', 'faults');
    expect(await intents()).toHaveLength(before);
  });

  it('F3: silence after it ran leaves a payment, and the same key tells of it', async () => {
    await fault({ action: 'timeout_after', match: { method: 'POST', path: '/v1/payment_intents', ...once } });
    const stripe = contract.client({ retries: 0, timeout: 150 });
    const params = { amount: 2100, currency: 'gbp' };
    const key = { idempotencyKey: 'f3-after' };
    expect((await refusal(stripe.paymentIntents.create(params, key))).type).toBe('StripeConnectionError');
    const again = await contract.stripe.paymentIntents.create(params, key);
    expect(again.lastResponse.headers['idempotent-replayed']).toBe('true');
    expect((await intents())[0]!.id).toBe(again.id);
  });

  it.each(['reset_before', 'reset_after'])('F4: %s is tried again by the SDK even without retries, with the same key', async (action) => {
    const before = (await intents()).length;
    await fault({ action, match: { method: 'POST', path: '/v1/payment_intents', ...once } });
    const made = await contract.client({ retries: 0 }).paymentIntents.create({ amount: 2000, currency: 'gbp' });
    expect(made.object).toBe('payment_intent');
    expect(await intents()).toHaveLength(before + 1);
  });

  it('F5: a cut-off answer is an error with an unknown outcome', async () => {
    const before = (await intents()).length;
    await fault({ action: 'garbled', match: { method: 'POST', path: '/v1/payment_intents', ...once } });
    const error = await refusal(contract.pay(2000));
    expect(error.type).toBe('StripeAPIError');
    expect(error.message).toContain('Invalid JSON');
    expect(await intents()).toHaveLength(before + 1);
  });

  it('F6: a slow answer is slow', async () => {
    await fault({ action: 'slow', ms: 120, match: { path: '/v1/balance', ...once } });
    const start = performance.now();
    await contract.stripe.balance.retrieve();
    expect(performance.now() - start).toBeGreaterThan(100);
  });

  it('F7: a rate limit is not retried, unless the answer says so', async () => {
    await fault({ action: 'rate_limit', match: { path: '/v1/balance', ...once } });
    expect(await refusal(contract.stripe.balance.retrieve())).toMatchObject({
      type: 'StripeRateLimitError',
      statusCode: 429,
      code: 'rate_limit',
    });
    await fault({ action: 'rate_limit', should_retry: true, match: { path: '/v1/balance', ...once } });
    expect(await contract.stripe.balance.retrieve()).toMatchObject({ object: 'balance' });
  });

  it('F8: lock_timeout is retried', async () => {
    await fault({ action: 'lock_timeout', match: { path: '/v1/balance', ...once } });
    expect(await contract.stripe.balance.retrieve()).toMatchObject({ object: 'balance' });
  });

  it('F8: two requests on one object: the second is locked out', async () => {
    const { id } = await contract.stripe.paymentIntents.create({ amount: 2000, currency: 'gbp' });
    await fault({ action: 'slow', ms: 1_000, match: { path: `/v1/payment_intents/${id}`, method: 'POST', ...once } });
    const first = contract.stripe.paymentIntents.update(id, { description: 'first' });
    await underWay();
    const error = await refusal(contract.client({ retries: 0 }).paymentIntents.update(id, { description: 'second' }));
    expect(error).toMatchObject({ statusCode: 429, code: 'lock_timeout' });
    expect((await first).description).toBe('first');
  });

  it('F9: a key in use is retried and then given up', async () => {
    await fault({ action: 'key_in_use', match: { path: '/v1/customers', ...once } });
    expect(await contract.stripe.customers.create({})).toMatchObject({ object: 'customer' });
    await fault({ action: 'key_in_use', match: { path: '/v1/customers' } });
    expect(await refusal(contract.client({ retries: 0 }).customers.create({}))).toMatchObject({ type: 'StripeAPIError', statusCode: 409 });
  });

  it('F9: the same key while the first is under way is in use', async () => {
    await fault({ action: 'slow', ms: 1_000, match: { path: '/v1/customers', method: 'POST', ...once } });
    const key = { idempotencyKey: 'f9-twins' };
    const first = contract.stripe.customers.create({ name: 'A' }, key);
    await underWay();
    expect(await refusal(contract.client({ retries: 0 }).customers.create({ name: 'A' }, key))).toMatchObject({ statusCode: 409 });
    expect((await first).name).toBe('A');
  });

  it('F9: an idempotency error is final', async () => {
    await fault({ action: 'idempotency_error', match: { path: '/v1/customers', ...once } });
    expect(await refusal(contract.stripe.customers.create({}))).toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 });
  });

  it('F10: a forgotten key runs again, so one must look first', async () => {
    const key = { idempotencyKey: 'f10' };
    const first = await contract.stripe.customers.create({ name: 'A' }, key);
    await contract.command('POST', 'keys/forget');
    const second = await contract.stripe.customers.create({ name: 'A' }, key);
    expect(second.id).not.toBe(first.id);
  });

  it('F10: … also in the midst of a try, as after a day', async () => {
    const key = { idempotencyKey: 'f10-fault' };
    const first = await contract.stripe.customers.create({ name: 'A' }, key);
    await fault({ action: 'key_forgotten', match: { method: 'POST', path: '/v1/customers', ...once } });
    expect((await contract.stripe.customers.create({ name: 'A' }, key)).id).not.toBe(first.id);
  });

  it('a rule that looks into the body leaves a malformed one alone', async () => {
    await fault({ action: 'error_before', match: { body: 'name=unlucky' } });
    const headers = {
      authorization: 'Bearer sk_test_x',
      'stripe-version': '2026-10-28.endive',
      'idempotency-key': 'malformed',
      'content-type': 'application/x-www-form-urlencoded',
    };
    const response = await fetch(`${contract.sim.url}/v1/customers`, { method: 'POST', body: 'name=%E0%A4%A', headers });
    expect(response.status).toBeLessThan(500);
  });

  it('F17: a stale read tells of the past', async () => {
    const { id } = await contract.stripe.customers.create({ name: 'before' });
    await fault({ action: 'stale', ms: 60_000, match: { method: 'GET', path: `/v1/customers/${id}` } });
    await contract.advance(30_000);
    await contract.stripe.customers.update(id, { name: 'after' });
    expect(await contract.stripe.customers.retrieve(id)).toMatchObject({ name: 'before' });
    await contract.advance(61_000);
    expect(await contract.stripe.customers.retrieve(id)).toMatchObject({ name: 'after' });
  });

  it('F18: an outage ends on the clock', async () => {
    await fault({ action: 'outage', ms: 60_000 });
    expect(await refusal(contract.client({ retries: 0 }).balance.retrieve())).toMatchObject({ statusCode: 503 });
    await contract.advance(61_000);
    expect(await contract.stripe.balance.retrieve()).toMatchObject({ object: 'balance' });
  });

  it('counts: the third one, every second one, by body, by chance', async () => {
    await fault({ action: 'rate_limit', match: { method: 'POST', path: '/v1/customers', nth: 3 } });
    await fault({ action: 'error_before', status: 500, match: { body: 'name=unlucky' } });
    const stripe = contract.client({ retries: 0 });
    const results = await Promise.allSettled([1, 2, 3, 4].map((n) => stripe.customers.create({ name: `n${n}` })));
    expect(results.filter((r) => r.status === 'rejected')).toHaveLength(1);
    expect(await refusal(stripe.customers.create({ name: 'unlucky' }))).toMatchObject({ statusCode: 500 });
    const { uses } = await contract.command<{ uses: { action: string }[] }>('GET', 'faults');
    expect(uses.slice(-2).map((u) => u.action)).toEqual(['rate_limit', 'error_before']);
  });
});
