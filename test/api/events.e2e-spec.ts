import { CreateEvent, EventsModule } from '#events';
import { type TestAccount, type World, testWorld } from '../support/world.js';

describe('events', () => {
  let world: World;
  let organiser: TestAccount;
  let slug: string;
  let eventId: string;
  beforeAll(async () => {
    world = await testWorld([EventsModule]);
    ({ slug, eventId } = await world.event({ slug: 'wgt26' }));
    organiser = await world.account({ roles: [{ eventId, roles: ['organiser'] }] });
  });
  afterAll(() => world.close());

  const patch = async (by: TestAccount, body: object) =>
    world
      .http()
      .patch(`/api/v1/events/${slug}`)
      .set(await world.signIn(by))
      .send(body);

  it('shows an event to everybody and does not know others', async () => {
    const shown = await world.http().get(`/api/v1/events/${slug}`).expect(200);
    expect(shown.body).toMatchObject({
      slug,
      currency: 'GBP',
      timeZone: 'Europe/London',
      phase: 'spark',
      counts: { sparks: 0, conversing: 0 },
    });
    await world.http().get('/api/v1/events/nowhere').expect(404);
  });

  it('is made by an administrator, once per address', async () => {
    const admin = await world.signIn(await world.account({ admin: true }));
    const event = { slug: 'autumn-26', name: 'Autumn', currency: 'EUR', timeZone: 'Europe/Paris' };
    const make = () => world.http().post('/api/v1/events').set(admin).send(event);
    const answers = await Promise.all([make(), make()]);
    expect(answers.map((a) => a.status).sort()).toEqual([201, 409]);
    await world
      .http()
      .post('/api/v1/events')
      .set(await world.signIn(organiser))
      .send({ ...event, slug: 'other' })
      .expect(403);
    const page = (await world.http().get('/api/v1/events').query({ limit: 1 }).expect(200)).body;
    expect(page.items).toHaveLength(1);
    expect(page.next).not.toBeNull();
  });

  it('is edited by its organisers, never over somebody else’s edit', async () => {
    const { version } = (await world.http().get(`/api/v1/events/${slug}`)).body as { version: number };
    const answers = await Promise.all([
      patch(organiser, { version, place: 'The university', capacity: 250, date: '2026-06-10', startsAt: '09:30' }),
      patch(organiser, { version, place: 'The pub' }),
    ]);
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409]);
    expect(answers.find((a) => a.status === 409)!.body.code).toBe('EDITED_MEANWHILE');
    await patch(await world.account(), { version: version + 1, place: 'Nowhere' }).then((a) => expect(a.status).toBe(403));
  });

  it('moves from phase to phase as the table allows', async () => {
    const now = async (): Promise<number> => ((await world.http().get(`/api/v1/events/${slug}`)).body as { version: number }).version;
    const jump = await patch(organiser, { version: await now(), phase: 'funding' });
    expect(jump.body).toMatchObject({ code: 'WRONG_STATE', details: { from: 'spark', to: 'funding', allowed: ['proposals'] } });
    expect((await patch(organiser, { version: await now(), phase: 'proposals' })).body.phase).toBe('proposals');
  });

  it.each([
    ['a past that is no date', { version: 1, date: '2026-02-30' }],
    ['a clock that is none', { version: 1, startsAt: '25:00' }],
    ['no place for anybody', { version: 1, capacity: 0 }],
    ['an unknown phase', { version: 1, phase: 'party' }],
    ['an unknown field', { version: 1, slug: 'new' }],
    ['no version', { name: 'New name' }],
  ])('refuses %s with 422', async (_title, body) => {
    expect((await patch(organiser, body)).status).toBe(422);
  });

  it('tells what becomes true to those who follow live, and resumes where they were', async () => {
    const origin = await world.listen();
    const follow = async (headers: Record<string, string>, meanwhile: () => Promise<unknown>): Promise<{ id: string; type: string }[]> => {
      const stop = AbortSignal.timeout(5_000);
      const response = await fetch(`${origin}/api/v1/events/${slug}/live`, { headers, signal: stop });
      expect(response.headers.get('content-type')).toContain('text/event-stream');
      await meanwhile();
      let text = '';
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
        text += Buffer.from(chunk).toString();
        if (read(text).length > 0) break;
      }
      return read(text);
    };
    const read = (text: string): { id: string; type: string }[] =>
      text
        .split('\n\n')
        .map((block) => ({ id: /^id: (.*)$/m.exec(block)?.[1] ?? '', type: /^event: (.*)$/m.exec(block)?.[1] ?? '' }))
        .filter((m) => m.type !== '' && m.type !== 'ping');
    const poster = await world.signIn(await world.account());
    const post = (text: string) => world.http().post('/api/v1/sparks').set(poster).send({ text, eventSlug: slug }).expect(201);
    const [first] = await follow({}, () =>
      new Promise((resolve) => setTimeout(resolve, 200)).then(() => post('Something happens while you watch')),
    );
    expect(first).toMatchObject({ type: 'SparkPosted' });
    await post('Something happens while you are away');
    const missed = await follow({ 'last-event-id': first!.id }, () => Promise.resolve());
    expect(missed.map((m) => m.type)).toContain('SparkPosted');
    expect(missed.map((m) => m.id)).not.toContain(first!.id);
  });

  it('lets the creator within code be the owner', async () => {
    const maker = await world.account();
    const made = await world.get(CreateEvent).execute(maker.actor, { slug: 'in-code', name: 'In code', currency: 'GBP', timeZone: 'UTC' });
    expect(await world.database.query('select role from accounts.role_grant where event_id = $1', [made.eventId])).toEqual([
      { role: 'owner' },
    ]);
  });
});
