import { type TestAccount, type World, testWorld } from '../support/world.js';

const PASSWORD = 'correct horse battery';

describe('what people sign in with', () => {
  let world: World;
  beforeAll(async () => {
    world = await testWorld();
  });
  afterAll(() => world.close());

  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    world.http().post(`/api/v1${path}`).set(headers).send(body);
  const me = (headers: Record<string, string>) => world.http().get('/api/v1/me').set(headers);
  const cookieOf = (answer: { headers: Record<string, unknown> }): { cookie: string; 'x-requested-with': string } => ({
    cookie: String((answer.headers['set-cookie'] as string[])[0]).split(';')[0]!,
    'x-requested-with': 'wegettogether',
  });

  /** The secrets of the mails to an address, the latest first. */
  async function secretsFor(email: string): Promise<string[]> {
    const mails = await world.database.query<{ body: string }>('select body from platform.mail where recipient = $1 order by id desc', [
      email,
    ]);
    return mails.map(({ body }) => /token=([\w-]+)/.exec(body)?.[1] ?? '');
  }

  /** Somebody with a password, a session and an access token. */
  async function person(): Promise<
    TestAccount & { session: { cookie: string; 'x-requested-with': string }; token: { authorization: string } }
  > {
    const account = await world.account();
    await post('/auth/reset', { email: account.email }).expect(202);
    await post('/auth/reset/use', { token: (await secretsFor(account.email))[0], password: PASSWORD }).expect(200);
    const session = cookieOf(await post('/auth/login', { email: account.email, password: PASSWORD }).expect(200));
    return { ...account, session, token: await world.signIn(account) };
  }

  it.each([
    ['signing out everywhere', (p: Awaited<ReturnType<typeof person>>) => post('/auth/logout-everywhere', {}, p.session).expect(200)],
    [
      'a new password',
      (p: Awaited<ReturnType<typeof person>>) =>
        post('/auth/password', { current: PASSWORD, next: `${PASSWORD} 2` }, p.session).expect(200),
    ],
    [
      'a password chosen by mail',
      async (p: Awaited<ReturnType<typeof person>>) => {
        await post('/auth/reset', { email: p.email }).expect(202);
        await post('/auth/reset/use', { token: (await secretsFor(p.email))[0], password: `${PASSWORD} 3` }).expect(200);
      },
    ],
    [
      'a suspension, even one that was taken back',
      async (p: Awaited<ReturnType<typeof person>>) => {
        const admin = await world.signIn(await world.account({ admin: true }));
        await post(`/admin/accounts/${p.accountId}/suspend`, { because: 'by mistake', keepContent: true }, admin).expect(200);
        await post(`/admin/accounts/${p.accountId}/unsuspend`, {}, admin).expect(200);
      },
    ],
  ])('ends every session and every access token by %s', async (_by, end) => {
    const known = await person();
    await me(known.session).expect(200);
    await me(known.token).expect(200);
    await end(known);
    await me(known.session).expect(401);
    await me(known.token).expect(401);
    await me(await world.signIn(known)).expect(200);
  });

  it('leaves a program the one token with which it signed everybody out', async () => {
    const known = await person();
    const own = await world.signIn(known);
    await post('/auth/logout-everywhere', {}, own).expect(200);
    await me(known.session).expect(401);
    await me(known.token).expect(401);
    await me(own).expect(200);
  });

  it('lets one of two links for a new password be used when both are used at once', async () => {
    const known = await person();
    await post('/auth/reset', { email: known.email }).expect(202);
    await post('/auth/reset', { email: known.email }).expect(202);
    const [a, b] = await secretsFor(known.email);
    const answers = await Promise.all([a, b, a, b].map((token) => post('/auth/reset/use', { token, password: `${PASSWORD} again` })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410]);
  });

  it('answers ten guesses that are made at once, and no more', async () => {
    const { email } = await person();
    const guesses = await Promise.all(Array.from({ length: 24 }, (_, n) => post('/auth/login', { email, password: `wrong wrong ${n}` })));
    expect(guesses.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(14);
    await post('/auth/login', { email, password: PASSWORD }).expect(429);
  });

  it.each(['link', 'reset'])('sends five mails an hour by /auth/%s, also to who asks ten times at once', async (way) => {
    const { email } = await world.account();
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(`/auth/${way}`, { email })));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(5);
    expect(await secretsFor(email)).toHaveLength(5);
  });

  it.each(['link', 'reset'])('does not tell by its limit whether /auth/%s knows an address', async (way) => {
    const ask = async (email: string): Promise<number[]> => {
      const statuses: number[] = [];
      for (let i = 0; i < 7; i += 1) statuses.push((await post(`/auth/${way}`, { email })).status);
      return statuses;
    };
    expect(await ask((await world.account()).email)).toEqual(await ask(`nobody-by-${way}@example.org`));
  });

  it('leaves a link as it is when the rest of the request is refused', async () => {
    const { email } = await world.account();
    await post('/auth/link', { email }).expect(202);
    const [token] = await secretsFor(email);
    await post('/auth/link/use', { token, wild: 1 }).expect(422);
    await post('/auth/link/use', { token }).expect(200);
    await post('/auth/link/use', { token }).expect(410);
  });

  it('takes no plain form, which a page elsewhere could send in somebody’s browser', async () => {
    const { email } = await person();
    const form = () => world.http().post('/api/v1/auth/login').type('form').send({ email, password: PASSWORD });
    expect((await form().expect(415)).body.code).toBe('WRONG_MEDIA_TYPE');
  });
});
