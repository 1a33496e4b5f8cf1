import Stripe from 'stripe';
import { startStripeSim, type RunningStripeSim } from '../index.js';

const DAY = 86_400_000;
let running: RunningStripeSim;
let stripe: Stripe;

async function start(options: Parameters<typeof startStripeSim>[0]): Promise<void> {
  running = await startStripeSim(options);
  stripe = new Stripe('sk_test_clock', { host: '127.0.0.1', port: running.port, protocol: 'http', telemetry: false });
}

const pay = () => stripe.paymentIntents.create({ amount: 2000, currency: 'gbp', payment_method: 'pm_card_visa', confirm: true });
const settled = async () => (await stripe.balanceTransactions.list()).data.length;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

afterEach(() => running.close());

describe('A ticking clock', () => {
  it('runs by itself what falls due', async () => {
    await start({ config: { captureDelay: 50 } });
    await pay();
    expect(running.sim.balanceTransactions.rows).toHaveLength(0);
    await wait(400);
    expect(running.sim.balanceTransactions.rows).toHaveLength(1);
  });

  it('is set ahead and goes on ticking from there', async () => {
    await start({});
    await pay();
    const target = Date.now() + 5 * DAY;
    await fetch(`${running.url}/_sim/clock`, { method: 'POST', body: JSON.stringify({ to: target }) });
    const [payout] = (await stripe.payouts.list()).data;
    expect(payout).toBeDefined();
    expect(running.sim.clock.now()).toBeGreaterThanOrEqual(target);
    await wait(30);
    expect(running.sim.clock.now()).toBeGreaterThan(target + 20);
    expect(running.sim.clock.now()).toBeLessThan(target + 20_000);
  });
});

describe('A clock of the host process', () => {
  it('is followed, also when it jumps', async () => {
    let now = Date.UTC(2026, 5, 2, 10);
    await start({ clock: { now: () => now } });
    await pay();
    expect(await settled()).toBe(0);
    now += 3_000;
    expect(await settled()).toBe(1);
    now += 6 * DAY;
    expect((await stripe.payouts.list()).data.map((p) => p.status)).toEqual(['paid']);
    const [event] = (await stripe.events.list({ type: 'payout.created' })).data;
    expect(event!.created % 86_400).toBe(0);
  });
});
