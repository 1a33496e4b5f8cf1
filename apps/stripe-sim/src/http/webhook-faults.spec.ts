import Stripe from 'stripe';
import { Contract, DAY } from '../contract/harness.js';
import { Inbox } from '../contract/inbox.js';

const contract = new Contract({}, 'simulator');
const inbox = new Inbox();
let secret = '';

const fault = (rule: Record<string, unknown>) => contract.command('POST', 'faults', rule);
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
    [[2], 'cab'],
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

  it('F22: ten minutes ahead, which the SDK’s helper accepts and the receiver must judge', async () => {
    await fault({ action: 'webhook_mangled', how: 'skew', skew: 600, match: once });
    await contract.stripe.customers.create({});
    await settle();
    const { body, signature } = inbox.letters[0]!;
    expect(signature).toContain(`t=${contract.now() + 600},`);
    expect(() => contract.stripe.webhooks.constructEvent(body, signature, secret, 300, undefined, contract.now() * 1000)).not.toThrow();
  });

  it('F13: an event that arrives after the payer is back, although it was sent before', async () => {
    await fault({ action: 'webhook_delay', ms: 60_000, match: { type: 'checkout.session.completed', ...once } });
    const session = await contract.stripe.checkout.sessions.create({ mode: 'setup', currency: 'gbp', success_url: 'https://example.org/' });
    const back = await fetch(session.url!, {
      method: 'POST',
      body: new URLSearchParams({ test_card: '4242424242424242' }),
      redirect: 'manual',
    });
    expect(back.status).toBe(303);
    await settle();
    expect(inbox.types).not.toContain('checkout.session.completed');
    await contract.advance(61_000);
    expect(inbox.types).toContain('checkout.session.completed');
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
