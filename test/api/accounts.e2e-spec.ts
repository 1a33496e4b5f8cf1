import { type World, testWorld } from '../support/world.js';

describe('accounts', () => {
  let world: World;
  beforeAll(async () => {
    world = await testWorld();
  });
  afterAll(() => world.close());

  const signUp = (email: string, extra: object = {}) =>
    world
      .http()
      .post('/api/v1/auth/sign-up')
      .send({ email, name: 'Ann', password: 'correct horse battery', ...extra });

  async function linkFor(email: string): Promise<string> {
    const { body } = await world.database.one<{ body: string }>(
      'select body from platform.mail where recipient = $1 order by id desc limit 1',
      [email],
    );
    return /token=([\w-]+)/.exec(body)?.[1] ?? '';
  }

  const cookieOf = (response: { headers: Record<string, unknown> }): string =>
    String((response.headers['set-cookie'] as string[])[0]).split(';')[0]!;

  async function member(email: string): Promise<string> {
    await signUp(email).expect(202);
    const response = await world
      .http()
      .post('/api/v1/auth/confirm')
      .send({ token: await linkFor(email) })
      .expect(200);
    return cookieOf(response);
  }

  it('opens an account, confirms it by mail and signs in', async () => {
    const cookie = await member('ann@example.org');
    const me = await world.http().get('/api/v1/me').set('cookie', cookie).expect(200);
    expect(me.body).toMatchObject({ name: 'Ann', email: 'ann@example.org', isAdmin: false, events: [] });
    await world.http().post('/api/v1/auth/login').send({ email: 'ANN+x@example.org', password: 'correct horse battery' }).expect(200);
    const said = await world.database.query<{ actor_id: string }>(
      `select actor_id from platform.audit_entry where action = 'signed in' and subject_id = $1`,
      [me.body.accountId],
    );
    expect(said.map(({ actor_id }) => actor_id)).toEqual([me.body.accountId, me.body.accountId]);
  });

  it('does not tell whether an address has an account', async () => {
    await signUp('bob@example.org').expect(202);
    await member('carol@example.org');
    await signUp('carol@example.org').expect(202);
    expect((await world.http().post('/api/v1/auth/login').send({ email: 'nobody@example.org', password: 'x' })).body.code).toBe(
      'WRONG_CREDENTIALS',
    );
    expect((await world.http().post('/api/v1/auth/login').send({ email: 'carol@example.org', password: 'x' })).body.code).toBe(
      'WRONG_CREDENTIALS',
    );
  });

  it('uses a link once', async () => {
    await signUp('dan@example.org').expect(202);
    const token = await linkFor('dan@example.org');
    const answers = await Promise.all([1, 2, 3].map(() => world.http().post('/api/v1/auth/confirm').send({ token })));
    expect(answers.map((a) => a.status).sort()).toEqual([200, 410, 410]);
  });

  it('ends every session when the password changes', async () => {
    const cookie = await member('eve@example.org');
    const proof = { cookie, 'x-requested-with': 'wegettogether' };
    const changed = await world
      .http()
      .post('/api/v1/auth/password')
      .set(proof)
      .send({ current: 'correct horse battery', next: 'an even longer phrase' })
      .expect(200);
    await world.http().get('/api/v1/me').set('cookie', cookie).expect(401);
    await world.http().get('/api/v1/me').set('cookie', cookieOf(changed)).expect(200);
  });

  it('refuses a write with a cookie that carries no same-origin proof', async () => {
    const cookie = await member('fay@example.org');
    const refused = await world
      .http()
      .post('/api/v1/me/tokens')
      .set({ cookie, origin: 'https://evil.example' })
      .send({ name: 't', days: 1 })
      .expect(403);
    expect(refused.body.code).toBe('OTHER_SITE');
  });

  it('makes the next try wait after ten wrong passwords', async () => {
    await member('gil@example.org');
    for (let i = 0; i < 10; i += 1)
      await world.http().post('/api/v1/auth/login').send({ email: 'gil@example.org', password: 'wrong' }).expect(401);
    const refused = await world
      .http()
      .post('/api/v1/auth/login')
      .send({ email: 'gil@example.org', password: 'correct horse battery' })
      .expect(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    world.clock.advance(16 * 60_000);
    await world.http().post('/api/v1/auth/login').send({ email: 'gil@example.org', password: 'correct horse battery' }).expect(200);
  });

  it('lets an invitation be taken up once, by the mailbox it was sent to', async () => {
    const event = await world.event();
    const owner = await world.signIn(event.owner);
    const cookie = await member('hal@example.org');
    await world
      .http()
      .post(`/api/v1/events/${event.slug}/invitations`)
      .set(owner)
      .send({ email: 'hal@example.org', role: 'treasurer' })
      .expect(202);
    const token = await linkFor('hal@example.org');
    const other = await world.signIn(await world.account());
    await world.http().post('/api/v1/invitations/accept').set(other).send({ token }).expect(410);
    const proof = { cookie, 'x-requested-with': 'wegettogether' };
    const answers = await Promise.all([1, 2].map(() => world.http().post('/api/v1/invitations/accept').set(proof).send({ token })));
    expect(answers.map((a) => a.status).sort()).toEqual([200, 410]);
    expect((await world.http().get('/api/v1/me').set('cookie', cookie)).body.events).toEqual([
      expect.objectContaining({ slug: event.slug, roles: ['treasurer'] }),
    ]);
  });

  it('keeps the last owner', async () => {
    const event = await world.event();
    const headers = await world.signIn(event.owner);
    const refused = await world.http().delete(`/api/v1/events/${event.slug}/team/${event.owner.accountId}/owner`).set(headers).expect(409);
    expect(refused.body.code).toBe('LAST_OWNER');
  });

  it('shuts a suspended account out at once', async () => {
    const admin = await world.signIn(await world.account({ admin: true }));
    const person = await world.account();
    const headers = await world.signIn(person);
    await world
      .http()
      .post(`/api/v1/admin/accounts/${person.accountId}/suspend`)
      .set(admin)
      .send({ because: 'wrote spam everywhere', keepContent: false })
      .expect(200);
    await world.http().get('/api/v1/me').set(headers).expect(401);
  });

  it('lets no admin suspend themselves', async () => {
    const person = await world.account({ admin: true });
    const admin = await world.signIn(person);
    const refused = await world
      .http()
      .post(`/api/v1/admin/accounts/${person.accountId}/suspend`)
      .set(admin)
      .send({ because: 'pressed the wrong button', keepContent: true })
      .expect(409);
    expect(refused.body.code).toBe('NOT_YOURSELF');
    await world.http().get('/api/v1/me').set(admin).expect(200);
  });

  it.each([
    [{ email: 'no-address' }, '/email'],
    [{ name: 'Two\nlines' }, '/name'],
    [{ password: 'short' }, '/password'],
    [{ surprise: true }, '/surprise'],
  ])('names the field at fault in %j', async (extra, pointer) => {
    const refused = await signUp('ivy@example.org', extra).expect(422);
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect(refused.body.errors.map((e: { pointer: string }) => e.pointer)).toContain(pointer);
  });

  it('refuses NUL, deep nesting, a path that is no id and unreadable JSON, each with a problem', async () => {
    await world.http().post('/api/v1/auth/link').send({ email: 'a\0b@example.org' }).expect(422);
    const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
    await world.http().post('/api/v1/auth/link').set('content-type', 'application/json').send(deep).expect(422);
    await world.http().post('/api/v1/auth/link').set('content-type', 'application/json').send('{"email":').expect(400);
    const admin = await world.signIn(await world.account({ admin: true }));
    await world
      .http()
      .post('/api/v1/admin/accounts/not-an-id/suspend')
      .set(admin)
      .send({ because: 'because of this', keepContent: true })
      .expect(404);
    expect((await world.http().get('/api/v1/nothing')).body).toMatchObject({ code: 'NOT_FOUND', status: 404 });
  });
});
