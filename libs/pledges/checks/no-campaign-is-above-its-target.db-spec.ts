import pg from 'pg';
import { CampaignWorld } from '../../../test/support/campaign-world.js';

describe('the check of targets and caps', () => {
  let c: CampaignWorld;
  let owner: pg.Client;
  beforeAll(async () => {
    c = await CampaignWorld.start();
    owner = new pg.Client({ connectionString: c.world.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await c.close();
  });

  const found = async () => (await c.violations()).filter((v) => (v as { invariant: string }).invariant === 'PBG-5');

  it.each([
    ['a campaign above its target', { target: 4_000 }],
    ['a backer above the cap', { backerCap: 4_000 }],
  ])('finds %s, which only the owner of the database could make with the guards switched off (PBG-5)', async (_, limits) => {
    const campaign = await c.campaign(limits);
    const { id } = await c.begin(campaign, { amount: 4_000 });
    expect(await found()).toEqual([]);
    await owner.query('begin');
    await owner.query('set local session_replication_role = replica');
    await owner.query('update pledges.pledge set raising_to_minor = 4001 where id = $1', [id]);
    await owner.query('commit');
    expect(await found()).toMatchObject([{ violations: [{ campaign: campaign.id, promised: '4001' }] }]);
    await owner.query('update pledges.pledge set raising_to_minor = null where id = $1', [id]);
  });
});
