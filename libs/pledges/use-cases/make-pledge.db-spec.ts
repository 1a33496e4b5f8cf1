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
});
