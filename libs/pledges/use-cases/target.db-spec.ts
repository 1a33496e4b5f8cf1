import { type Id, money, newId } from '#kernel';
import { UnitOfWork } from '#platform';
import { CampaignWorld, type LiveCampaign } from '../../../test/support/campaign-world.js';
import { Pledges } from '../pledges.js';

const gbp = (amount: number) => ({ amount, currency: 'GBP' });
const MINUTE = 60_000;

describe('a campaign with a target, and a cap for each backer', () => {
  let c: CampaignWorld;
  beforeEach(async () => (c = await CampaignWorld.start()));
  afterEach(async () => {
    const violations = await c.violations();
    await c.close();
    expect(violations).toEqual([]);
  });

  let keys = 0;
  const ask = (campaign: LiveCampaign, amount: number, who: { authorization: string } | string, more: object = {}) => {
    const guest = typeof who === 'string' ? { guest: { name: 'A Guest', email: `${who}@target.example` } } : {};
    return c.world
      .http()
      .post(`/api/v1/campaigns/${campaign.id}/pledges`)
      .set({ 'idempotency-key': `target-key-${(keys += 1)}`, ...(typeof who === 'string' ? {} : who) })
      .send({ amount: gbp(amount), method: 'card', ...guest, ...more });
  };
  const member = async () => c.world.signIn(await c.world.account());
  const patch = (campaign: LiveCampaign, body: object) =>
    c.world.http().patch(`/api/v1/events/${campaign.slug}/campaigns/${campaign.id}`).set(campaign.treasurer).send(body);
  const change = (pledge: { id: string; link: string }, amount: number) =>
    c.world
      .http()
      .post(`/api/v1/pledges/${pledge.id}/change`)
      .query({ link: pledge.link })
      .send({ amount: gbp(amount) });
  const leftOf = async (campaign: LiveCampaign) =>
    ((await c.world.http().get(`/api/v1/campaigns/${campaign.id}/progress`)).body as { left: object | null }).left;
  const told = (answers: { status: number; body: unknown }[]) =>
    answers.map(({ status, body }) => (status === 201 ? 201 : (body as { code: string }).code));
  const promised = async (campaign: LiveCampaign) =>
    (await c.world.database.one<{ sum: bigint }>('select pledges.promised($1) as sum', [campaign.id])).sum;

  it.each([['guests'], ['members']])(
    'takes exactly as much as fits of 50 parallel pledges of %s, and refuses the rest cleanly (PBG-5)',
    async (kind) => {
      const campaign = await c.campaign({ target: 10_000 });
      const people: ({ authorization: string } | string)[] = [];
      for (let n = 0; n < 50; n += 1) people.push(kind === 'guests' ? `racer${n}` : await member());
      const answers = await Promise.all(people.map((who) => ask(campaign, 1_500, who)));
      const codes = told(answers);
      expect(codes.filter((code) => code === 201)).toHaveLength(6);
      expect(codes.filter((code) => code === 'TARGET_REACHED')).toHaveLength(44);
      for (const { status, body } of answers)
        if (status === 409) expect((body as { details: object }).details).toEqual({ left: 1_000, currency: 'GBP' });
      expect(await leftOf(campaign)).toEqual(gbp(1_000));
      await ask(campaign, 1_000, 'the-last').expect(201);
      expect(await leftOf(campaign)).toEqual(gbp(0));
    },
    60_000,
  );

  it('answers one request that is sent twenty times at once with its one pledge, though that takes all the room (PBG-5, PLG-5)', async () => {
    const campaign = await c.campaign({ target: 2_000 });
    const who = await member();
    const once = () => ask(campaign, 2_000, who).set('idempotency-key', 'the-only-key');
    const answers = await Promise.all(Array.from({ length: 20 }, once));
    expect(new Set(told(answers))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => (body as { pledgeId: string }).pledgeId)).size).toBe(1);
  });

  it('takes pledges again at once when its target is raised, and is never lowered under what is promised (PBG-5)', async () => {
    const campaign = await c.campaign({ target: 4_000 });
    await c.pledge(campaign, undefined, { amount: 4_000 });
    expect(told([await ask(campaign, 30, 'late')])).toEqual(['TARGET_REACHED']);
    expect((await patch(campaign, { target: gbp(3_999) })).body).toMatchObject({
      code: 'TARGET_BELOW_PROMISED',
      details: { promised: 4_000 },
    });
    const raised = await patch(campaign, { target: gbp(6_000) }).expect(200);
    expect(raised.body).toMatchObject({ target: gbp(6_000), progress: { target: gbp(6_000), left: gbp(2_000) } });
    await ask(campaign, 2_000, 'late').expect(201);
    const fact = await c.world.database.one<{ body: object }>(`select body from platform.fact where type = 'TargetChanged'`);
    expect(fact.body).toEqual({ campaignId: campaign.id, target: 6_000, currency: 'GBP' });
    const audit = await c.world.database.one<{ details: object }>(
      `select details from platform.audit_entry where action = 'campaign changed'`,
    );
    expect(audit.details).toMatchObject({ target: ['4000', '6000'] });
    await patch(campaign, { target: null }).expect(200);
    expect(await leftOf(campaign)).toBeNull();
    await ask(campaign, 50_000, 'rich').expect(201);
    expect((await patch(campaign, { target: gbp(90_000) })).body).toMatchObject({ code: 'MODE_IS_FIXED' });
  });

  it('is lowered together with the goal by a need met in kind, never under what is promised (PBG-5, CAM-5)', async () => {
    const campaign = await c.campaign({ goal: 5_000, target: 8_000 });
    await c.pledge(campaign, undefined, { amount: 4_000 });
    const lower = (amount: number) =>
      c.world
        .get(UnitOfWork)
        .run((tx) =>
          c.world
            .get(Pledges)
            .lowerGoal(tx, campaign.eventId as Id<'event'>, { amount: money(BigInt(amount), 'GBP'), because: 'A hall', sourceId: newId() }),
        );
    const terms = async () => (await c.world.http().get(`/api/v1/campaigns/${campaign.id}`)).body as { goal: object; target: object };
    await lower(1_000);
    expect(await terms()).toMatchObject({ goal: gbp(4_000), target: gbp(7_000) });
    await lower(3_500);
    expect(await terms()).toMatchObject({ goal: gbp(500), target: gbp(4_000) });
    expect(await leftOf(campaign)).toEqual(gbp(0));
  });

  it('holds the room of a raise from when it is asked for until the payment page is left, and counts it once (PBG-5)', async () => {
    const campaign = await c.campaign({ target: 5_000 });
    const mine = await c.pledge(campaign, undefined, { amount: 2_000 });
    expect((await change(mine, 5_001)).body).toMatchObject({ code: 'TARGET_REACHED', details: { left: 3_000 } });
    await change(mine, 4_000).expect(200);
    expect(await leftOf(campaign)).toEqual(gbp(1_000));
    expect(told([await ask(campaign, 1_001, 'other')])).toEqual(['TARGET_REACHED']);
    await c.pass(35 * MINUTE);
    expect(await leftOf(campaign)).toEqual(gbp(3_000));
    await change(mine, 5_000).expect(200);
    await c.sim(`checkout/${await c.visit(mine)}/complete`, { card: '4242424242424242' });
    await c.settle();
    expect(await leftOf(campaign)).toEqual(gbp(0));
    const row = await c.world.database.one('select amount_minor, raising_to_minor from pledges.pledge where id = $1', [mine.id]);
    expect(row).toEqual({ amount_minor: 5_000n, raising_to_minor: null });
  });

  it('has the room again that a pledge leaves which is withdrawn or expires (PBG-5)', async () => {
    const campaign = await c.campaign({ target: 4_000 });
    const [left, kept] = [await c.begin(campaign), await c.pledge(campaign)];
    expect(told([await ask(campaign, 100, 'early')])).toEqual(['TARGET_REACHED']);
    await c.pass(35 * MINUTE);
    expect(await c.stateOf(left.id)).toBe('expired');
    expect(await leftOf(campaign)).toEqual(gbp(2_000));
    await c.world.http().post(`/api/v1/pledges/${kept.id}/withdraw`).query({ link: kept.link }).expect(200);
    await ask(campaign, 4_000, 'next').expect(201);
    expect(await promised(campaign)).toBe(4_000n);
  });

  it('lets nobody promise more than the cap over several pledges raced, and tells only members what they have left (PBG-5)', async () => {
    const campaign = await c.campaign({ backerCap: 5_000 });
    const [one, other] = [await member(), await member()];
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask(campaign, 1_200, one)));
    const codes = told(answers);
    expect(codes.filter((code) => code === 201)).toHaveLength(4);
    expect(codes.filter((code) => code === 'BACKER_CAP')).toHaveLength(8);
    expect((await ask(campaign, 1_200, one)).body).toMatchObject({ details: { cap: 5_000, left: 200, currency: 'GBP' } });
    await ask(campaign, 200, one).expect(201);
    await ask(campaign, 5_000, other).expect(201);
    await ask(campaign, 5_000, 'guest').expect(201);
    const refused = await ask(campaign, 30, 'guest');
    expect((refused.body as { details: object }).details).toEqual({ cap: 5_000, currency: 'GBP' });
    expect((await patch(campaign, { backerCap: gbp(4_999) })).body).toMatchObject({ code: 'TARGET_BELOW_PROMISED' });
    await patch(campaign, { backerCap: gbp(6_000) }).expect(200);
    await ask(campaign, 1_000, one).expect(201);
  });

  it('counts an announced transfer, and refuses raising it above what is left (PBG-5)', async () => {
    const campaign = await c.campaign({ target: 5_000 });
    const { pledgeId, link } = (await ask(campaign, 3_000, 'bank', { method: 'transfer' }).expect(201)).body as {
      pledgeId: string;
      link: string;
    };
    expect((await change({ id: pledgeId, link }, 5_001)).body).toMatchObject({ code: 'TARGET_REACHED', details: { left: 2_000 } });
    await change({ id: pledgeId, link }, 5_000).expect(200);
    expect(await leftOf(campaign)).toEqual(gbp(0));
  });

  it('is kept by the database itself, whoever writes (PBG-5)', async () => {
    const campaign = await c.campaign({ target: 4_000 });
    const { id } = await c.begin(campaign);
    await expect(c.world.database.query('update pledges.pledge set amount_minor = 4001 where id = $1', [id])).rejects.toThrow(
      /pledge_within_target/,
    );
    await expect(c.world.database.query('update pledges.campaign set target_minor = 1000, goal_minor = 0')).rejects.toThrow(
      /below_promised/,
    );
    expect(await promised(campaign)).toBe(2_000n);
  });

  it('takes no lock and no sum where there is neither (PBG-5)', async () => {
    const campaign = await c.campaign();
    const client = await c.world.database.pool.connect();
    try {
      await client.query('begin');
      await client.query('select pledges.lock_room($1)', [campaign.id]);
      await ask(campaign, 2_000, await member()).expect(201);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  it('refuses a target below its goal', async () => {
    const campaign = await c.campaign();
    const body = { title: 'Another one', mode: 'keep', goal: gbp(2_000), target: gbp(1_999), deadline: '2027-06-01T22:00' };
    const answer = await c.world.http().post(`/api/v1/events/${campaign.slug}/campaigns`).set(campaign.treasurer).send(body);
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([422, 'TARGET_BELOW_GOAL']);
  });
});
