import { CampaignWorld, type LiveCampaign } from '../../../test/support/campaign-world.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('payouts (spec/stripe.md §7)', () => {
  let c: CampaignWorld;
  let campaign: LiveCampaign;
  beforeEach(async () => {
    c = await CampaignWorld.start();
    campaign = await c.campaign({ mode: 'keep', days: 60 });
  });
  afterEach(async () => {
    const violations = await c.violations();
    await c.close();
    expect(violations).toEqual([]);
  });

  /** Ten of £100, one refunded, one charged back, and the payout that follows. */
  async function paidOut(): Promise<void> {
    const pledges = [await c.pledge(campaign, '4000000000000259', { amount: 10_000 })];
    for (let i = 0; i < 9; i += 1) pledges.push(await c.pledge(campaign, undefined, { amount: 10_000 }));
    const refund = { amount: { amount: 10_000, currency: 'GBP' }, reason: 'asked for' };
    await c.pass(10_000);
    await c.world
      .http()
      .post(`/api/v1/events/${campaign.slug}/pledges/${pledges[9]!.id}/refund`)
      .set(campaign.treasurer)
      .set('idempotency-key', 'payout-refund')
      .send(refund)
      .expect(201);
    for (let day = 0; day < 9; day += 1) await c.pass(DAY);
  }

  it('29 payout_reconciled_to_bank: the sum of its lines is on its way, and expected at the bank', async () => {
    await paidOut();
    const balances = await c.balances(campaign.eventId);
    expect(balances['Assets:Stripe:Balance'] ?? 0).toBe(await c.atStripe());
    expect(balances['Assets:Stripe:Balance'] ?? 0).toBe(0);
    expect(balances['Assets:Stripe:PayoutsInTransit']).toBe(76_300);
    const expected = await c.world.database.one<{ sum: bigint }>(
      `select sum(case direction when 'in' then amount_minor else -amount_minor end)::bigint as sum from ledger.open_item where kind = 'payout'`,
    );
    expect(expected.sum).toBe(76_300n);
    const listed = await c.world.http().get(`/api/v1/events/${campaign.slug}/payouts`).set(campaign.treasurer).expect(200);
    const { items } = listed.body as { items: { amount: { amount: number } }[] };
    expect(items.reduce((sum, p) => sum + p.amount.amount, 0)).toBe(76_300);
  });

  it('30 payout_fails_after_paid: the money is at Stripe again and goes out with the next one', async () => {
    await paidOut();
    await c.sim('payouts/fail', {});
    await c.settle();
    await c.pass(HOUR);
    expect((await c.balances(campaign.eventId))['Assets:Stripe:Balance'] ?? 0).toBe(await c.atStripe());
    await c.pass(DAY);
    await c.pass(DAY);
    const balances = await c.balances(campaign.eventId);
    expect(balances['Assets:Stripe:Balance'] ?? 0).toBe(await c.atStripe());
    expect((balances['Assets:Stripe:PayoutsInTransit'] ?? 0) + (balances['Assets:Stripe:Balance'] ?? 0)).toBe(76_300);
  });
});
