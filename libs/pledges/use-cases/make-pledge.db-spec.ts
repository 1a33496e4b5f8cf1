import { money } from '#kernel';
import { Database } from '#platform';
import { CampaignWorld } from '../../../test/support/campaign-world.js';
import { MakePledge, type PledgeWish } from './make-pledge.js';

const PLEDGES = 50;

describe('what a pledge costs (spec/performance.md §6, scenario 3)', () => {
  let c: CampaignWorld;
  beforeAll(async () => (c = await CampaignWorld.start({ webhooks: false })));
  afterAll(() => c.close());

  it('is one statement for a member with a card, whatever else it brings about', async () => {
    const campaign = await c.campaign({ tiers: [{ name: 'Many', price: 2_000, capacity: 1_000 }] });
    const { accountId } = await c.account();
    const wish: PledgeWish = {
      campaignId: campaign.id,
      tierId: campaign.tiers[0]!.id,
      amount: money(2_000n, 'GBP'),
      display: 'public',
      method: 'card',
      coverFee: false,
      organisation: null,
      guest: null,
    };
    const database = c.world.get(Database);
    const make = c.world.get(MakePledge);
    const statements = jest.spyOn(database.pool, 'query');
    for (let n = 0; n < PLEDGES; n += 1) await make.execute(wish, accountId, `measured-${n}`);
    const sent = statements.mock.calls.filter(([query]) =>
      String((query as unknown as { text: string }).text).includes('make_pledge'),
    ).length;
    statements.mockRestore();
    expect(sent).toBe(PLEDGES);
    expect(await c.violations()).toEqual([]);
  });

  it('belongs to a campaign and a tier of its event, though no foreign key locks them (spec/performance.md §1.3)', async () => {
    const campaign = await c.campaign({ tiers: [{ name: 'Here', price: 500 }] });
    const other = await c.campaign({ tiers: [{ name: 'There', price: 500 }] });
    const { id } = await c.begin(campaign, { amount: 500, tierId: campaign.tiers[0]!.id });
    const move = (set: string): Promise<number> => c.world.database.run(`update pledges.pledge set ${set} where id = $1`, [id]);
    await expect(move(`tier_id = '${other.tiers[0]!.id}'`)).rejects.toThrow('pledge_tier');
    await expect(move('campaign_id = id')).rejects.toThrow('pledge_campaign');
    expect(await c.world.database.one('select tier_id from pledges.pledge where id = $1', [id])).toEqual({
      tier_id: campaign.tiers[0]!.id,
    });
  });
});
