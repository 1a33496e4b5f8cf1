import { LedgerModule } from '#ledger';
import { PaymentsModule } from '#payments';
import { PledgesModule } from '#pledges';
import { type World, testWorld } from '../support/world.js';

const gbp = (amount: number) => ({ amount, currency: 'GBP' });

describe('campaigns', () => {
  let world: World;
  let slug: string;
  let lead: { authorization: string };
  let second: { authorization: string };
  beforeAll(async () => {
    world = await testWorld([LedgerModule, PaymentsModule, PledgesModule]);
    const event = await world.event();
    slug = event.slug;
    lead = await world.signIn(await world.account({ roles: [{ eventId: event.eventId, roles: ['organiser'] }] }));
    second = await world.signIn(await world.account({ roles: [{ eventId: event.eventId, roles: ['treasurer'] }] }));
  });
  afterAll(() => world.close());

  const base = () => `/api/v1/events/${slug}/campaigns`;
  const wish = (more: object = {}) => ({
    title: 'A get-together',
    mode: 'all_or_nothing',
    goal: gbp(100_000),
    deadline: '2026-06-01T22:00',
    ...more,
  });
  const draft = async (more: object = {}): Promise<string> =>
    ((await world.http().post(base()).set(lead).send(wish(more)).expect(201)).body as { id: string }).id;
  const step = (id: string, verb: string, who: { authorization: string }, body: object = {}) =>
    world.http().post(`${base()}/${id}/${verb}`).set(who).send(body);

  it('are drafted by one person, approved by another, and live at their time', async () => {
    const id = await draft({ opensAt: '2026-05-02T09:00:00Z' });
    await world.http().get(`/api/v1/campaigns/${id}`).expect(404);
    await step(id, 'approve', second).expect(409);
    await step(id, 'submit', lead).expect(200);
    const own = await step(id, 'approve', lead);
    expect([own.status, (own.body as { code: string }).code]).toEqual([409, 'CAMPAIGN_TWO_PEOPLE']);
    expect((await step(id, 'approve', second)).body).toMatchObject({
      state: 'scheduled',
      deadlineAt: '2026-06-01T21:00:00.000Z',
      timeZone: 'Europe/London',
    });
    const shown = await world.http().get(`/api/v1/campaigns/${id}`).expect(200);
    expect(shown.body).toMatchObject({
      state: 'scheduled',
      goal: gbp(100_000),
      progress: { pledged: { amount: gbp(0), pledges: 0 } },
      evaluation: null,
    });
  });

  it.each([
    ['a deadline in the past', { deadline: '2026-04-01T22:00' }, 'BAD_DEADLINE'],
    ['a deadline the clocks skip', { deadline: '2027-03-28T01:30' }, 'BAD_DEADLINE'],
    ['a deadline before it opens', { opensAt: '2026-07-01T00:00:00Z' }, 'BAD_DEADLINE'],
    ['another currency than the event has', { goal: { amount: 1, currency: 'EUR' } }, 'PLEDGE_WRONG_CURRENCY'],
    ['a goal below nothing', { goal: gbp(-1) }, 'BAD_INPUT'],
    ['a fraction of a penny', { goal: gbp(0.5) }, 'BAD_INPUT'],
    ['a field nobody knows', { surprise: true }, 'BAD_INPUT'],
    ['nothing where a text belongs', { story: null }, 'BAD_INPUT'],
  ])('refuse %s', async (_, more, code) => {
    const answer = await world.http().post(base()).set(lead).send(wish(more));
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([422, code]);
  });

  it('belong to one event and its team', async () => {
    const id = await draft();
    const other = await world.event();
    const stranger = await world.signIn(await world.account({ roles: [{ eventId: other.eventId, roles: ['owner'] }] }));
    await world.http().post(`/api/v1/events/${other.slug}/campaigns/${id}/submit`).set(stranger).expect(404);
    await step(id, 'submit', stranger).expect(403);
    await world.http().post(base()).send(wish()).expect(401);
  });

  it('let a live goal only go down, and keep their deadline (CAM-4)', async () => {
    const id = await draft();
    await step(id, 'submit', lead);
    await step(id, 'approve', second).expect(200);
    const change = (body: object) => world.http().patch(`${base()}/${id}`).set(lead).send(body);
    expect((await change({ goal: gbp(100_001) })).body).toMatchObject({ code: 'GOAL_ONLY_DOWN' });
    expect((await change({ deadline: '2026-07-01T22:00' })).body).toMatchObject({ code: 'MODE_IS_FIXED' });
    expect((await change({ goal: gbp(90_000), story: 'Told better.' })).body).toMatchObject({
      goal: gbp(90_000),
      story: 'Told better.',
      state: 'live',
    });
  });

  it('keep a limit above what is taken, and the terms people chose (TIER-3)', async () => {
    const id = await draft();
    const added = await world
      .http()
      .post(`${base()}/${id}/tiers`)
      .set(lead)
      .send({ name: 'Supper', price: gbp(2_000), capacity: 2, rewardCost: gbp(500) })
      .expect(201);
    const [tier] = (added.body as { tiers: { id: string; left: number; rewardCost: object }[] }).tiers;
    expect(tier).toMatchObject({ left: 2, rewardCost: gbp(500) });
    await step(id, 'submit', lead);
    await step(id, 'approve', second);
    for (const n of [1, 2]) {
      const body = { amount: gbp(2_000), method: 'card', tierId: tier!.id, guest: { name: 'G', email: `tier${n}@guest.example` } };
      await world.http().post(`/api/v1/campaigns/${id}/pledges`).set('idempotency-key', `tier-key-${n}`).send(body).expect(201);
    }
    const change = (body: object) => world.http().patch(`${base()}/${id}/tiers/${tier!.id}`).set(lead).send(body);
    expect((await change({ capacity: 1 })).body).toMatchObject({ code: 'TIER_BELOW_TAKEN' });
    expect((await change({ price: gbp(3_000) })).body).toMatchObject({ code: 'TIER_IN_USE' });
    expect((await change({ capacity: 5, hidden: true })).body).toMatchObject({ tiers: [{ capacity: 5, left: 3, hidden: true }] });
    expect((await world.http().get(`/api/v1/campaigns/${id}`)).body).toMatchObject({ tiers: [] });
  });
});
