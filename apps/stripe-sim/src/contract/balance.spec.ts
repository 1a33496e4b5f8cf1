import type { Stripe } from 'stripe';
import { Contract, DAY, locally, refusal } from './harness.js';

const contract = new Contract();
const HOUR = 3_600_000;

const sums = async () => {
  const balance = await contract.stripe.balance.retrieve();
  return { available: balance.available[0]?.amount ?? 0, pending: balance.pending[0]?.amount ?? 0 };
};

describe('The balance', () => {
  it('has amounts by currency', async () => {
    const balance = await contract.stripe.balance.retrieve();
    expect(balance).toMatchObject({ object: 'balance', livemode: false });
    expect(balance.pending[0]).toMatchObject({ amount: expect.any(Number) as number, currency: expect.any(String) as string });
  });

  it('refuses a payout larger than itself', async () => {
    const error = await refusal(contract.stripe.payouts.create({ amount: 99_999_999, currency: 'gbp' }));
    expect(error.statusCode).toBe(400);
  });
});

describe('The balance and its payouts', () => {
  const afresh = () => contract.command('POST', 'reset', {});

  locally('starts at nothing', async () => {
    await afresh();
    expect(await sums()).toEqual({ available: 0, pending: 0 });
  });

  locally('is pending for three UK business days and then paid out at midnight', async () => {
    await afresh();
    await contract.pay(10_000);
    await contract.advance(3_000);
    expect(await sums()).toEqual({ available: 0, pending: 9_830 });
    const [line] = (await contract.stripe.balanceTransactions.list({ limit: 1 })).data;
    const days = (line!.available_on * 1000 - (contract.sim.sim.clock.now() - (contract.sim.sim.clock.now() % DAY))) / DAY;
    expect(days).toBeGreaterThanOrEqual(3);
    await contract.advance(line!.available_on * 1000 - contract.sim.sim.clock.now() - 1000);
    expect(await sums()).toMatchObject({ available: 0 });
    await contract.advance(2000);
    const [payout] = (await contract.stripe.payouts.list()).data;
    expect(payout).toMatchObject({ amount: 9_830, automatic: true, status: 'pending', reconciliation_status: 'in_progress' });
    expect(await sums()).toEqual({ available: 0, pending: 0 });
  });

  locally('itemises a payout only when its reconciliation is ready, and then the lines add up', async () => {
    await afresh();
    for (let i = 0; i < 3; i++) await contract.pay(10_000, 'pm_card_bypassPending');
    await contract.advance(3_000);
    const [refunded] = (await contract.stripe.paymentIntents.list({ limit: 1 })).data;
    await contract.stripe.refunds.create({ payment_intent: refunded!.id });
    await contract.command('POST', 'payouts/run', {});
    const [payout] = (await contract.stripe.payouts.list()).data;
    const early = await refusal(contract.stripe.balanceTransactions.list({ payout: payout!.id }));
    expect(early).toMatchObject({ statusCode: 400, code: 'payout_reconciliation_not_ready' });
    await contract.advance(HOUR);
    const lines: Stripe.BalanceTransaction[] = [];
    for await (const line of contract.stripe.balanceTransactions.list({ payout: payout!.id, limit: 2, expand: ['data.source'] }))
      lines.push(line);
    expect(lines.map((l) => l.type).sort()).toEqual(['charge', 'charge', 'charge', 'payout', 'refund']);
    expect(lines.reduce((sum, l) => sum + l.net, 0)).toBe(0);
    expect(lines.filter((l) => l.type !== 'payout').reduce((sum, l) => sum + l.net, 0)).toBe(payout!.amount);
    expect(lines.every((l) => l.net === l.amount - l.fee)).toBe(true);
  });

  locally('marks a payout paid when it should have arrived', async () => {
    await afresh();
    await contract.pay(10_000, 'pm_card_bypassPending');
    await contract.advance(3_000);
    await contract.command('POST', 'payouts/run', {});
    await contract.advance(4 * DAY);
    const [payout] = (await contract.stripe.payouts.list()).data;
    expect(payout).toMatchObject({ status: 'paid', reconciliation_status: 'completed' });
    const types = (
      await contract.stripe.events.list({ types: ['payout.created', 'payout.updated', 'payout.reconciliation_completed', 'payout.paid'] })
    ).data.map((e) => e.type);
    expect(types).toEqual(['payout.paid', 'payout.reconciliation_completed', 'payout.updated', 'payout.created']);
  });

  locally('takes a failed payout back, even after it was paid, and pays it out again', async () => {
    await afresh();
    await contract.pay(10_000, 'pm_card_bypassPending');
    await contract.advance(3_000);
    await contract.command('POST', 'payouts/run', {});
    await contract.advance(2 * DAY);
    const [first] = (await contract.stripe.payouts.list()).data;
    await contract.command('POST', 'payouts/fail', { payout: first!.id });
    const failed = await contract.stripe.payouts.retrieve(first!.id, { expand: ['failure_balance_transaction'] });
    expect(failed).toMatchObject({
      status: 'failed',
      failure_code: 'account_closed',
      failure_balance_transaction: { type: 'payout_failure', net: 9_830 },
    });
    await contract.advance(2 * DAY);
    const [second] = (await contract.stripe.payouts.list()).data;
    const lines = await contract.stripe.balanceTransactions.list({ payout: second!.id });
    expect(lines.data.map((l) => [l.type, l.net])).toEqual([
      ['payout', -9_830],
      ['payout_failure', 9_830],
    ]);
  });

  locally('collects a negative balance from the bank', async () => {
    await afresh();
    await contract.pay(10_000, 'pm_card_bypassPending');
    await contract.advance(3_000);
    await contract.command('POST', 'payouts/run', {});
    const [charge] = (await contract.stripe.charges.list()).data;
    await contract.command('POST', 'disputes', { charge: charge!.id });
    await contract.advance(2 * DAY);
    const [payout] = (await contract.stripe.payouts.list()).data;
    expect(payout).toMatchObject({ amount: -12_000, automatic: true });
    expect(await sums()).toEqual({ available: 0, pending: 0 });
  });

  locally('pays out by hand only what is available, and lets it be cancelled', async () => {
    await afresh();
    await contract.pay(10_000, 'pm_card_bypassPending');
    await contract.advance(3_000);
    expect(await refusal(contract.stripe.payouts.create({ amount: 10_000, currency: 'gbp' }))).toMatchObject({
      code: 'balance_insufficient',
    });
    const payout = await contract.stripe.payouts.create({ amount: 5_000, currency: 'gbp', description: 'By hand' });
    expect(payout).toMatchObject({ automatic: false, reconciliation_status: 'not_applicable' });
    expect(await refusal(contract.stripe.balanceTransactions.list({ payout: payout.id }))).toMatchObject({ statusCode: 400 });
    expect(await contract.stripe.payouts.cancel(payout.id)).toMatchObject({ status: 'canceled' });
    expect(await sums()).toEqual({ available: 9_830, pending: 0 });
  });

  locally('reverses a paid payout', async () => {
    await afresh();
    await contract.pay(10_000, 'pm_card_bypassPending');
    await contract.advance(3_000);
    const payout = await contract.stripe.payouts.create({ amount: 5_000, currency: 'gbp', method: 'instant' });
    await contract.advance(HOUR);
    const back = await contract.stripe.payouts.reverse(payout.id);
    expect(back).toMatchObject({ amount: -5_000, original_payout: payout.id });
  });

  locally('pays out when it is told to: weekly, by hand, above a minimum', async () => {
    await afresh();
    const settings = await contract.stripe.balanceSettings.update({ payments: { payouts: { schedule: { interval: 'manual' } } } });
    expect(settings.payments.payouts?.schedule).toMatchObject({ interval: 'manual' });
    await contract.pay(10_000, 'pm_card_bypassPending');
    await contract.advance(10 * DAY);
    expect((await contract.stripe.payouts.list()).data).toEqual([]);
    await contract.stripe.balanceSettings.update({ payments: { payouts: { schedule: { interval: 'daily' } } } });
    await contract.advance(DAY);
    expect((await contract.stripe.payouts.list()).data).toHaveLength(1);
    expect(await contract.stripe.balanceSettings.retrieve()).toMatchObject({ object: 'balance_settings' });
  });

  locally('prices cards by where they come from, and converts what it does not settle in', async () => {
    await afresh();
    await contract.pay(10_000, 'pm_card_bypassPendingInternational');
    await contract.advance(3_000);
    await contract.command('POST', 'config', { settlementCurrencies: ['gbp'], fx: { eur: 0.8 } });
    await contract.pay(10_000, 'pm_card_bypassPending', { currency: 'eur' });
    await contract.advance(3_000);
    await contract.command('POST', 'config', { settlementCurrencies: null });
    const [converted, foreign] = (await contract.stripe.balanceTransactions.list()).data;
    expect(foreign).toMatchObject({ fee: 345, net: 9_655 });
    expect(converted).toMatchObject({ currency: 'gbp', amount: 8_000, exchange_rate: 0.8, fee: 140 });
  });
});
