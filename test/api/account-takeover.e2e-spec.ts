import { EventsModule } from '#events';
import { type World, testWorld } from '../support/world.js';

const MINE = 'the phrase of its owner';
const THEIRS = 'attackers own phrase';

describe('whose an account is', () => {
  let world: World;
  beforeAll(async () => {
    world = await testWorld([EventsModule]);
  });
  afterAll(() => world.close());

  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    world.http().post(`/api/v1${path}`).set(headers).send(body);
  const signUp = (email: string, password: string, name = 'Ann') => post('/auth/sign-up', { email, name, password }).expect(202);
  const signIn = (email: string, password: string) => post('/auth/login', { email, password });
  const sessionOf = (answer: { headers: Record<string, unknown> }) => ({
    cookie: String((answer.headers['set-cookie'] as string[])[0]).split(';')[0]!,
    'x-requested-with': 'wegettogether',
  });

  async function mailsTo(recipient: string): Promise<{ subject: string; token: string }[]> {
    const mails = await world.database.query<{ subject: string; body: string }>(
      'select subject, body from platform.mail where recipient = $1 order by id desc',
      [recipient],
    );
    return mails.map(({ subject, body }) => ({ subject, token: /token=([\w-]+)/.exec(body)?.[1] ?? '' }));
  }
  const latestTo = async (recipient: string): Promise<string> => (await mailsTo(recipient))[0]!.token;

  it('leaves no password of a stranger behind when the owner comes in by a mailed link', async () => {
    await signUp('vic@example.org', THEIRS, 'Not Vic');
    await post('/auth/link', { email: 'vic@example.org' }).expect(202);
    await post('/auth/link/use', { token: await latestTo('vic@example.org') }).expect(200);
    await signIn('vic@example.org', THEIRS).expect(401);
  });

  it('leaves no password of a stranger behind when the owner confirms a spark', async () => {
    await signUp('val@example.org', THEIRS);
    await post('/sparks', { text: 'we should organise a get together of nurses', email: 'val@example.org', name: 'Val' }).expect(201);
    await post('/sparks/confirm', { token: await latestTo('val@example.org') }).expect(200);
    await signIn('val@example.org', THEIRS).expect(401);
  });

  it('keeps the password of who confirms the mail that came of choosing it', async () => {
    await signUp('own@example.org', MINE);
    await post('/auth/confirm', { token: await latestTo('own@example.org') }).expect(200);
    await signIn('own@example.org', MINE).expect(200);
  });

  it('writes to the spelling an account was opened with, not to one that may be somebody else’s', async () => {
    await signUp('wes@example.org', MINE);
    await signUp('wes+evil@example.org', THEIRS);
    expect(await mailsTo('wes+evil@example.org')).toEqual([]);
    await post('/auth/confirm', { token: await latestTo('wes@example.org') }).expect(200);
    await signUp('wes+evil@example.org', THEIRS);
    expect(await mailsTo('wes+evil@example.org')).toEqual([]);
    expect((await mailsTo('wes@example.org'))[0]!.subject).toBe('You already have an account');
  });

  it('gives two mailboxes that begin with a plus an account each, and one domain in two scripts one', async () => {
    for (const email of ['+a@example.org', '+b@example.org', 'zoe@münchen.example', 'zoe@xn--mnchen-3ya.example'])
      await signUp(email, MINE);
    const { count } = await world.database.one<{ count: number }>(
      `select count(*)::int as count from accounts.account where email like '+_@example.org' or email like 'zoe@%'`,
    );
    expect(count).toBe(3);
  });

  async function member(email: string) {
    await signUp(email, MINE);
    return sessionOf(await post('/auth/confirm', { token: await latestTo(email) }).expect(200));
  }

  it('lets nobody guess the present password through the form that changes it', async () => {
    const session = await member('gus@example.org');
    const change = (current: string) => post('/auth/password', { current, next: 'quite another phrase' }, session);
    for (let i = 0; i < 10; i += 1) await change(`wrong wrong ${i}`).expect(401);
    await change(MINE).expect(429);
    world.clock.advance(16 * 60_000);
    await change(MINE).expect(200);
  });

  it('lets no program choose the first password of its owner', async () => {
    const person = await world.account();
    const answer = await post('/auth/password', { current: '', next: THEIRS }, await world.signIn(person)).expect(403);
    expect(answer.body.code).toBe('NOT_ALLOWED');
  });

  it('ends a token that was made with a token when that one ends', async () => {
    const session = await member('tom@example.org');
    const make = (days: number, headers: Record<string, string>) => post('/me/tokens', { name: 't', days }, headers).expect(201);
    const first = (await make(3, session)).body as { token: string; expiresAt: string };
    const child = (await make(366, { authorization: `bearer ${first.token}` })).body as { expiresAt: string };
    expect(child.expiresAt).toBe(first.expiresAt);
    const shorter = (await make(1, { authorization: `Bearer ${first.token}` })).body as { expiresAt: string };
    expect(shorter.expiresAt < first.expiresAt).toBe(true);
  });

  it('ends the session a browser had when somebody signs in with it', async () => {
    const before = await member('sue@example.org');
    const after = sessionOf(await post('/auth/login', { email: 'sue@example.org', password: MINE }, before).expect(200));
    expect(after.cookie).not.toBe(before.cookie);
    await world.http().get('/api/v1/me').set(before).expect(401);
    await world.http().get('/api/v1/me').set(after).expect(200);
  });

  it('lets nobody who is suspended speak as a guest under their own address', async () => {
    const admin = await world.account({ admin: true });
    const person = await world.account();
    const suspend = async (id: string) =>
      post(`/admin/accounts/${id}/suspend`, { because: 'wrote spam everywhere', keepContent: true }, await world.signIn(admin));
    expect((await suspend(person.accountId)).status).toBe(200);
    await post('/sparks', { text: 'we should organise it all the same', email: person.email, name: 'Me again' }).expect(201);
    const refused = await post('/sparks/confirm', { token: await latestTo(person.email) }).expect(403);
    expect(refused.body.code).toBe('SUSPENDED');
    expect((await suspend(admin.accountId)).body.code).toBe('NOT_YOURSELF');
  });
});
