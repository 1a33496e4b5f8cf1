import { CampaignWorld, type LiveCampaign } from '../../../test/support/campaign-world.js';

const ONCE = { 'Assets:Stripe:Balance': 1_950, 'Expenses:Fees:StripeProcessing': 50, 'Income:Pledges:Individuals': -2_000 };
const CONFIRM = { method: 'POST', path: '/v1/payment_intents/*/confirm' };
const CREATE = { method: 'POST', path: '/v1/payment_intents' };

describe('outcomes that nobody heard (spec/stripe.md §7, CHG-1, CHG-2)', () => {
  let c: CampaignWorld;
  beforeEach(async () => (c = await CampaignWorld.start({ webhooks: false })));
  afterEach(async () => {
    const found = {
      charges: c.stripe.sim.charges.rows.map((ch) => ch.status),
      intents: c.stripe.sim.paymentIntents.rows.length,
      violations: await c.violations(),
    };
    await c.close();
    expect(found).toEqual({ charges: ['succeeded'], intents: 1, violations: [] });
  });

  /** Without messages: everything is found by looking, within the hour. */
  const afterDeadline = async (campaign: LiveCampaign): Promise<void> => {
    await c.passTo(new Date(campaign.deadlineAt.getTime() + 60_000));
    for (let minute = 0; minute < 4; minute += 1) await c.pass(31 * 60_000);
  };
  const pledged = async (campaign: LiveCampaign) => {
    const pledge = await c.begin(campaign);
    await c.world.drain();
    await c.sim(`checkout/${await c.visit(pledge)}/complete`, { card: '4242424242424242' });
    await c.pass(32 * 60_000);
    expect(await c.stateOf(pledge.id)).toBe('committed');
    return pledge;
  };

  it('9 aon_500_after_success: charged, answered 500, found by looking', async () => {
    const campaign = await c.campaign();
    const pledge = await pledged(campaign);
    await c.sim('faults', { action: 'error_after', match: CONFIRM, status: 500 });
    await afterDeadline(campaign);
    expect(await c.stateOf(pledge.id)).toBe('collected');
    expect(await c.balances(campaign.eventId)).toEqual(ONCE);
  });

  it('10 aon_timeout_then_key_forgotten: charged, connection cut, key forgotten, found by looking', async () => {
    const campaign = await c.campaign();
    const pledge = await pledged(campaign);
    await c.sim('faults', { action: 'reset_after', match: { ...CONFIRM, times: 3 } });
    await c.passTo(new Date(campaign.deadlineAt.getTime() + 60_000));
    await c.sim('keys/forget');
    for (let hour = 0; hour < 2; hour += 1) await c.pass(3_600_000);
    expect(await c.stateOf(pledge.id)).toBe('collected');
    expect(await c.balances(campaign.eventId)).toEqual(ONCE);
  });

  it('11 aon_worker_killed_between_calls: made, never confirmed, taken up by the sweep', async () => {
    const campaign = await c.campaign();
    const pledge = await pledged(campaign);
    await c.sim('faults', { action: 'error_before', match: { ...CONFIRM, times: 3 }, status: 503 });
    await c.passTo(new Date(campaign.deadlineAt.getTime() + 60_000));
    await c.world.database.query(`update payments.payment_attempt set state = 'submitted', submitted_at = $1`, [c.world.clock.now()]);
    await c.sim('faults', {}, 'DELETE');
    for (let hour = 0; hour < 2; hour += 1) await c.pass(3_600_000);
    expect(await c.stateOf(pledge.id)).toBe('collected');
    expect(await c.balances(campaign.eventId)).toEqual(ONCE);
  });

  it('an intent whose making was cut off is made once', async () => {
    const campaign = await c.campaign();
    const pledge = await pledged(campaign);
    await c.sim('faults', { action: 'garbled', match: { ...CREATE, times: 1 } });
    await afterDeadline(campaign);
    expect(await c.stateOf(pledge.id)).toBe('collected');
    expect(await c.balances(campaign.eventId)).toEqual(ONCE);
  });

  it('an intent whose making was cut off is found a day later, when its key is forgotten', async () => {
    const campaign = await c.campaign();
    const pledge = await pledged(campaign);
    await c.sim('faults', { action: 'garbled', match: { ...CREATE, times: 1 } });
    await c.sim('faults', { action: 'error_before', match: CREATE, status: 503 });
    await c.passTo(new Date(campaign.deadlineAt.getTime() + 60_000));
    expect(await c.stateOf(pledge.id)).toBe('collecting');
    await c.sim('keys/forget');
    await c.pass(25 * 3_600_000);
    await c.pass(3_600_000);
    expect(await c.stateOf(pledge.id)).toBe('collected');
    expect(await c.balances(campaign.eventId)).toEqual(ONCE);
  });
});
