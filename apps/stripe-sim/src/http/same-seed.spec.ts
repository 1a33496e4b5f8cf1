import Stripe from 'stripe';
import { Inbox } from '../contract/inbox.js';
import { startStripeSim } from '../index.js';

const DAY = 86_400_000;
const [first, second] = [new Inbox(), new Inbox()];
let urls: string[] = [];

beforeAll(async () => {
  urls = [await first.open(), await second.open()];
});
afterAll(() => {
  first.close();
  second.close();
});

/** A life of its own for an account: payments, refusals, a session, a dispute, refunds, payouts, faults by chance, two endpoints. */
async function run(seed: string): Promise<string> {
  const running = await startStripeSim({ seed, publicUrl: 'http://stripe.example', clock: 'frozen', startAt: Date.UTC(2026, 5, 2) });
  const stripe = new Stripe('sk_test_seed', {
    host: '127.0.0.1',
    port: running.port,
    protocol: 'http',
    telemetry: false,
    maxNetworkRetries: 0,
  });
  let keys = 0;
  const key = () => ({ idempotencyKey: `key-${(keys += 1)}` });
  const tell = (path: string, body: unknown) =>
    fetch(`${running.url}/_sim/${path}`, { method: 'POST', body: JSON.stringify(body) }).then((r) => r.text());
  const pay = (card: string) =>
    stripe.paymentIntents.create(
      { amount: 5_000, currency: 'gbp', payment_method: card, confirm: true, return_url: 'https://e.org/' },
      key(),
    );
  for (const url of urls) await stripe.webhookEndpoints.create({ url, enabled_events: ['*'] }, key());
  await tell('faults', { action: 'rate_limit', match: { method: 'POST', path: '/v1/customers', p: 0.5 } });
  await tell('faults', { action: 'webhook_reorder', order: 'shuffle', match: { type: 'customer.created' } });
  for (let i = 0; i < 12; i += 1) await stripe.customers.create({ name: `n${i}` }, key()).catch(() => undefined);
  const paid = await pay('pm_card_bypassPending');
  await pay('pm_card_visa_chargeDeclined').catch(() => undefined);
  await pay('pm_card_createDispute');
  const session = await stripe.checkout.sessions.create({ mode: 'setup', currency: 'gbp', success_url: 'https://e.org/' }, key());
  await tell(`checkout/${session.id}/complete`, { card: '4242424242424242' });
  await tell('clock', { advance: DAY });
  await stripe.refunds.create({ payment_intent: paid.id, amount: 700 }, key());
  await tell('clock', { advance: 9 * DAY });
  await tell('webhooks/settle', {});
  await stripe.events.list({ limit: 100 });
  const text = await fetch(`${running.url}/_sim/recording`).then((r) => r.text());
  await running.close();
  return text;
}

describe('The same seed and the same calls', () => {
  it('give recordings that are equal to the byte, deliveries and faults by chance included', async () => {
    const recording = await run('twice');
    // also when the endpoints take their time
    first.delay = 15;
    expect(await run('twice')).toBe(recording);
    first.delay = 0;
    second.delay = 5;
    expect(await run('twice')).toBe(recording);
    expect(recording.match(/"kind":"webhook"/g)!.length).toBeGreaterThan(60);
    expect(recording).toContain('"code":"rate_limit"');
    expect(await run('another')).not.toBe(recording);
  });
});
