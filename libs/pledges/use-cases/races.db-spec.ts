import { CampaignWorld } from '../../../test/support/campaign-world.js';
import { EvaluateCampaign } from './evaluate-campaign.js';
import { RunCampaigns } from './run-campaigns.js';

describe('many at once', () => {
  let c: CampaignWorld;
  beforeEach(async () => (c = await CampaignWorld.start()));
  afterEach(async () => {
    const violations = await c.violations();
    await c.close();
    expect(violations).toEqual([]);
  });

  const ask = (campaignId: string, body: object, key: string) =>
    c.world.http().post(`/api/v1/campaigns/${campaignId}/pledges`).set('idempotency-key', key).send(body);
  const wish = (n: number, more: object = {}) => ({
    amount: { amount: 2_000, currency: 'GBP' },
    method: 'card',
    guest: { name: `Guest ${n}`, email: `guest${n}@race.example` },
    ...more,
  });

  it('sells the last place once to 200 who want it at the same moment (TIER-1)', async () => {
    const campaign = await c.campaign({ tiers: [{ name: 'Last', price: 2_000, capacity: 1 }] });
    const tierId = campaign.tiers[0]!.id;
    const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => ask(campaign.id, wish(n, { tierId }), `race-key-${n}`)));
    expect(answers.filter((a) => a.status === 201)).toHaveLength(1);
    expect(answers.filter((a) => a.status === 409 && (a.body as { code: string }).code === 'TIER_SOLD_OUT')).toHaveLength(199);
  });

  it('makes one pledge of a request that was sent twenty times at once (PLG-5)', async () => {
    const campaign = await c.campaign();
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(campaign.id, wish(1), 'the-same-key')));
    const ids = new Set(answers.map((a) => (a.body as { pledgeId?: string }).pledgeId));
    expect(answers.map((a) => a.status)).toEqual(Array.from({ length: 20 }, () => 201));
    expect(ids.size).toBe(1);
    const other = await ask(campaign.id, wish(1, { display: 'all_hidden' }), 'the-same-key');
    expect([other.status, (other.body as { code: string }).code]).toEqual([422, 'PLEDGE_KEY_REUSED']);
  });

  it('is counted once by twenty workers, and each pledge charged once (CAM-1)', async () => {
    const campaign = await c.campaign({ goal: 4_000 });
    const pledges = [await c.pledge(campaign), await c.pledge(campaign), await c.pledge(campaign)];
    c.world.clock.moveTo(new Date(campaign.deadlineAt.getTime() + 60_000));
    await c.sim('clock', { to: c.world.clock.now().getTime() });
    await c.world.get(RunCampaigns).execute();
    await Promise.all(Array.from({ length: 20 }, () => c.world.get(EvaluateCampaign).execute(campaign.id)));
    await c.settle();
    await c.pass(10_000);
    const counts = await c.world.database.query('select counted_minor, pledge_count, outcome from pledges.evaluation');
    expect(counts).toEqual([{ counted_minor: 6_000n, pledge_count: 3, outcome: 'succeeded' }]);
    for (const { id } of pledges) expect(await c.stateOf(id)).toBe('collected');
    expect(c.stripe.sim.charges.rows).toHaveLength(3);
  });
});
