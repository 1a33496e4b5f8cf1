import pg from 'pg';
import { CampaignWorld, type LiveCampaign } from '../../../test/support/campaign-world.js';
import { ReadBalance } from '../use-cases/read-balance.js';

describe('the check of the clearing account (I6)', () => {
  let c: CampaignWorld;
  let campaign: LiveCampaign;
  beforeEach(async () => {
    c = await CampaignWorld.start();
    campaign = await c.campaign({ mode: 'keep' });
  });
  afterEach(() => c.close());

  const booked = async () => (await c.balances(campaign.eventId))['Assets:Stripe:Balance'];

  /** Stripe writes the line of a charge some seconds after it; our own schedules do not run. */
  const toStripe = () => c.sim('clock', { to: c.world.clock.now().getTime() + 10_000 });

  it('holds while a payment is in the books, before Stripe shows its line and before we have read it', async () => {
    await c.sim('faults', { action: 'webhook_lost', match: { type: 'charge.updated' } });
    await c.pledge(campaign);
    expect([await booked(), await c.atStripe()]).toEqual([2_000, 0]);
    expect(await c.violations()).toEqual([]);
    await toStripe();
    expect([await booked(), await c.atStripe()]).toEqual([2_000, 1_950]);
    expect(await c.violations()).toEqual([]);
    await c.world.get(ReadBalance).work();
    expect([await booked(), await c.atStripe()]).toEqual([1_950, 1_950]);
    expect(await c.violations()).toEqual([]);
  });

  it('holds while Stripe has been paid and the books know of nothing', async () => {
    await c.pledge(campaign);
    await c.pass(10_000);
    await c.sim('faults', { action: 'webhook_lost', match: {} });
    const begun = await c.begin(campaign);
    await c.world.drain();
    await c.sim(`checkout/${await c.visit(begun)}/complete`, { card: '4242424242424242' });
    await toStripe();
    expect([await booked(), await c.atStripe()]).toEqual([1_950, 3_900]);
    expect(await c.violations()).toEqual([]);
  });

  it('bites when a line counts as one that waits, although it is in the books', async () => {
    await c.pledge(campaign);
    await c.pass(10_000);
    const owner = new pg.Client(c.world.ownerUrl);
    await owner.connect();
    await owner.query(`update payments.balance_line set state = 'waiting'`);
    await owner.end();
    expect(await c.violations()).toEqual([
      expect.objectContaining({ violations: [{ currency: 'GBP', atStripe: '1950', inBooks: '1950', underWay: '-50' }] }),
    ]);
  });
});
