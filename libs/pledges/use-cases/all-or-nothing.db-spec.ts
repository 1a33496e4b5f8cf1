import { newId } from '#kernel';
import { CampaignWorld, type LiveCampaign } from '../../../test/support/campaign-world.js';

const HOUR = 3_600_000;
const ONCE = { 'Assets:Stripe:Balance': 1_950, 'Expenses:Fees:StripeProcessing': 50, 'Income:Pledges:Individuals': -2_000 };

describe('an all-or-nothing campaign and its cards (spec/stripe.md §7)', () => {
  let c: CampaignWorld;
  beforeEach(async () => (c = await CampaignWorld.start()));
  afterEach(async () => {
    const violations = await c.violations();
    await c.close();
    expect(violations).toEqual([]);
  });

  const afterDeadline = (campaign: LiveCampaign) => c.passTo(new Date(campaign.deadlineAt.getTime() + 60_000)).then(() => c.pass(5_000));
  const paymentsAtStripe = async (): Promise<string[]> =>
    (await c.world.database.query<{ state: string }>('select state from payments.payment_intent order by id')).map((r) => r.state);

  it('1 aon_success_simple: a saved card is charged once after the goal was met', async () => {
    const campaign = await c.campaign();
    const pledge = await c.pledge(campaign);
    expect(await c.stateOf(pledge.id)).toBe('committed');
    expect(await c.balances(campaign.eventId)).toEqual({});
    await afterDeadline(campaign);
    expect(await c.stateOf(pledge.id)).toBe('collected');
    expect(await c.balances(campaign.eventId)).toEqual(ONCE);
    expect(await c.atStripe()).toBe(1_950);
    expect(await c.campaignState(campaign.id)).toBe('collected');
  });

  it('2 aon_goal_missed: nobody is charged, cards are forgotten, backers are told', async () => {
    const campaign = await c.campaign({ goal: 100_000 });
    const pledges = [await c.pledge(campaign), await c.pledge(campaign), await c.pledge(campaign)];
    await afterDeadline(campaign);
    for (const { id } of pledges) expect(await c.stateOf(id)).toBe('released');
    expect(await paymentsAtStripe()).toEqual([]);
    expect(await c.balances(campaign.eventId)).toEqual({});
    expect(c.stripe.sim.paymentMethods.rows.filter((pm) => pm.customer)).toEqual([]);
    expect(await c.campaignState(campaign.id)).toBe('released');
    const mails = await c.world.database.query(`select 1 from platform.mail where subject like '%did not reach its goal'`);
    expect(mails).toHaveLength(3);
  });

  it('3 aon_decline_then_retry_ok: a declined card is tried again after a day, and charged once', async () => {
    const campaign = await c.campaign();
    const pledge = await c.pledge(campaign, '4000000000000341');
    await afterDeadline(campaign);
    expect(await c.stateOf(pledge.id)).toBe('retrying');
    await c.sim(`card/${await c.cardOf(pledge.id)}`, { now_behaves_as: 'success' });
    await c.pass(36 * HOUR);
    await c.pass(5_000);
    expect(await c.stateOf(pledge.id)).toBe('collected');
    expect(await c.balances(campaign.eventId)).toEqual(ONCE);
    expect(c.stripe.sim.paymentIntents.rows).toHaveLength(1);
    expect(c.stripe.sim.charges.rows.map((ch) => ch.status)).toEqual(['failed', 'succeeded']);
  });

  it('4 aon_decline_to_lapse: four declines in a week end a pledge and free its place (DUN-2, DUN-5)', async () => {
    const campaign = await c.campaign({ tiers: [{ name: 'One only', price: 2_000, capacity: 1 }] });
    const pledge = await c.pledge(campaign, '4000000000000341', { tierId: campaign.tiers[0]!.id });
    await afterDeadline(campaign);
    await c.sim(`card/${await c.cardOf(pledge.id)}`, { now_behaves_as: 'insufficient_funds' });
    for (let day = 0; day < 16; day += 1) await c.pass(12 * HOUR);
    expect(await c.stateOf(pledge.id)).toBe('lapsed');
    expect(c.stripe.sim.charges.rows.map((ch) => ch.status)).toEqual(['failed', 'failed', 'failed', 'failed']);
    expect(c.stripe.sim.paymentIntents.rows.map((pi) => pi.status)).toEqual(['canceled']);
    expect(await c.balances(campaign.eventId)).toEqual({});
    const free = await c.world.database.one<{ n: number }>('select count(*)::int as n from pledges.tier_slot where pledge_id is null');
    expect(free.n).toBe(1);
    expect(await c.campaignState(campaign.id)).toBe('collected');
  });

  it('5 aon_hard_decline_no_retry: a lost card is never tried again (DUN-1)', async () => {
    const campaign = await c.campaign();
    const pledge = await c.pledge(campaign);
    await c.sim(`card/${await c.cardOf(pledge.id)}`, { now_behaves_as: 'lost_card' });
    await afterDeadline(campaign);
    expect(await c.stateOf(pledge.id)).toBe('needs_new_method');
    for (let day = 0; day < 8; day += 1) await c.pass(24 * HOUR);
    expect(await c.stateOf(pledge.id)).toBe('lapsed');
    expect(c.stripe.sim.charges.rows).toHaveLength(1);
    const asked = await c.world.database.query(`select 1 from platform.mail where subject like 'Another card is needed%'`);
    expect(asked).toHaveLength(4);
    expect(c.stripe.sim.paymentIntents.rows.map((pi) => pi.status)).toEqual(['canceled']);
  });

  it('6 aon_sca_recovered: a bank that asks for confirmation is answered by link, on the payment page (DUN-4)', async () => {
    const campaign = await c.campaign();
    const pledge = await c.pledge(campaign, '4000002760003184');
    await afterDeadline(campaign);
    expect(await c.stateOf(pledge.id)).toBe('needs_authentication');
    const recovery = await c.world
      .http()
      .post(`/api/v1/pledges/${pledge.id}/recover`)
      .set('idempotency-key', newId())
      .query({ link: pledge.link })
      .expect(200);
    const session = /cs_test_\w+/.exec((recovery.body as { url: string }).url)![0];
    await c.sim(`checkout/${session}/complete`, { card: '4000002760003184' });
    await c.settle();
    await c.pass(5_000);
    expect(await c.stateOf(pledge.id)).toBe('collected');
    expect(await c.balances(campaign.eventId)).toEqual(ONCE);
    expect(c.stripe.sim.paymentIntents.rows.map((pi) => pi.status)).toEqual(['canceled', 'succeeded']);
    await c.world
      .http()
      .post(`/api/v1/pledges/${pledge.id}/recover`)
      .set('idempotency-key', newId())
      .query({ link: pledge.link })
      .expect(409);
  });

  it('7 aon_sca_set_up_card_passes: a card confirmed at saving needs no second confirmation', async () => {
    const campaign = await c.campaign();
    const pledge = await c.pledge(campaign, '4000002500003155');
    await afterDeadline(campaign);
    expect(await c.stateOf(pledge.id)).toBe('collected');
    expect(await c.balances(campaign.eventId)).toEqual(ONCE);
  });

  it('13 aon_withdraw_before_deadline: nothing is charged a second before, and it is too late a second after', async () => {
    const campaign = await c.campaign({ goal: 1_000 });
    const [early, late] = [await c.pledge(campaign), await c.pledge(campaign)];
    await c.passTo(new Date(campaign.deadlineAt.getTime() - 1_000));
    const withdraw = ({ id, link }: { id: string; link: string }) => c.world.http().post(`/api/v1/pledges/${id}/withdraw`).query({ link });
    await withdraw(early).expect(200);
    await c.passTo(new Date(campaign.deadlineAt.getTime() + 1_000));
    expect((await withdraw(late)).body).toMatchObject({ code: 'PLEDGE_NOT_OPEN' });
    await c.pass(5_000);
    expect([await c.stateOf(early.id), await c.stateOf(late.id)]).toEqual(['withdrawn', 'collected']);
    expect(await c.balances(campaign.eventId)).toEqual(ONCE);
  });

  it('counts a card saved in time although nobody told us before the deadline (CAM-2)', async () => {
    const campaign = await c.campaign();
    const begun = await c.begin(campaign);
    await c.world.drain();
    const visit = await c.visit(begun);
    await c.passTo(new Date(campaign.deadlineAt.getTime() - 10 * 60_000));
    const again = await c.begin(campaign, { amount: 500 });
    await c.world.drain();
    const slow = await c.visit(again);
    await c.sim('webhooks/mode', { mode: 'held' });
    await c.sim(`checkout/${slow}/complete`, { card: '4242424242424242' });
    expect(await c.stateOf(again.id)).toBe('draft');
    await afterDeadline(campaign);
    expect(await c.stateOf(again.id)).toBe('released');
    expect(await c.stateOf(begun.id)).toBe('expired');
    expect(visit).not.toBe(slow);
    const counted = await c.world.database.one('select counted_minor, pledge_count, outcome from pledges.evaluation');
    expect(counted).toEqual({ counted_minor: 500n, pledge_count: 1, outcome: 'failed' });
  });
});
