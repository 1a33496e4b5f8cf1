import { EventsModule } from '#events';
import { type TestAccount, type World, testWorld } from '../support/world.js';

describe('sparks', () => {
  let world: World;
  let slug: string;
  let eventId: string;
  beforeAll(async () => {
    world = await testWorld([EventsModule]);
    ({ slug, eventId } = await world.event({ slug: 'wgt26' }));
  });
  afterAll(() => world.close());

  let texts = 0;
  const someText = (): string => `A wish of its own, number ${(texts += 1)} ${'abcdefghijklmnopqrstuvwxyz'.slice(texts % 20)}`;
  const post = async (by: TestAccount, body: object, status = 201) =>
    (
      await world
        .http()
        .post('/api/v1/sparks')
        .set(await world.signIn(by))
        .send(body)
        .expect(status)
    ).body as Record<string, unknown> & { id: string };
  const spark = async (body: object = {}): Promise<string> =>
    (await post(await world.account(), { text: someText(), eventSlug: slug, ...body })).id;
  const support = async (id: string, by?: TestAccount) =>
    world
      .http()
      .post(`/api/v1/sparks/${id}/support`)
      .set(await world.signIn(by ?? (await world.account())));

  it('takes 140 characters and says by how much 141 is over (SPK-1)', async () => {
    const by = await world.account();
    await post(by, { text: 'x'.repeat(140), eventSlug: slug });
    const refused = await post(by, { text: 'y'.repeat(141), eventSlug: slug }, 422);
    expect(refused).toMatchObject({ code: 'SPARK_TOO_LONG', details: { over_by: 1 } });
    expect(await post(by, { text: '   ', eventSlug: slug }, 422)).toMatchObject({ code: 'SPARK_EMPTY' });
  });

  it('points to the spark that says the same (SPK-3)', async () => {
    const first = await post(await world.account(), { text: 'We should organise a get-together!', eventSlug: slug });
    const again = await post(await world.account(), { text: '  we should organise a GET together ', eventSlug: slug }, 409);
    expect(again).toMatchObject({ code: 'SPARK_EXISTS', details: { sparkId: first.id } });
    await post(await world.account(), { text: 'We should organise a get-together!' });
  });

  it('lets one of ten parallel identical posts through (SPK-3)', async () => {
    const people = await Promise.all(Array.from({ length: 10 }, () => world.account()));
    const headers = await Promise.all(people.map((p) => world.signIn(p)));
    const answers = await Promise.all(
      headers.map((h) => world.http().post('/api/v1/sparks').set(h).send({ text: 'Everybody thinks of this at once', eventSlug: slug })),
    );
    expect(answers.map((a) => a.status).sort()).toEqual([201, ...Array<number>(9).fill(409)]);
    const made = answers.find((a) => a.status === 201)!.body.id as string;
    for (const a of answers.filter((x) => x.status === 409)) expect(a.body.details).toEqual({ sparkId: made });
  });

  it('finds look-alikes from the third word on (SPK-3)', async () => {
    const id = await spark({ text: 'Meditation room with soft carpets' });
    const similar = async (text: string) =>
      (await world.http().get('/api/v1/sparks/similar').query({ text, event: slug }).expect(200)).body.items as { id: string }[];
    expect(await similar('meditation room')).toEqual([]);
    expect((await similar('a meditation room with carpets'))[0]).toMatchObject({ id });
  });

  it('keeps a guest’s spark out of sight until the mail is answered (SPK-4)', async () => {
    const text = 'Guests have wishes of their own too';
    const made = await world
      .http()
      .post('/api/v1/sparks')
      .send({ text, eventSlug: slug, email: 'guest@example.org', name: 'Gwen' })
      .expect(201);
    expect(made.body).toMatchObject({ waitsForConfirmation: true });
    await world.http().get(`/api/v1/sparks/${made.body.id}`).expect(404);
    const mail = await world.database.one<{ body: string }>(`select body from platform.mail where recipient = 'guest@example.org'`);
    const token = /token=([\w-]+)/.exec(mail.body)![1];
    const answers = await Promise.all([1, 2, 3].map(() => world.http().post('/api/v1/sparks/confirm').send({ token })));
    expect(answers.map((a) => a.status).sort()).toEqual([200, 410, 410]);
    expect((await world.http().get(`/api/v1/sparks/${made.body.id}`).expect(200)).body).toMatchObject({
      text,
      author: 'Gwen',
      state: 'open',
    });
  });

  it('needs an address from a guest, and names the field', async () => {
    const refused = await world.http().post('/api/v1/sparks').send({ text: someText() }).expect(422);
    expect(refused.body.errors[0].pointer).toBe('/email');
  });

  it('makes the sixth spark in an hour wait (SPK-4)', async () => {
    const by = await world.account();
    const headers = await world.signIn(by);
    const bodies = Array.from({ length: 8 }, () => ({ text: someText(), eventSlug: slug }));
    const answers = await Promise.all(bodies.map((b) => world.http().post('/api/v1/sparks').set(headers).send(b)));
    expect(answers.filter((a) => a.status === 201)).toHaveLength(5);
    const late = answers.find((a) => a.status === 429)!;
    expect(late.body.code).toBe('SPARK_LIMIT');
    expect(Number(late.headers['retry-after'])).toBe(3600);
  });

  it('opens the conversation once, however many supports arrive together (SPK-5)', async () => {
    const id = await spark();
    const headers = await Promise.all(Array.from({ length: 50 }, async () => world.signIn(await world.account())));
    const answers = await Promise.all(headers.map((h) => world.http().post(`/api/v1/sparks/${id}/support`).set(h)));
    expect(new Set(answers.map((a) => a.status))).toEqual(new Set([200]));
    const { n } = await world.database.one<{ n: number }>(
      `select count(*)::int as n from platform.fact where type = 'SparkConversing' and body ->> 'sparkId' = $1`,
      [id],
    );
    expect(n).toBe(1);
    expect((await world.http().get(`/api/v1/sparks/${id}`)).body).toMatchObject({ state: 'conversing', supports: 50 });
  });

  it('counts a person once and takes a support back', async () => {
    const id = await spark();
    const fan = await world.account();
    await Promise.all([1, 2, 3, 4].map(() => support(id, fan)));
    expect((await support(id, fan)).body).toMatchObject({ supports: 1, supported: true });
    const gone = await world
      .http()
      .delete(`/api/v1/sparks/${id}/support`)
      .set(await world.signIn(fan))
      .expect(200);
    expect(gone.body).toMatchObject({ supports: 0, supported: false });
  });

  it('shows everybody an order of their own that repeats nothing and skips nothing (SPK-6)', async () => {
    const walk = async (headers: Record<string, string>): Promise<string[]> => {
      const seen: string[] = [];
      for (let after: string | null | undefined; after !== null;) {
        const page = await world
          .http()
          .get('/api/v1/sparks')
          .set(headers)
          .query({ event: slug, limit: 3, ...(after ? { after } : {}) })
          .expect(200);
        seen.push(...(page.body.items as { id: string }[]).map((i) => i.id));
        after = page.body.next as string | null;
      }
      return seen;
    };
    const [ann, ben] = [await world.signIn(await world.account()), await world.signIn(await world.account())];
    const first = await walk(ann);
    expect(new Set(first).size).toBe(first.length);
    expect(await walk(ann)).toEqual(first);
    const other = await walk(ben);
    expect([...other].sort()).toEqual([...first].sort());
    expect(other).not.toEqual(first);
    expect((await walk({})).sort()).toEqual([...first].sort());
  });

  it('fits what is passed on into 140 characters (SPK-7)', async () => {
    const id = await spark({ text: `${'word '.repeat(27)}end` });
    const shown = (await world.http().get(`/api/v1/sparks/${id}`).expect(200)).body;
    expect(shown.shareText.endsWith(shown.shortUrl)).toBe(true);
    const code = shown.shortUrl.split('/').at(-1) as string;
    expect((await world.http().get(`/api/v1/sparks/by-code/${code.toLowerCase()}`).expect(200)).body.id).toBe(id);
  });

  it('lets people talk three levels deep once the conversation is open (DSC-1)', async () => {
    const id = await spark();
    const headers = await world.signIn(await world.account());
    const say = (body: object) => world.http().post(`/api/v1/sparks/${id}/comments`).set(headers).send(body);
    expect((await say({ text: 'Too early' }).expect(409)).body.code).toBe('TALK_NOT_OPEN');
    const moderator = await world.signIn(await world.account({ roles: [{ eventId, roles: ['moderator'] }] }));
    await world.http().post(`/api/v1/sparks/${id}/open-conversation`).set(moderator).expect(200);
    const one = (await say({ text: 'Yes', stance: 'for' }).expect(201)).body.id as string;
    const two = (await say({ text: 'Why', parentId: one }).expect(201)).body.id as string;
    const three = (await say({ text: 'Because', parentId: two }).expect(201)).body.id as string;
    expect((await say({ text: 'Too deep', parentId: three }).expect(422)).body.code).toBe('REPLY_TOO_DEEP');
    const page = (await world.http().get(`/api/v1/sparks/${id}/comments`).expect(200)).body;
    expect(page.items.map((c: { depth: number }) => c.depth)).toEqual([1, 2, 3]);
    expect(page.stances).toEqual({ for: 1, neutral: 0, against: 0 });
  });

  it('hides at the third report that weighs, and a moderator puts it back (DSC-2)', async () => {
    const young = await Promise.all([world.account(), world.account(), world.account()]);
    const id = await spark();
    const report = async (by: TestAccount, status = 201) =>
      world
        .http()
        .post(`/api/v1/sparks/${id}/report`)
        .set(await world.signIn(by))
        .send({ reason: 'spam' })
        .expect(status);
    for (const by of young) await report(by);
    await report(young[0]!, 409);
    expect((await world.http().get(`/api/v1/sparks/${id}`)).body.state).toBe('open');
    const old = await Promise.all([world.account(), world.account(), world.account()]);
    world.clock.advance(25 * 3_600_000);
    const answers = await Promise.all(old.map((by) => report(by)));
    expect(answers.filter((a) => a.body.state === 'hidden')).toHaveLength(1);
    expect((await world.http().get(`/api/v1/sparks/${id}`)).body).toMatchObject({ state: 'hidden', text: null, author: null });
    const moderator = await world.signIn(await world.account({ roles: [{ eventId, roles: ['moderator'] }] }));
    const queue = (await world.http().get(`/api/v1/events/${slug}/moderation`).set(moderator).expect(200)).body.items as {
      id: string;
      subjectId: string;
    }[];
    const found = queue.find((c) => c.subjectId === id)!;
    expect(found).toMatchObject({ kind: 'spark', hiddenByReports: true, reports: [{ reason: 'spam', count: 6 }] });
    await world
      .http()
      .post(`/api/v1/events/${slug}/moderation/${found.id}/restore`)
      .set(moderator)
      .send({ reason: 'harmless' })
      .expect(200);
    expect((await world.http().get(`/api/v1/sparks/${id}`)).body.state).toBe('open');
  });

  it('turns a spark of the open wall into an event of its promoter', async () => {
    const author = await world.account();
    const { id } = await post(author, { text: 'An evening of stories by the river' });
    const headers = await world.signIn(author);
    const event = { slug: 'river-stories', name: 'River stories', currency: 'GBP', timeZone: 'Europe/London' };
    const promote = () => world.http().post(`/api/v1/sparks/${id}/promote`).set(headers).send(event);
    expect((await promote().expect(409)).body.code).toBe('WRONG_STATE');
    for (let i = 0; i < 5; i += 1) await support(id);
    const answers = await Promise.all([promote(), promote(), promote()]);
    expect(answers.map((a) => a.status).sort()).toEqual([201, 409, 409]);
    expect((await world.http().get('/api/v1/events/river-stories').expect(200)).body).toMatchObject({
      name: 'River stories',
      hashtag: 'riverstories',
      phase: 'spark',
    });
    const made = await world.database.one<{ id: string }>(`select id from events.event where slug = 'river-stories'`);
    expect((await world.http().get(`/api/v1/sparks/${id}`)).body.promotions).toEqual([{ kind: 'event', id: made.id }]);
    const roles = await world.database.query(`select role from accounts.role_grant where event_id = $1 and account_id = $2`, [
      made.id,
      author.accountId,
    ]);
    expect(roles).toEqual([{ role: 'owner' }]);
  });

  it('does not promote for others, nor a spark that has an event', async () => {
    const id = await spark();
    const event = { slug: 'not-mine', name: 'Not mine', currency: 'GBP', timeZone: 'Europe/London' };
    const headers = await world.signIn(await world.account());
    expect((await world.http().post(`/api/v1/sparks/${id}/promote`).set(headers).send(event).expect(409)).body.code).toBe(
      'SPARK_HAS_EVENT',
    );
    const { id: open } = await post(await world.account(), { text: 'Somebody else’s dream' });
    await world.http().post(`/api/v1/sparks/${open}/promote`).set(headers).send(event).expect(403);
  });

  it('folds supports into the numbers of the wall', async () => {
    const id = await spark();
    await support(id);
    await support(id);
    await world.database.query('select events.fold_tallies()');
    const { supports } = await world.database.one<{ supports: number }>('select supports from events.spark_tally where spark_id = $1', [
      id,
    ]);
    expect(supports).toBe(2);
  });

  it.each([
    ['an unknown field', { text: 'A', colour: 'red' }],
    ['a number for a text', { text: 5 }],
    ['no text', {}],
    ['a slug that is none', { text: 'A', eventSlug: '../x' }],
    ['an event that does not exist', { text: 'A', eventSlug: 'nowhere' }],
    ['NUL in a text', { text: 'a\0b' }],
    ['a mail address with a line break', { text: 'A', email: 'a@example.org\nBcc: b@example.org' }],
  ])('refuses %s with 422 and changes nothing', async (_title, body) => {
    const headers = await world.signIn(await world.account());
    const before = await world.database.one('select count(*) as n from events.spark');
    await world.http().post('/api/v1/sparks').set(headers).send(body).expect(422);
    expect(await world.database.one('select count(*) as n from events.spark')).toEqual(before);
  });

  it.each(['/api/v1/sparks/nonsense', '/api/v1/sparks/018f0000-0000-7000-8000-000000000000', '/api/v1/sparks/by-code/NOTACODE1'])(
    'answers 404 for %s',
    async (path) => {
      await world.http().get(path).expect(404);
    },
  );

  it.each([{ limit: -1 }, { limit: 'many' }, { limit: 101 }, { sort: 'best' }, { after: 'garbage' }, { event: 'nowhere' }])(
    'refuses the list query %j with 422',
    async (query) => {
      await world.http().get('/api/v1/sparks').query(query).expect(422);
    },
  );

  it('asks for a sign-in before a support', async () => {
    await world
      .http()
      .post(`/api/v1/sparks/${await spark()}/support`)
      .expect(401);
  });
});
