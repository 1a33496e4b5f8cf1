import { CampaignWorld } from '../../../test/support/campaign-world.js';

describe('an all-or-nothing campaign and its cards (spec/stripe.md §7)', () => {
  let c: CampaignWorld;
  beforeAll(async () => (c = await CampaignWorld.start()));
  afterAll(() => c.close());

  it('1 aon_success_simple: a saved card is charged once after the goal was met', async () => {
    const campaign = await c.campaign({ goal: 2_000 });
    const pledge = await c.pledge(campaign);
    expect(await c.stateOf(pledge.id)).toBe('committed');
    expect(await c.balances(campaign.eventId)).toEqual({});
    await c.passTo(new Date(campaign.deadlineAt.getTime() + 60_000));
    await c.pass(5_000);
    expect(await c.stateOf(pledge.id)).toBe('collected');
    expect(await c.balances(campaign.eventId)).toEqual({ 'Assets:Stripe:Balance': 1_950, 'Expenses:Fees:StripeProcessing': 50, 'Income:Pledges:Individuals': -2_000 });
    expect(await c.atStripe()).toBe(1_950);
    expect(await c.campaignState(campaign.id)).toBe('collected');
    expect(await c.violations()).toEqual([]);
  });
});
