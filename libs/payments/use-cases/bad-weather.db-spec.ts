import { CampaignWorld } from '../../../test/support/campaign-world.js';

describe('a collection in bad weather (spec/stripe.md §7)', () => {
  let c: CampaignWorld;
  beforeAll(async () => (c = await CampaignWorld.start()));
  afterAll(() => c.close());

  it('12 aon_pledges_with_rate_limits: each is charged once, whatever the limits say', async () => {
    const campaign = await c.campaign({ goal: 20_000 });
    const begun = await Promise.all(Array.from({ length: 40 }, () => c.begin(campaign)));
    await c.world.drain();
    for (const [n, pledge] of begun.entries()) {
      await c.sim(`checkout/${await c.visit(pledge)}/complete`, { card: n % 10 === 0 ? '4000000000000341' : '4242424242424242' });
    }
    await c.settle();
    await c.sim('faults', { action: 'rate_limit', match: { path: '/v1/payment_intents*', every: 7 } });
    await c.sim('faults', { action: 'error_after', match: { path: '/v1/payment_intents/*/confirm', every: 9 }, status: 500 });
    await c.passTo(new Date(campaign.deadlineAt.getTime() + 60_000));
    for (let minute = 0; minute < 6; minute += 1) await c.pass(2 * 60_000);
    const states = await c.world.database.query('select state, count(*)::int as n from pledges.pledge group by state order by state');
    expect(states).toEqual([
      { state: 'collected', n: 36 },
      { state: 'retrying', n: 4 },
    ]);
    expect(c.stripe.sim.charges.rows.filter((ch) => ch.status === 'succeeded')).toHaveLength(36);
    await c.pass(3_600_000);
    expect(await c.balances(campaign.eventId)).toEqual({
      'Assets:Stripe:Balance': 70_200,
      'Expenses:Fees:StripeProcessing': 1_800,
      'Income:Pledges:Individuals': -72_000,
    });
    expect(await c.violations()).toEqual([]);
  });
});
