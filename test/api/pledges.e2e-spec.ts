import { UnitOfWork } from '#platform';
import { type GoalCut, Pledges } from '#pledges';
import { type Id, money } from '#kernel';
import { CampaignWorld, type LiveCampaign } from '../support/campaign-world.js';

const gbp = (amount: number) => ({ amount, currency: 'GBP' });

describe('pledges', () => {
  let c: CampaignWorld;
  let campaign: LiveCampaign;
  beforeAll(async () => {
    c = await CampaignWorld.start();
    campaign = await c.campaign({ goal: 5_000, tiers: [{ name: 'Supper', price: 2_000 }] });
  });
  afterAll(async () => {
    const violations = await c.violations();
    await c.close();
    expect(violations).toEqual([]);
  });

  let keys = 0;
  const ask = (body: object, headers: object = {}) =>
    c.world
      .http()
      .post(`/api/v1/campaigns/${campaign.id}/pledges`)
      .set({ 'idempotency-key': `pledge-key-${(keys += 1)}`, ...headers })
      .send(body);
  const guest = { name: 'Ada', email: 'ada@guest.example' };

  it.each([
    ['without an account or a mail address', { guest: undefined }, 422, 'GUEST_NEEDS_MAIL'],
    ['in another currency', { amount: { amount: 2_000, currency: 'EUR' } }, 422, 'PLEDGE_WRONG_CURRENCY'],
    ['below nothing', { amount: gbp(-5) }, 422, 'BAD_INPUT'],
    ['of more money than there is', { amount: gbp(10 ** 15) }, 422, 'BAD_INPUT'],
    ['of more than a card can pay', { amount: gbp(10 ** 11) }, 422, 'PLEDGE_TOO_LARGE'],
    ['of nothing', { amount: gbp(0) }, 422, 'PLEDGE_TOO_SMALL'],
    ['below the price of the tier', { amount: gbp(1_999), tier: true }, 422, 'PLEDGE_TOO_SMALL'],
    ['to a tier of nowhere', { tierId: '01a20a28-166a-720f-8328-0cb821963174' }, 404, 'TIER_NOT_FOUND'],
    ['with a field nobody knows', { vote: 5 }, 422, 'BAD_INPUT'],
    ['with a line break in the name and no address', { guest: { name: 'A\nB', email: 'nobody' } }, 422, 'BAD_INPUT'],
  ])('are refused %s', async (_, { tier, ...more }: Record<string, unknown>, status, code) => {
    const answer = await ask({ amount: gbp(2_000), method: 'card', guest, ...(tier ? { tierId: campaign.tiers[0]!.id } : {}), ...more });
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([status, code]);
  });

  it('are opened by their own link and by nobody else (PLG-1)', async () => {
    const [mine, other] = [await c.begin(campaign), await c.begin(campaign)];
    const open = (id: string, link?: string) =>
      c.world
        .http()
        .get(`/api/v1/pledges/${id}`)
        .query(link ? { link } : {});
    expect((await open(mine.id, mine.link)).body).toMatchObject({ id: mine.id, state: 'draft', amount: gbp(2_000), canChange: true });
    await open(mine.id, other.link).expect(404);
    await open(mine.id).expect(404);
    await c.world.http().post(`/api/v1/pledges/${mine.id}/withdraw`).query({ link: other.link }).expect(404);
  });

  it('of a member are found under their name, on the site and in the list', async () => {
    const member = await c.world.account({ name: 'Grace Hopper' });
    const headers = await c.world.signIn(member);
    const made = await ask({ amount: gbp(2_500), method: 'card', coverFee: true }, headers).expect(201);
    expect(made.body).toMatchObject({ link: null, feeCovered: gbp(59), total: gbp(2_559) });
    const { pledgeId } = made.body as { pledgeId: string };
    await c.world.http().get(`/api/v1/pledges/${pledgeId}`).set(headers).expect(200);
    expect((await c.world.http().get('/api/v1/me/pledges').set(headers)).body).toMatchObject({ items: [{ id: pledgeId }], next: null });
  });

  it('show no more than their backer chose, anywhere in public (PLG-2)', async () => {
    const shown = await c.campaign({ goal: 100 });
    for (const display of ['public', 'name_hidden', 'all_hidden']) {
      const key = `display-${display}`;
      const body = { amount: gbp(1_234), method: 'card', display, guest: { name: `Secret ${display}`, email: `${key}@guest.example` } };
      const made = await c.world.http().post(`/api/v1/campaigns/${shown.id}/pledges`).set('idempotency-key', key).send(body).expect(201);
      const { pledgeId: id, link } = made.body as { pledgeId: string; link: string };
      await c.world.drain();
      await c.sim(`checkout/${await c.visit({ id, link })}/complete`, { card: '4242424242424242' });
      await c.settle();
    }
    const { items } = (await c.world.http().get(`/api/v1/campaigns/${shown.id}/pledges`)).body as { items: object[] };
    expect(items.map(({ name, amount }: { name?: unknown; amount?: unknown }) => [name, amount])).toEqual([
      [null, null],
      [null, gbp(1_234)],
      ['Secret public', gbp(1_234)],
    ]);
    const full = await c.world.http().get(`/api/v1/events/${shown.slug}/campaigns/${shown.id}/pledges`).set(shown.treasurer).expect(200);
    expect((full.body as { items: { name: string }[] }).items.map((p) => p.name)).toEqual([
      'Secret all_hidden',
      'Secret name_hidden',
      'Secret public',
    ]);
    await c.world.http().get(`/api/v1/events/${shown.slug}/campaigns/${shown.id}/pledges`).expect(401);
  });

  it('may be lowered at once and raised with a new agreement, and the figures follow', async () => {
    const own = await c.campaign({ goal: 9_000 });
    const pledge = await c.pledge(own);
    const change = (body: object) => c.world.http().post(`/api/v1/pledges/${pledge.id}/change`).query({ link: pledge.link }).send(body);
    const progress = async () => ((await c.world.http().get(`/api/v1/campaigns/${own.id}/progress`)).body as { pledged: object }).pledged;
    expect((await change({ amount: gbp(1_500) })).body).toMatchObject({ url: null, pledge: { amount: gbp(1_500) } });
    expect(await progress()).toEqual({ amount: gbp(1_500), pledges: 1 });
    const raised = await change({ amount: gbp(4_000) }).expect(200);
    expect(raised.body).toMatchObject({ pledge: { amount: gbp(1_500), confirming: gbp(4_000) } });
    expect((raised.body as { url: string }).url).toContain('/checkout');
    expect(await progress()).toEqual({ amount: gbp(1_500), pledges: 1 });
    await c.world.drain();
    await c.sim(`checkout/${await c.visit(pledge)}/complete`, { card: '5555555555554444' });
    await c.settle();
    const { body: agreed } = await c.world.http().get(`/api/v1/pledges/${pledge.id}`).query({ link: pledge.link }).expect(200);
    expect(agreed).toMatchObject({ amount: gbp(4_000), confirming: null });
    expect(await progress()).toEqual({ amount: gbp(4_000), pledges: 1 });
    await c.runSchedules();
    expect(await progress()).toEqual({ amount: gbp(4_000), pledges: 1 });
    const memo = await c.world.database.one<{ sum: bigint }>(
      `select sum(debit_minor - credit_minor)::bigint as sum from ledger.journal_line where event_id = $1 and account = 'Equity:Memo:PledgesOutstanding'`,
      [own.eventId],
    );
    expect(memo.sum).toBe(4_000n);
  });

  it('lower the goal with a need met in kind, once per gift, and tell backers (CAM-5)', async () => {
    const own = await c.campaign({ goal: 9_000 });
    await c.pledge(own);
    const cut: GoalCut = {
      amount: money(3_000n, 'GBP'),
      because: 'The university gives the room',
      sourceId: '01a20a28-166a-720f-8328-0cb821963174',
    };
    const lower = () => c.world.get(UnitOfWork).run((tx) => c.world.get(Pledges).lowerGoal(tx, own.eventId as Id<'event'>, cut));
    expect([await lower(), await lower()]).toEqual([true, false]);
    await c.world.drain();
    expect((await c.world.http().get(`/api/v1/campaigns/${own.id}`)).body).toMatchObject({
      goal: gbp(6_000),
      progress: { pledged: { amount: gbp(2_000), pledges: 1 } },
    });
    expect(await c.world.database.query(`select 1 from platform.mail where subject like '%needs £30.00 less'`)).toHaveLength(1);
  });

  it('are held in the last 24 hours where one would take the campaign below its goal (PLG-3)', async () => {
    const own = await c.campaign({ goal: 3_000, days: 3 });
    const [first] = [await c.pledge(own), await c.pledge(own)];
    await c.passTo(new Date(own.deadlineAt.getTime() - 3_600_000));
    const answer = await c.world.http().post(`/api/v1/pledges/${first.id}/withdraw`).query({ link: first.link });
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([409, 'PLEDGE_HELD']);
    await c.world
      .http()
      .post(`/api/v1/pledges/${first.id}/change`)
      .query({ link: first.link })
      .send({ amount: gbp(1_000) })
      .expect(200);
  });
});
