import { CampaignWorld } from '../../../test/support/campaign-world.js';

const ONCE = { 'Assets:Stripe:Balance': 1_950, 'Expenses:Fees:StripeProcessing': 50, 'Income:Pledges:Individuals': -2_000 };
const MINUTE = 60_000;

describe('a campaign that charges at once (spec/stripe.md §7)', () => {
  let c: CampaignWorld;
  beforeEach(async () => (c = await CampaignWorld.start()));
  afterEach(async () => {
    const violations = await c.violations();
    await c.close();
    expect(violations).toEqual([]);
  });

  it('16 kia_success_webhook_first: a message that overtakes our own writing counts once', async () => {
    const campaign = await c.campaign({ mode: 'keep' });
    const pledge = await c.begin(campaign);
    await c.world.drain();
    const visit = await c.visit(pledge);
    await c.world.database.query(`update payments.checkout_session set state = 'planned', stripe_id = null, url = null`);
    await c.sim(`checkout/${visit}/complete`, { card: '4242424242424242' });
    await c.settle();
    await c.pass(5_000);
    expect(await c.stateOf(pledge.id)).toBe('collected');
    expect(await c.balances(campaign.eventId)).toEqual(ONCE);
    const thanks = await c.world.database.query(`select 1 from platform.mail where subject like 'Receipt%'`);
    expect(thanks).toHaveLength(1);
  });

  it('17 kia_expiry_frees_slot: the last place of somebody who left goes to the next', async () => {
    const campaign = await c.campaign({ mode: 'keep', tiers: [{ name: 'Last', price: 2_000, capacity: 1 }] });
    const tierId = campaign.tiers[0]!.id;
    const left = await c.begin(campaign, { tierId });
    await c.world.drain();
    await c.visit(left);
    const body = {
      amount: { amount: 2_000, currency: 'GBP' },
      method: 'card',
      tierId,
      guest: { name: 'Next', email: 'next@guest.example' },
    };
    const next = () => c.world.http().post(`/api/v1/campaigns/${campaign.id}/pledges`).set('idempotency-key', 'next-in-line').send(body);
    expect((await next()).body).toMatchObject({ code: 'TIER_SOLD_OUT' });
    await c.pass(14 * MINUTE);
    expect((await next()).status).toBe(409);
    await c.pass(2 * MINUTE);
    expect(await c.stateOf(left.id)).toBe('expired');
    expect((await next()).status).toBe(201);
  });

  it('18 kia_expire_loses_to_payment: a place is kept when the payment was faster than our closing the page', async () => {
    const campaign = await c.campaign({ mode: 'keep', tiers: [{ name: 'Last', price: 2_000, capacity: 1 }] });
    const pledge = await c.begin(campaign, { tierId: campaign.tiers[0]!.id });
    await c.world.drain();
    const visit = await c.visit(pledge);
    await c.sim('webhooks/mode', { mode: 'held' });
    await c.sim(`checkout/${visit}/complete`, { card: '4242424242424242' });
    await c.pass(16 * MINUTE);
    expect(await c.stateOf(pledge.id)).toBe('collected');
    const taken = await c.world.database.one<{ n: number }>('select count(pledge_id)::int as n from pledges.tier_slot');
    expect(taken.n).toBe(1);
    await c.sim('webhooks/mode', { mode: 'auto' });
    await c.pass(60 * MINUTE);
    expect(await c.balances(campaign.eventId)).toEqual(ONCE);
  });

  it('20 kia_three_declines_then_ok: tries on the page are one payment in the end', async () => {
    const campaign = await c.campaign({ mode: 'keep' });
    const pledge = await c.begin(campaign);
    await c.world.drain();
    const visit = await c.visit(pledge);
    for (const card of ['4000000000000002', '4000000000009995', '4242424242424242']) await c.sim(`checkout/${visit}/complete`, { card });
    await c.settle();
    await c.pass(5_000);
    expect(await c.stateOf(pledge.id)).toBe('collected');
    expect(c.stripe.sim.charges.rows.map((ch) => ch.status)).toEqual(['failed', 'failed', 'succeeded']);
    expect(await c.balances(campaign.eventId)).toEqual(ONCE);
  });

  it('covers the fee to the penny when its backer chose so (PLG-4)', async () => {
    const campaign = await c.campaign({ mode: 'keep' });
    const pledge = await c.pledge(campaign, '4242424242424242', { coverFee: true });
    await c.pass(5_000);
    expect(await c.stateOf(pledge.id)).toBe('collected');
    expect(await c.balances(campaign.eventId)).toEqual({
      'Assets:Stripe:Balance': 2_000,
      'Expenses:Fees:StripeProcessing': 51,
      'Income:FeesCovered': -51,
      'Income:Pledges:Individuals': -2_000,
    });
  });

  it('gives money back that comes for a pledge which had ended (CHG-5)', async () => {
    const campaign = await c.campaign({ mode: 'keep' });
    const pledge = await c.begin(campaign);
    await c.world.drain();
    const visit = await c.visit(pledge);
    await c.sim('webhooks/mode', { mode: 'held' });
    await c.sim(`checkout/${visit}/complete`, { card: '4242424242424242' });
    await c.world.database.query(`update pledges.pledge set state = 'withdrawn'`);
    await c.sim('webhooks/mode', { mode: 'auto' });
    await c.sim('webhooks/deliver', {});
    await c.settle();
    for (let hour = 0; hour < 3; hour += 1) await c.pass(60 * MINUTE);
    expect(await c.balances(campaign.eventId)).toEqual({
      'Assets:Stripe:Balance': -50,
      'Expenses:Fees:StripeProcessing': 50,
      'Income:Pledges:Individuals': -2_000,
      'Income:Pledges:Refunded': 2_000,
    });
  });
});
