import Stripe from 'stripe';
import { Contract, DAY, refusal } from '../contract/harness.js';
import { Inbox } from '../contract/inbox.js';

const contract = new Contract();
const inbox = new Inbox();
let secret = '';

const fault = (rule: Record<string, unknown>) => contract.command('POST', 'faults', rule);
const intents = async () => (await contract.stripe.paymentIntents.list({ limit: 100 })).data;
const once = { times: 1 };

beforeEach(async () => {
  inbox.letters.length = 0;
  if (!secret) {
    const endpoint = await contract.stripe.webhookEndpoints.create({ url: await inbox.open(), enabled_events: ['*'] });
    secret = endpoint.secret!;
  }
});
afterEach(() => contract.command('DELETE', 'faults'));
afterAll(() => inbox.close());

const settle = () => contract.command('POST', 'webhooks/settle');

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
    await fault({ action: 'slow', ms: 150, match: { path: `/v1/payment_intents/${id}`, method: 'POST', ...once } });
    const first = contract.stripe.paymentIntents.update(id, { description: 'first' });
    await new Promise((resolve) => setTimeout(resolve, 50));
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
    await fault({ action: 'slow', ms: 150, match: { path: '/v1/customers', method: 'POST', ...once } });
    const key = { idempotencyKey: 'f9-twins' };
    const first = contract.stripe.customers.create({ name: 'A' }, key);
    await new Promise((resolve) => setTimeout(resolve, 50));
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

describe('What goes wrong with a webhook', () => {
  const ordered = async () => {
    for (const name of ['a', 'b', 'c']) await contract.stripe.customers.create({ name });
    await settle();
  };
  const names = () => inbox.letters.map((l) => (JSON.parse(l.body) as { data: { object: { name: string } } }).data.object.name).join('');

  it('F11: one event three times, with one id', async () => {
    await fault({ action: 'webhook_duplicate', copies: 3, match: { type: 'customer.created', ...once } });
    await contract.stripe.customers.create({});
    await settle();
    expect(inbox.letters).toHaveLength(3);
    expect(new Set(inbox.ids).size).toBe(1);
  });

  it.each([
    ['reverse', 'cba'],
    [[1, 2, 0], 'bca'],
  ])('F12: another order (%p)', async (order, expected) => {
    await fault({ action: 'webhook_reorder', order, size: 3, match: { type: 'customer.created' } });
    await ordered();
    expect(names()).toBe(expected);
  });

  it('F12: a shuffle loses nothing', async () => {
    await fault({ action: 'webhook_reorder', order: 'shuffle', match: { type: 'customer.created' } });
    await ordered();
    expect(names()).toBe('');
    await contract.advance(3_000);
    await settle();
    expect([...names()].sort().join('')).toBe('abc');
  });

  it('F13: a delay, on the clock', async () => {
    await fault({ action: 'webhook_delay', ms: DAY, match: { type: 'customer.created', ...once } });
    await contract.stripe.customers.create({});
    await settle();
    expect(inbox.types).toEqual([]);
    await contract.advance(DAY + 1000);
    expect(inbox.types).toContain('customer.created');
  });

  it('F14: a loss stays in the list of the undelivered', async () => {
    await fault({ action: 'webhook_lost', match: { type: 'customer.created', ...once } });
    const { id } = await contract.stripe.customers.create({});
    await settle();
    expect(inbox.types).toEqual([]);
    const missed = await contract.stripe.events.list({ delivery_success: false, type: 'customer.created' });
    expect(missed.data.map((e) => (e.data.object as { id: string }).id)).toEqual([id]);
  });

  it.each(['wrong_signature', 'old_timestamp'])('F15: %s does not pass verification', async (how) => {
    await fault({ action: 'webhook_mangled', how, match: once });
    await contract.stripe.customers.create({});
    await settle();
    const { body, signature } = inbox.letters[0]!;
    expect(() => contract.stripe.webhooks.constructEvent(body, signature, secret, 300, undefined, contract.now() * 1000)).toThrow(
      Stripe.errors.StripeSignatureVerificationError,
    );
  });

  it.each([
    ['foreign_account', { account: 'acct_1Foreign000000000' }],
    ['livemode', { livemode: true }],
    ['api_version', { api_version: '2024-06-20' }],
  ])('F15: %s passes verification and must be refused for what it says', async (how, expected) => {
    await fault({ action: 'webhook_mangled', how, match: once });
    await contract.stripe.customers.create({});
    await settle();
    const { body, signature } = inbox.letters[0]!;
    const event = contract.stripe.webhooks.constructEvent(body, signature, secret, 300, undefined, contract.now() * 1000);
    expect(event).toMatchObject(expected);
  });

  it('F16: the event comes before the answer', async () => {
    await fault({ action: 'webhook_first', match: { path: '/v1/customers', method: 'POST', ...once } });
    await contract.stripe.customers.create({});
    expect(inbox.types).toEqual(['customer.created']);
  });

  it('F22: a clock that is off by ten minutes', async () => {
    await fault({ action: 'webhook_mangled', how: 'skew', skew: -600, match: once });
    await contract.stripe.customers.create({});
    await settle();
    const { body, signature } = inbox.letters[0]!;
    expect(() => contract.stripe.webhooks.constructEvent(body, signature, secret, 300, undefined, contract.now() * 1000)).toThrow();
    expect(() => contract.stripe.webhooks.constructEvent(body, signature, secret, 900, undefined, contract.now() * 1000)).not.toThrow();
  });
});

describe('What goes wrong with the world', () => {
  it('F19: a saved card turns bad before the deadline, and good again when the bank renews it', async () => {
    const customer = await contract.customer();
    const pm = await contract.savedCard(customer);
    const charge = () =>
      contract.stripe.paymentIntents.create({
        amount: 2000,
        currency: 'gbp',
        customer,
        payment_method: pm,
        off_session: true,
        confirm: true,
      });
    await contract.command('POST', `card/${pm}`, { now_behaves_as: 'expired_card' });
    expect(await refusal(charge())).toMatchObject({ code: 'expired_card' });
    await contract.command('POST', `card/${pm}`, { now_behaves_as: 'insufficient_funds' });
    expect(await refusal(charge())).toMatchObject({ decline_code: 'insufficient_funds' });
    await contract.command('POST', `card/${pm}`, { now_behaves_as: 'authentication_required' });
    expect(await refusal(charge())).toMatchObject({ code: 'authentication_required' });
    await contract.command('POST', `card/${pm}`, { now_behaves_as: 'success', updated_by_bank: true });
    expect((await charge()).status).toBe('succeeded');
    await settle();
    expect(inbox.types).toContain('payment_method.automatically_updated');
  });

  it('F20: a reconciliation that does not come', async () => {
    await contract.command('POST', 'payouts/reconciliation', { hold: true });
    await contract.pay(10_000, 'pm_card_bypassPending');
    await contract.advance(5_000);
    await contract.command('POST', 'payouts/run', {});
    await contract.advance(DAY / 2);
    const [payout] = (await contract.stripe.payouts.list()).data;
    expect(payout!.reconciliation_status).toBe('in_progress');
    await contract.command('POST', 'payouts/reconciliation', { hold: false });
    await contract.advance(DAY / 24);
    expect(await contract.stripe.payouts.retrieve(payout!.id)).toMatchObject({ reconciliation_status: 'completed' });
  });

  it('F20: a payout that fails after it was paid', async () => {
    await contract.pay(10_000, 'pm_card_bypassPending');
    await contract.advance(5_000);
    await contract.command('POST', 'payouts/run', {});
    await contract.advance(4 * DAY);
    await contract.command('POST', 'payouts/fail', {});
    await settle();
    expect(inbox.types.filter((t) => t.startsWith('payout.')).slice(-1)).toEqual(['payout.failed']);
  });

  it('F21: the price list changes midway', async () => {
    const { fees } = await contract.command<{ fees: { classes: Record<string, { rate: number }> } }>('POST', 'config', {});
    const fee = async () => {
      await contract.pay(10_000);
      await contract.advance(3_000);
      return (await contract.stripe.balanceTransactions.list({ type: 'charge', limit: 1 })).data[0]!.fee;
    };
    expect(await fee()).toBe(170);
    const dearer = { ...fees, classes: { ...fees.classes, domestic: { rate: 300, fixed: { gbp: 30 } } } };
    await contract.command('POST', 'config', { fees: dearer });
    expect(await fee()).toBe(330);
  });
});
