import { EventsModule } from '#events';
import { Checks, type Role } from '#platform';
import { Proposals, ProposalsModule } from '#proposals';
import { type TestAccount, type World, testWorld } from '../support/world.js';

const HOUR = 3_600_000;

describe('proposals', () => {
  let world: World;
  let slug: string;
  let eventId: string;
  let other: { slug: string; eventId: string };
  const team = {} as Record<'organiser' | 'estimator' | 'treasurer' | 'moderator', TestAccount>;
  beforeAll(async () => {
    world = await testWorld([EventsModule, ProposalsModule]);
    ({ slug, eventId } = await world.event({ slug: 'wgt26' }));
    other = await world.event({ slug: 'other26' });
    for (const role of ['organiser', 'estimator', 'treasurer', 'moderator'] as const) {
      team[role] = await world.account({ roles: [{ eventId, roles: [role as Role] }] });
    }
  });
  afterAll(() => world.close());

  const path = (rest = ''): string => `/api/v1/events/${slug}/proposals${rest}`;
  const call = async (
    method: 'get' | 'post' | 'put' | 'patch' | 'delete',
    url: string,
    by: TestAccount | undefined,
    body?: object,
    status?: number,
  ) => {
    const request = world.http()[method](url);
    if (by) void request.set(await world.signIn(by));
    const answer = await (body ? request.send(body) : request);
    if (status !== undefined && answer.status !== status)
      throw new Error(`${method} ${url}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as Record<string, unknown> & { id: string };
  };
  let titles = 0;
  const draft = (over: object = {}): object => ({
    title: `A proposal with a number: ${(titles += 1)}`,
    body: 'Because people like it.',
    ...over,
  });
  const published = async (by: TestAccount, over: object = {}): Promise<string> =>
    (await call('post', path(), by, draft({ publish: true, ...over }), 201)).id;
  const tea = { lines: [{ label: 'Tea', kind: 'expense', quantity: 250, unitPrice: { amount: 120, currency: 'GBP' } }] };

  it('keeps a draft to its author until it is published (PRP-1)', async () => {
    const author = await world.account();
    const { id } = await call('post', path(), author, draft(), 201);
    await call('get', path(`/${id}`), undefined, undefined, 404);
    await call('get', path(`/${id}`), await world.account(), undefined, 404);
    expect(await call('get', path(`/${id}`), author, undefined, 200)).toMatchObject({ state: 'draft', mine: true });
    await call('post', path(`/${id}/publish`), await world.account(), {}, 404);
    expect(await call('post', path(`/${id}/publish`), author, {}, 200)).toMatchObject({ state: 'published' });
    expect(await call('get', path(`/${id}`), undefined, undefined, 200)).toMatchObject({ state: 'published', mine: false });
  });

  it('holds titles to 15–150 and bodies to 500 characters, and the event may say otherwise (PRP-2)', async () => {
    const author = await world.account();
    const refused = await call('post', path(), author, { title: 'Too short', body: 'x'.repeat(501) }, 422);
    expect((refused.errors as { pointer: string }[]).map((e) => e.pointer)).toEqual(['/title', '/body']);
    await call('put', path('/settings'), author, { titleMin: 5, titleMax: 150, bodyMax: 600 }, 403);
    await call('put', path('/settings'), team.organiser, { titleMin: 5, titleMax: 150, bodyMax: 600 }, 200);
    await call('post', path(), author, { title: 'Too short', body: 'x'.repeat(501) }, 201);
    await call('put', path('/settings'), team.organiser, { titleMin: 15, titleMax: 150, bodyMax: 500 }, 200);
  });

  it('answers a refused move with those that are allowed (PRP-1)', async () => {
    const id = await published(await world.account());
    expect(await call('post', path(`/${id}/shortlist`), team.organiser, {}, 409)).toMatchObject({
      code: 'WRONG_STATE',
      details: { from: 'published', to: 'shortlisted', allowed: expect.arrayContaining(['under_review']) },
    });
  });

  it('makes a version of each edit later than five minutes after publishing, and tells supporters once (PRP-3)', async () => {
    const author = await world.account();
    const fan = await world.account();
    const id = await published(author, { title: 'A quiet room with carpets' });
    await call('post', path(`/${id}/support`), fan, {}, 200);
    expect(await call('patch', path(`/${id}`), author, { version: 1, title: 'A quiet room with soft carpets' }, 200)).toMatchObject({
      version: 1,
    });
    world.clock.advance(HOUR);
    expect(await call('patch', path(`/${id}`), author, { version: 1, title: 'A loud room with soft carpets' }, 200)).toMatchObject({
      version: 2,
    });
    expect(await call('patch', path(`/${id}`), author, { version: 1, title: 'A third room with soft carpets' }, 409)).toMatchObject({
      code: 'PROPOSAL_EDITED_MEANWHILE',
    });
    await world.drain();
    const mails = await world.database.query<{ body: string }>('select body from platform.mail where recipient = $1', [fan.email]);
    expect(mails).toHaveLength(1);
    expect(mails[0]!.body).toContain('− A quiet room with soft carpets\n+ A loud room with soft carpets');
    expect(await call('get', path(`/${id}`), fan, undefined, 200)).toMatchObject({ version: 2, supportedVersion: 1 });
    const versions = (await call('get', path(`/${id}/versions`), undefined, undefined, 200)).items as { version: number; title: string }[];
    expect(versions.map((v) => [v.version, v.title])).toEqual([
      [1, 'A quiet room with soft carpets'],
      [2, 'A loud room with soft carpets'],
    ]);
  });

  it('computes a cost sheet itself and refuses what does not add up (PRP-6)', async () => {
    const author = await world.account();
    const id = await published(author);
    const shown = await call('put', path(`/${id}/costs`), author, tea, 200);
    expect(shown.costs).toMatchObject({
      total: { amount: 30_000, currency: 'GBP' },
      min: { amount: 30_000, currency: 'GBP' },
      frozenAt: null,
    });
    const bad = async (line: object): Promise<string[]> =>
      (
        (await call('put', path(`/${id}/costs`), author, { lines: [{ ...tea.lines[0], ...line }] }, 422)).errors as { pointer: string }[]
      ).map((e) => e.pointer);
    expect(await bad({ min: { amount: 30_001, currency: 'GBP' } })).toEqual(['/lines/0/min']);
    expect(await bad({ unitPrice: { amount: 120, currency: 'EUR' } })).toEqual(['/lines/0/unitPrice/currency']);
    expect(await bad({ quantity: -1 })).toEqual(['/lines/0/quantity']);
    expect(await bad({ unitPrice: { amount: 1.5, currency: 'GBP' } })).toEqual(['/lines/0/unitPrice/amount']);
    expect(await bad({ unitPrice: { amount: 1_000_000_000_000, currency: 'GBP' } })).toEqual(['/lines/0/quantity']);
    expect(await bad({ kind: 'income' })).toEqual(['/lines']);
    await call('put', path(`/${id}/costs`), await world.account(), tea, 403);
  });

  it('freezes prices by a second person, once (PRP-6)', async () => {
    const id = await published(await world.account());
    await call('post', path(`/${id}/review`), team.organiser, {}, 200);
    expect(await call('post', path(`/${id}/approve-costs`), team.treasurer, {}, 409)).toMatchObject({ code: 'NO_COST_SHEET' });
    await call('put', path(`/${id}/costs`), team.estimator, tea, 200);
    expect(await call('post', path(`/${id}/approve-costs`), team.estimator, {}, 403)).toMatchObject({ code: 'ESTIMATOR_APPROVES' });
    expect(await call('post', path(`/${id}/approve-costs`), team.treasurer, {}, 200)).toMatchObject({ state: 'costed' });
    expect(await call('put', path(`/${id}/costs`), team.estimator, tea, 409)).toMatchObject({ code: 'PRICES_FROZEN' });
    await call('post', path(`/${id}/shortlist`), team.organiser, {}, 200);
  });

  it('counts a person once under parallel supports and lists by the kept tallies', async () => {
    const [first, second] = [await published(await world.account()), await published(await world.account())];
    const fan = await world.account();
    const headers = await world.signIn(fan);
    await Promise.all(
      Array.from({ length: 20 }, () =>
        world
          .http()
          .post(path(`/${first}/support`))
          .set(headers)
          .send({}),
      ),
    );
    await call('post', path(`/${first}/support`), await world.account(), {}, 200);
    await call('post', path(`/${second}/support`), await world.account(), {}, 200);
    expect(await call('get', path(`/${first}`), fan, undefined, 200)).toMatchObject({ supports: 2, supported: true });
    await world.database.query('select proposals.fold_tallies()');
    const seen: { id: string; supports: number; supported: boolean }[] = [];
    for (let after: unknown; after !== null;) {
      const page = (
        await world
          .http()
          .get(path())
          .set(headers)
          .query({ limit: 3, ...(after ? { after } : {}) })
          .expect(200)
      ).body;
      seen.push(...(page.items as typeof seen));
      after = page.next as string | null;
    }
    expect(seen[0]).toMatchObject({ id: first, supports: 2, supported: true });
    expect(new Set(seen.map((s) => s.id)).size).toBe(seen.length);
    expect(seen.map((s) => s.supports)).toEqual([...seen.map((s) => s.supports)].sort((a, b) => b - a));
    await call('delete', path(`/${first}/support`), fan, undefined, 200);
    expect(await call('get', path(`/${first}`), fan, undefined, 200)).toMatchObject({ supports: 1, supported: false });
  });

  it('lists 25 with my supports in one statement (performance scenario 6)', async () => {
    const headers = await world.signIn(await world.account());
    await world.http().get(path()).set(headers).expect(200);
    const pool = world.database.pool;
    const statements: string[] = [];
    const query = pool.query.bind(pool) as (...args: unknown[]) => unknown;
    Object.assign(pool, {
      query: (...args: unknown[]) => (statements.push(String((args[0] as { text?: string }).text ?? args[0])), query(...args)),
    });
    await world.http().get(path()).set(headers).expect(200);
    Object.assign(pool, { query });
    const asked = statements.filter((s) => !/fold_tallies/.test(s));
    expect(asked.filter((s) => /proposals\./.test(s))).toHaveLength(1);
    expect(asked.length).toBeLessThanOrEqual(2);
  });

  it('keeps a withdrawn proposal’s page and takes it off the list (PRP-4)', async () => {
    const author = await world.account();
    const id = await published(author);
    await call('post', path(`/${id}/withdraw`), await world.account(), { reason: 'done' }, 403);
    await call('post', path(`/${id}/withdraw`), author, { reason: 'not_feasible', note: 'Too loud' }, 200);
    expect(await call('get', path(`/${id}`), undefined, undefined, 200)).toMatchObject({
      state: 'withdrawn',
      endedBecause: 'not_feasible',
      endedNote: 'Too loud',
    });
    const page = (await call('get', path('?limit=100'), undefined, undefined, 200)).items as { id: string }[];
    expect(page.map((p) => p.id)).not.toContain(id);
    expect(await call('post', path(`/${id}/support`), author, {}, 409)).toMatchObject({ code: 'PROPOSAL_TAKES_NO_SUPPORT' });
    await call('post', path(`/${id}/comments`), author, { text: 'Still here' }, 409);
  });

  it('promotes the spark it comes from (SPK-2)', async () => {
    const by = await world.account();
    const headers = await world.signIn(by);
    const spark = (
      await world.http().post('/api/v1/sparks').set(headers).send({ text: 'Sing together in the evening', eventSlug: slug }).expect(201)
    ).body as { id: string };
    const id = await published(by, { sparkId: spark.id });
    expect((await world.http().get(`/api/v1/sparks/${spark.id}`)).body).toMatchObject({
      state: 'promoted',
      promotions: [{ kind: 'proposal', id }],
    });
    await call('post', `/api/v1/events/${other.slug}/proposals`, by, draft({ sparkId: spark.id }), 404);
  });

  it('lets people talk and report, and moderators hide and put back', async () => {
    const id = await published(await world.account());
    await call('post', path(`/${id}/comments`), await world.account(), { text: 'Lovely', stance: 'for' }, 201);
    await call('post', path(`/${id}/report`), await world.account(), { reason: 'off_topic' }, 201);
    const queue = (await call('get', `/api/v1/events/${slug}/moderation`, team.moderator, undefined, 200)).items as {
      id: string;
      subjectId: string;
    }[];
    const found = queue.find((c) => c.subjectId === id)!;
    const decide = (what: string) =>
      call('post', `/api/v1/events/${slug}/moderation/${found.id}/${what}`, team.moderator, { reason: 'looked at it' }, 200);
    await decide('hide');
    await call('get', path(`/${id}`), undefined, undefined, 404);
    await decide('restore');
    expect(await call('get', path(`/${id}`), undefined, undefined, 200)).toMatchObject({ state: 'published', comments: 1 });
  });

  it('does not know proposals of another event (B4)', async () => {
    const id = await published(await world.account());
    const elsewhere = `/api/v1/events/${other.slug}/proposals/${id}`;
    const member = await world.account({ roles: [{ eventId: other.eventId, roles: ['organiser'] }] });
    await call('get', elsewhere, member, undefined, 404);
    await call('post', `${elsewhere}/support`, member, {}, 404);
    await call('post', `${elsewhere}/review`, member, {}, 404);
    await call('put', `${elsewhere}/costs`, member, tea, 404);
    await call('post', `${elsewhere}/report`, member, { reason: 'spam' }, 404);
    await call('post', path(`/${id}/review`), member, {}, 403);
  });

  it('records the outcome of a ballot once and only for those on it', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 2; i += 1) {
      const id = await published(await world.account());
      await call('post', path(`/${id}/review`), team.organiser, {}, 200);
      await call('put', path(`/${id}/costs`), team.estimator, tea, 200);
      await call('post', path(`/${id}/approve-costs`), team.treasurer, {}, 200);
      await call('post', path(`/${id}/shortlist`), team.organiser, {}, 200);
      ids.push(id);
    }
    const door = world.get(Proposals);
    const [funded, notFunded] = [[ids[0]!], [ids[1]!]];
    await world.unitOfWork.run((tx) => door.putOnBallot(tx, eventId, ids));
    await expect(world.unitOfWork.run((tx) => door.putOnBallot(tx, eventId, ids))).rejects.toMatchObject({ code: 'WRONG_STATE' });
    for (let i = 0; i < 2; i += 1)
      await world.unitOfWork.run((tx) => door.recordOutcome(tx, eventId, { ballotId: ids[0]!, funded, notFunded }));
    const facts = await world.database.query<{ type: string; body: object }>(
      `select type, body from platform.fact where type in ('ProposalFunded', 'ProposalNotFunded') order by type`,
    );
    expect(facts).toMatchObject([
      { type: 'ProposalFunded', body: { proposalId: ids[0], cost: { amount: 30_000, currency: 'GBP' } } },
      { type: 'ProposalNotFunded' },
    ]);
  });

  it.each([
    ['an unknown field', { title: 'x'.repeat(20), body: '', colour: 'red' }],
    ['no body', { title: 'x'.repeat(20) }],
    ['a title of 151 characters', { title: 'x'.repeat(151), body: '' }],
    ['a spark that is no id', { title: 'x'.repeat(20), body: '', sparkId: 'mine' }],
    ['a list for a title', { title: ['a'], body: '' }],
  ])('refuses %s with 422', async (_title, body) => {
    await call('post', path(), await world.account(), body, 422);
  });

  it('leaves nothing that its checks find wrong', async () => {
    const results = await world.get(Checks).askAll();
    expect(results.filter((r) => r.violations.length > 0)).toEqual([]);
  });
});
