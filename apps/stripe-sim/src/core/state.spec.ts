import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Stripe from 'stripe';
import { startStripeSim, type RunningStripeSim } from '../index.js';

const folder = mkdtempSync(path.join(tmpdir(), 'stripe-sim-'));
const file = path.join(folder, 'state.jsonl');
const open: RunningStripeSim[] = [];

async function start(): Promise<{ running: RunningStripeSim; stripe: Stripe }> {
  const running = await startStripeSim({ state: file, clock: 'frozen', startAt: Date.UTC(2026, 5, 2, 10) });
  open.push(running);
  return { running, stripe: new Stripe('sk_test_state', { host: '127.0.0.1', port: running.port, protocol: 'http', telemetry: false }) };
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((r) => r.close()));
  rmSync(file, { force: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('A reset', () => {
  it('forgets everything but the endpoints given at start', async () => {
    const running = await startStripeSim({ webhooks: [{ url: 'http://127.0.0.1:1/hook', secret: 'whsec_given' }] });
    open.push(running);
    const stripe = new Stripe('sk_test_state', { host: '127.0.0.1', port: running.port, protocol: 'http', telemetry: false });
    await stripe.customers.create({});
    await stripe.webhookEndpoints.create({ url: 'http://127.0.0.1:1/other', enabled_events: ['*'] });
    running.sim.reset('again');
    expect((await stripe.customers.list()).data).toEqual([]);
    expect((await stripe.webhookEndpoints.list()).data.map((e) => e.url)).toEqual(['http://127.0.0.1:1/hook']);
    const [endpoint] = running.sim.webhookEndpoints.rows;
    expect(running.sim.secrets.get(endpoint!.id)?.secret).toBe('whsec_given');
  });
});

describe('The state file', () => {
  it('keeps everything that was answered, also when the process is killed', async () => {
    const first = await start();
    const customer = await first.stripe.customers.create({ email: 'ada@example.org' }, { idempotencyKey: 'k1' });
    const paid = await first.stripe.paymentIntents.create({ amount: 2000, currency: 'gbp', payment_method: 'pm_card_visa', confirm: true });
    await first.running.sim.moveTo(first.running.sim.clock.now() + 86_400_000);
    const session = await first.stripe.checkout.sessions.create({ mode: 'setup', currency: 'gbp', success_url: 'https://example.org' });
    // nothing is closed: what follows reads only what the file holds
    const second = await start();
    const again = await second.stripe.customers.create({ email: 'ada@example.org' }, { idempotencyKey: 'k1' });
    expect(again.id).toBe(customer.id);
    expect(await second.stripe.paymentIntents.retrieve(paid.id)).toMatchObject({ status: 'succeeded' });
    expect(second.running.sim.clock.now()).toBe(first.running.sim.clock.now());
    expect(await second.stripe.balance.retrieve()).toMatchObject(JSON.parse(JSON.stringify(first.running.sim.money.balance())) as object);
    expect((await second.stripe.checkout.sessions.retrieve(session.id)).url).toContain(`:${second.running.port}/c/pay/`);
    await second.running.sim.moveTo(second.running.sim.clock.now() + 10 * 86_400_000);
    expect((await second.stripe.payouts.list()).data).toHaveLength(1);
    const fresh = await second.stripe.customers.create({});
    expect([customer.id, paid.id]).not.toContain(fresh.id);
  });

  it('survives a last line cut off in the middle', async () => {
    const first = await start();
    const customer = await first.stripe.customers.create({ email: 'ada@example.org' });
    writeFileSync(file, `${readFileSync(file, 'utf8')}["customer",{"id":"cus_ha`);
    const second = await start();
    expect(await second.stripe.customers.retrieve(customer.id)).toMatchObject({ email: 'ada@example.org' });
    expect((await second.stripe.customers.list()).data).toHaveLength(1);
  });

  it('does not grow without end', async () => {
    const { running, stripe } = await start();
    const { id } = await stripe.customers.create({});
    for (let i = 0; i < 50; i++) await stripe.customers.update(id, { name: `n${i}` });
    await running.close();
    open.length = 0;
    const lines = readFileSync(file, 'utf8').split('\n').length;
    const { running: next } = await start();
    await next.close();
    open.length = 0;
    expect(readFileSync(file, 'utf8').split('\n').length).toBeLessThan(lines);
  });
});
