import { LedgerModule } from '#ledger';
import { VolunteersModule } from '#volunteers';
import { type World, testWorld } from '../support/world.js';

type Headers = { authorization: string };

describe('volunteers over HTTP', () => {
  let world: World;
  let base: string;
  let other: string;
  let coordinator: Headers;
  let volunteer: Headers;
  let stranger: Headers;

  beforeAll(async () => {
    world = await testWorld([LedgerModule, VolunteersModule]);
    const { eventId, slug } = await world.event();
    base = `/api/v1/events/${slug}`;
    other = `/api/v1/events/${(await world.event()).slug}`;
    coordinator = await world.signIn(await world.account({ name: 'Cora', roles: [{ eventId, roles: ['coordinator'] }] }));
    volunteer = await world.signIn(await world.account({ name: 'Vera', roles: [{ eventId, roles: ['volunteer'] }] }));
    stranger = await world.signIn(await world.account({ name: 'Sam' }));
  });
  afterAll(() => world.close());

  const post = (path: string, as: Headers, body: object = {}, key?: string) =>
    world
      .http()
      .post(`${base}${path}`)
      .set({ ...as, ...(key ? { 'idempotency-key': key } : {}) })
      .send(body);

  it('takes a card from the backlog to done', async () => {
    const board = (await post('/boards', coordinator, { name: 'The day' }).expect(201)).body as {
      id: string;
      columns: { id: string; stage: string }[];
    };
    const doing = board.columns.find((c) => c.stage === 'doing')!;
    const added = await post(`/boards/${board.id}/cards`, volunteer, { title: 'Chairs', checklist: ['count', 'carry'] }).expect(201);
    const card = added.body as { id: string; version: number; checklist: { id: string }[] };
    await post(`/cards/${card.id}/claim`, volunteer).expect(200);
    await post(`/cards/${card.id}/move`, volunteer, { columnId: doing.id }).expect(200);
    const ticked = await world
      .http()
      .patch(`${base}/cards/${card.id}/checklist/${card.checklist[0]!.id}`)
      .set(volunteer)
      .send({ done: true })
      .expect(200);
    expect(ticked.body).toMatchObject({
      assigneeName: 'Vera',
      checklist: [
        { text: 'count', done: true },
        { text: 'carry', done: false },
      ],
    });
    await world.http().patch(`${base}/cards/${card.id}`).set(coordinator).send({ version: 2, title: 'Red chairs' }).expect(200);
    const late = await world.http().patch(`${base}/cards/${card.id}`).set(volunteer).send({ version: 2, title: 'Tables' }).expect(409);
    expect(late.body).toMatchObject({
      code: 'FIELD_CHANGED',
      details: { conflicts: [{ field: 'title', theirs: 'Red chairs', yours: 'Tables' }] },
    });
    await world.http().get(`${base}/boards/${board.id}`).expect(404);
    await world.http().get(`${other}/boards/${board.id}`).set(coordinator).expect(404);
  });

  it('refuses strangers, unknown fields and broken bounds', async () => {
    await post('/boards', stranger, { name: 'Mine' }).expect(403);
    await post('/boards', coordinator, { name: '', wild: 1 }).expect(422);
    await post('/hours', volunteer, { workedOn: '2026-05-01', minutes: 20, activity: 'x' }).expect(422);
    await world.http().post(`${base}/boards`).send({ name: 'x' }).expect(401);
  });

  it('logs hours, has another person confirm them and sums them up for everyone', async () => {
    const logged = await post('/hours', volunteer, { workedOn: '2026-05-01', minutes: 90, activity: 'Carrying' }).expect(201);
    const { id } = logged.body as { id: string };
    await post(`/hours/${id}/confirm`, volunteer).expect(403);
    await post(`/hours/${id}/confirm`, coordinator).expect(422);
    await post(`/hours/${id}/confirm`, coordinator, {}, 'confirm-hours-1').expect(200);
    const summary = await world.http().get(`${base}/hours/summary`).expect(200);
    expect(summary.body).toMatchObject({
      confirmedMinutes: 90,
      people: 1,
      worth: null,
      byPerson: [{ name: 'Vera', confirmedMinutes: 90 }],
    });
  });

  it('gives a place in a shift once, however often the request is repeated', async () => {
    const planned = await post('/shifts', coordinator, {
      name: 'Door',
      startsAt: '2026-06-04T08:00:00Z',
      endsAt: '2026-06-04T12:00:00Z',
      places: 1,
      publish: true,
    });
    const { id } = planned.body as { id: string };
    await post(`/shifts/${id}/sign-up`, volunteer).expect(422);
    await post(`/shifts/${id}/sign-up`, volunteer, {}, 'sign-up-1').expect(200, { shiftId: id, state: 'signed_up', waitingPosition: null });
    await post(`/shifts/${id}/sign-up`, volunteer, {}, 'sign-up-1').expect(200);
    await post(`/shifts/${id}/sign-up`, coordinator, {}, 'sign-up-2').expect(200, { shiftId: id, state: 'waitlisted', waitingPosition: 1 });
    const page = await world.http().get(`${base}/shifts`).set(volunteer).expect(200);
    expect(page.body).toMatchObject({ items: [{ taken: 1, waiting: 1, mine: 'signed_up' }], next: null });
    await post(`/shifts/${id}/leave`, volunteer).expect(200);
  });
});
