import { createHmac } from 'node:crypto';
import { newId } from '#kernel';
import { CampaignWorld, type LiveCampaign } from '../../../test/support/campaign-world.js';

const HOUR = 3_600_000;
const SECRET = 'whsec_for_tests_only_0123456789';

/** What is left of a day in the life of a campaign, without ids. */
async function digest(c: CampaignWorld, campaign: LiveCampaign): Promise<object> {
  const pledges = await c.world.database.query('select state, count(*)::int as n from pledges.pledge group by state order by state');
  return { pledges, balances: await c.balances(campaign.eventId), atStripe: await c.atStripe(), violations: await c.violations() };
}

/** Pledges, a deadline, a recovery, a refund and a dispute. */
async function aDay(c: CampaignWorld): Promise<LiveCampaign> {
  const campaign = await c.campaign({ goal: 2_000 });
  const plain = await c.pledge(campaign);
  const sca = await c.pledge(campaign, '4000002760003184');
  await c.pledge(campaign, '4000000000000259', { amount: 5_000 });
  await c.passTo(new Date(campaign.deadlineAt.getTime() + 60_000));
  await c.pass(10_000);
  const recovery = await c.world
    .http()
    .post(`/api/v1/pledges/${sca.id}/recover`)
    .set('idempotency-key', newId())
    .query({ link: sca.link })
    .expect(200);
  await c.sim(`checkout/${/cs_test_\w+/.exec((recovery.body as { url: string }).url)![0]}/complete`, { card: '4000002760003184' });
  await c.pass(10_000);
  const refund = { amount: { amount: 700, currency: 'GBP' }, reason: 'asked for' };
  await c.world
    .http()
    .post(`/api/v1/events/${campaign.slug}/pledges/${plain.id}/refund`)
    .set(campaign.treasurer)
    .set('idempotency-key', 'a-day-refund')
    .send(refund)
    .expect(201);
  for (let hour = 0; hour < 3; hour += 1) await c.pass(HOUR);
  return campaign;
}

describe('messages of Stripe are hints to look (G4)', () => {
  let expected: object;
  beforeAll(async () => {
    const c = await CampaignWorld.start();
    expected = await digest(c, await aDay(c));
    await c.close();
    expect(expected).toMatchObject({
      violations: [],
      pledges: [
        { state: 'collected', n: 1 },
        { state: 'disputed', n: 1 },
        { state: 'partly_refunded', n: 1 },
      ],
    });
  });

  it.each([1, 2, 3])(
    '28 webhooks_shuffled_and_doubled, seed %i: the same end',
    async (seed) => {
      const c = await CampaignWorld.start({ seed: `shuffle-${seed}` });
      try {
        await c.sim('faults', { action: 'webhook_duplicate', match: { every: 2 }, copies: 3 });
        await c.sim('faults', { action: 'webhook_reorder', match: {}, order: 'shuffle', ms: 4_000 });
        expect(await digest(c, await aDay(c))).toEqual(expected);
      } finally {
        await c.close();
      }
    },
    60_000,
  );

  it('27 webhooks_lost_for_a_day: everything is caught up by looking (CHG-8)', async () => {
    const c = await CampaignWorld.start({ seed: 'lost' });
    try {
      await c.sim('faults', { action: 'webhook_lost', match: {} });
      const campaign = await c.campaign({ goal: 2_000 });
      const begun = await c.begin(campaign);
      await c.world.drain();
      await c.sim(`checkout/${await c.visit(begun)}/complete`, { card: '4242424242424242' });
      await c.pass(HOUR);
      expect(await c.stateOf(begun.id)).toBe('committed');
      await c.passTo(new Date(campaign.deadlineAt.getTime() + 60_000));
      await c.pass(HOUR);
      expect(await c.stateOf(begun.id)).toBe('collected');
      expect(await c.balances(campaign.eventId)).toEqual({
        'Assets:Stripe:Balance': 1_950,
        'Expenses:Fees:StripeProcessing': 50,
        'Income:Pledges:Individuals': -2_000,
      });
      expect(await c.violations()).toEqual([]);
    } finally {
      await c.close();
    }
  });
});

describe('messages that are not from Stripe (F15)', () => {
  let c: CampaignWorld;
  beforeAll(async () => (c = await CampaignWorld.start({ webhooks: false })));
  afterAll(() => c.close());

  const event = (more: object = {}) =>
    JSON.stringify({
      id: 'evt_1',
      object: 'event',
      type: 'payment_intent.succeeded',
      livemode: false,
      created: 1,
      api_version: null,
      data: { object: { id: 'pi_1', object: 'payment_intent' } },
      ...more,
    });
  const sign = (body: string, at: number, secret = SECRET) =>
    `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`;
  const send = (body: string, signature?: string) => {
    const request = c.world.http().post('/webhooks/stripe').set('content-type', 'application/json');
    return (signature === undefined ? request : request.set('stripe-signature', signature)).send(body);
  };
  const now = () => Math.floor(c.world.clock.now().getTime() / 1000);
  const kept = async () => (await c.world.database.one<{ n: number }>('select count(*)::int as n from payments.stripe_event')).n;

  it.each([
    ['without a signature', (body: string) => [body, undefined]],
    ['with a wrong secret', (body: string) => [body, sign(body, now(), 'whsec_other')]],
    ['with a signature of another body', (body: string) => [body, sign(`${body} `, now())]],
    ['that are ten minutes old', (body: string) => [body, sign(body, now() - 600)]],
    ['from ten minutes ahead', (body: string) => [body, sign(body, now() + 600)]],
    ['with a broken header', (body: string) => [body, 't=,v1=']],
  ] as const)('refuses messages %s', async (_, forge) => {
    const [body, signature] = forge(event());
    expect((await send(body!, signature)).status).toBe(400);
    expect(await kept()).toBe(0);
  });

  it('refuses messages of live mode and of other accounts', async () => {
    for (const more of [{ livemode: true }, { account: 'acct_other' }]) {
      const body = event(more);
      const answer = await send(body, sign(body, now()));
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([400, 'OTHER_ACCOUNT']);
    }
    expect(await kept()).toBe(0);
  });

  it('takes a genuine one once, about an object nobody knows, and changes nothing', async () => {
    const body = event();
    for (let i = 0; i < 3; i += 1) expect((await send(body, sign(body, now()))).status).toBe(200);
    await c.world.drain();
    expect(await c.world.database.query('select state, tries from payments.stripe_event')).toEqual([{ state: 'ignored', tries: 1 }]);
    expect(await c.world.database.query('select 1 from payments.payment_intent')).toEqual([]);
  });

  it('keeps one about nothing that concerns us, and nobody has work with it', async () => {
    const body = event({ id: 'evt_none_of_ours', type: 'customer.created' });
    expect((await send(body, sign(body, now()))).status).toBe(200);
    const [about] = await c.world.database.query<{ state: string; done: boolean }>(
      `select state, done_at is not null as done from payments.stripe_event where stripe_event_id = 'evt_none_of_ours'`,
    );
    expect(about).toEqual({ state: 'ignored', done: true });
    expect(await c.world.database.query('select 1 from graphile_worker.jobs')).toEqual([]);
  });
});
