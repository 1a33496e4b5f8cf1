import { CampaignWorld } from '../support/campaign-world.js';

const gbp = (amount: number) => ({ amount, currency: 'GBP' });
const MAPPING = { separator: ',', dateForm: 'yyyy-MM-dd', date: 'Date', amount: 'Amount', text: ['Text'] };

describe('money that comes through the bank', () => {
  let c: CampaignWorld;
  beforeEach(async () => (c = await CampaignWorld.start()));
  afterEach(async () => {
    const violations = await c.violations();
    await c.close();
    expect(violations).toEqual([]);
  });

  /** Imports one bank line and matches it to what is expected, unless its reference has done so by itself. */
  async function bankLine(
    slug: string,
    treasurer: { authorization: string },
    line: { on: string; text: string; amount: string },
  ): Promise<void> {
    const books = `/api/v1/events/${slug}/books`;
    const csv = `Date,Text,Amount\n${line.on},${line.text},${line.amount}\n`;
    await c.world
      .http()
      .post(`${books}/statements`)
      .set(treasurer)
      .set('idempotency-key', `statement-${line.on}`)
      .send({ fileName: 'bank.csv', csv, mapping: MAPPING })
      .expect(201);
    const lines = (await c.world.http().get(`${books}/lines`).set(treasurer).expect(200)).body as { items: { id: string; text: string }[] };
    const left = lines.items.find((l) => l.text.includes(line.text));
    if (!left) return c.world.drain();
    const open = (await c.world.http().get(`${books}/open-items`).set(treasurer).expect(200)).body as {
      items: { id: string; reference: string | null; amount: { amount: number } }[];
    };
    const item = open.items.find((i) => line.text.includes(i.reference ?? '#'))!;
    await c.world
      .http()
      .post(`${books}/lines/${left.id}/match`)
      .set(treasurer)
      .set('idempotency-key', `match-${line.on}`)
      .send({ openItemId: item.id })
      .expect(200);
    await c.world.drain();
  }

  it('of an organisation that transfers is a debt until the goal is met, then income of organisations (E13)', async () => {
    const campaign = await c.campaign({ goal: 20_000 });
    const body = {
      amount: gbp(20_000),
      method: 'transfer',
      guest: { name: 'Contact', email: 'contact@org.example' },
      organisation: { name: 'Health Trust', po: 'PO-9', address: '1 Main Street' },
    };
    const made = await c.world
      .http()
      .post(`/api/v1/campaigns/${campaign.id}/pledges`)
      .set('idempotency-key', 'org-pledge')
      .send(body)
      .expect(201);
    const { pledgeId, link, next } = made.body as {
      pledgeId: string;
      link: string;
      next: { url: null; transfer: { reference: string; amount: object; bankDetails: string } };
    };
    expect(next).toMatchObject({
      url: null,
      transfer: { amount: gbp(20_000), bankDetails: expect.stringContaining('Example Bank') as string },
    });
    expect((await c.world.http().get(`/api/v1/campaigns/${campaign.id}/progress`)).body).toMatchObject({
      pledged: { amount: gbp(0) },
      awaited: { amount: gbp(20_000), pledges: 1 },
    });
    await bankLine(campaign.slug, campaign.treasurer, { on: '2026-05-01', text: `TRUST ${next.transfer.reference}`, amount: '200.00' });
    expect((await c.world.http().get(`/api/v1/pledges/${pledgeId}`).query({ link })).body).toMatchObject({
      state: 'received',
      organisation: 'Health Trust',
    });
    expect(await c.balances(campaign.eventId)).toEqual({ 'Assets:Bank:Main': 20_000, 'Liabilities:ConditionalPledges': -20_000 });
    await c.passTo(new Date(campaign.deadlineAt.getTime() + 60_000));
    expect(await c.stateOf(pledgeId)).toBe('collected');
    expect(await c.balances(campaign.eventId)).toEqual({ 'Assets:Bank:Main': 20_000, 'Income:Pledges:Organisations': -20_000 });
    await c.runSchedules();
    expect(await c.campaignState(campaign.id)).toBe('collected');
  });

  it('is sent back when the goal was missed', async () => {
    const campaign = await c.campaign({ goal: 90_000 });
    const body = { amount: gbp(5_000), method: 'transfer', guest: { name: 'Ada', email: 'ada@guest.example' } };
    const made = await c.world
      .http()
      .post(`/api/v1/campaigns/${campaign.id}/pledges`)
      .set('idempotency-key', 'missed-pledge')
      .send(body)
      .expect(201);
    const { pledgeId, next } = made.body as { pledgeId: string; next: { transfer: { reference: string } } };
    await bankLine(campaign.slug, campaign.treasurer, { on: '2026-05-01', text: `ADA ${next.transfer.reference}`, amount: '50.00' });
    await c.passTo(new Date(campaign.deadlineAt.getTime() + 60_000));
    expect(await c.stateOf(pledgeId)).toBe('released');
    await bankLine(campaign.slug, campaign.treasurer, { on: '2026-05-12', text: `RETURN ${next.transfer.reference}`, amount: '-50.00' });
    expect(await c.balances(campaign.eventId)).toEqual({});
  });

  it('29 is a payout: matched to its line, nothing is left in between', async () => {
    const campaign = await c.campaign({ mode: 'keep', days: 60 });
    for (let i = 0; i < 3; i += 1) await c.pledge(campaign, undefined, { amount: 10_000 });
    for (let day = 0; day < 6; day += 1) await c.pass(86_400_000);
    const { items } = (await c.world.http().get(`/api/v1/events/${campaign.slug}/payouts`).set(campaign.treasurer)).body as {
      items: { stripeId: string; amount: object; arrivesOn: string }[];
    };
    expect(items).toHaveLength(1);
    expect(items[0]!.amount).toEqual(gbp(29_490));
    await bankLine(campaign.slug, campaign.treasurer, { on: items[0]!.arrivesOn, text: `STRIPE ${items[0]!.stripeId}`, amount: '294.90' });
    expect(await c.balances(campaign.eventId)).toEqual({
      'Assets:Bank:Main': 29_490,
      'Expenses:Fees:StripeProcessing': 510,
      'Income:Pledges:Individuals': -30_000,
    });
    const after = await c.world.http().get(`/api/v1/events/${campaign.slug}/payouts`).set(campaign.treasurer);
    expect(after.body).toMatchObject({ items: [{ state: 'arrived' }] });
    const payments = await c.world.http().get(`/api/v1/events/${campaign.slug}/payments`).set(campaign.treasurer).query({ limit: 2 });
    expect(payments.body).toMatchObject({ items: [{ state: 'succeeded' }, { state: 'succeeded' }], next: expect.any(String) as string });
  });

  it('is listed by who pledged for which campaign', async () => {
    const campaign = await c.campaign({ mode: 'keep' });
    const { id } = await c.pledge(campaign);
    const { reference } = await c.world.database.one<{ reference: string }>('select reference from pledges.pledge where id = $1', [id]);
    const { body } = await c.world.http().get(`/api/v1/events/${campaign.slug}/payments`).set(campaign.treasurer).expect(200);
    expect(body).toMatchObject({ items: [{ pledgeId: id, backer: 'A Guest', campaign: 'A get-together', reference, amount: gbp(2_000) }] });
  });

  it('that did not fit names its backer and what was asked', async () => {
    const campaign = await c.campaign({ mode: 'keep' });
    const { id } = await c.pledge(campaign);
    const details = { expected: '2000 GBP', charged: '2500 GBP', source: id };
    await c.world.database.run(
      `insert into payments.exception (id, event_id, kind, subject, details, found_at) values
         (gen_random_uuid(), $1, 'charge differs', 'pi_1', $2, '2026-05-02'), (gen_random_uuid(), $1, 'unexplained movement', 'txn_1', $3, '2026-05-01')`,
      [campaign.eventId, details, { type: 'adjustment', net: '-120 GBP', source: 'ch_1' }],
    );
    const answer = await c.world.http().get(`/api/v1/events/${campaign.slug}/payments/exceptions`).set(campaign.treasurer).expect(200);
    expect(answer.body).toMatchObject([
      { subject: 'pi_1', backer: 'A Guest', campaign: 'A get-together', details },
      { subject: 'txn_1', backer: null, campaign: null },
    ]);
  });
});
