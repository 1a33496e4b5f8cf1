import { type World, testWorld } from '../support/world.js';

const PASSWORD = 'three or four words';
const INVITATION = '/invitation?token=abc_DEF-123';

describe('the way back that a mailed link takes along', () => {
  let world: World;
  beforeAll(async () => {
    world = await testWorld();
  });
  afterAll(() => world.close());

  const post = (path: string, body: object) => world.http().post(`/api/v1/auth/${path}`).send(body);
  let people = 0;
  const newcomer = (): string => `newcomer${(people += 1)}@example.org`;
  const signUp = (email: string, wayBack?: string) => post('sign-up', { email, name: 'Nia', password: PASSWORD, wayBack });

  async function mailTo(recipient: string): Promise<{ subject: string; body: string; token: string }> {
    const mail = await world.database.one<{ subject: string; body: string }>(
      'select subject, body from platform.mail where recipient = $1 order by id desc limit 1',
      [recipient],
    );
    return { ...mail, token: /token=([\w-]+)/.exec(mail.body)![1]! };
  }

  it('is answered to whoever uses the link, in any browser: nothing but the link is shown', async () => {
    const email = newcomer();
    await signUp(email, INVITATION).expect(202);
    const { token } = await mailTo(email);
    expect((await post('confirm', { token }).expect(200)).body).toEqual({ accepted: true, wayBack: INVITATION });

    await post('link', { email, wayBack: '/sparks?sort=newest' }).expect(202);
    const link = (await mailTo(email)).token;
    expect((await post('link/use', { token: link }).expect(200)).body).toEqual({ accepted: true, wayBack: '/sparks?sort=newest' });

    await post('reset', { email, wayBack: '/admin/' }).expect(202);
    const reset = (await mailTo(email)).token;
    const chosen = await post('reset/use', { token: reset, password: `${PASSWORD} more` }).expect(200);
    expect(chosen.body).toEqual({ accepted: true, wayBack: '/admin/' });
  });

  it('is taken along, too, by the mail to somebody who had an account already', async () => {
    const { email } = await world.account();
    await signUp(email, INVITATION).expect(202);
    const { subject, body, token } = await mailTo(email);
    expect(subject).toBe('You already have an account');
    expect(body).toContain('/link?token=');
    expect((await post('link/use', { token }).expect(200)).body.wayBack).toBe(INVITATION);
  });

  it('is none where none was named', async () => {
    const email = newcomer();
    await signUp(email).expect(202);
    expect((await post('confirm', { token: (await mailTo(email)).token }).expect(200)).body).toEqual({ accepted: true, wayBack: null });
  });

  it('is told by a dead link still, for the one that is asked for in its stead', async () => {
    const { email } = await world.account();
    await post('link', { email, wayBack: INVITATION }).expect(202);
    const { token } = await mailTo(email);
    await post('link/use', { token }).expect(200);
    expect((await post('link/use', { token }).expect(410)).body).toMatchObject({ code: 'LINK_DEAD', details: { wayBack: INVITATION } });
    expect((await post('link/use', { token: `${token.slice(0, -4)}AAAA` }).expect(410)).body.details).toBeUndefined();
  });

  it('stands in no mail, and nobody reads it in the database: it may hold a secret of its own', async () => {
    const email = newcomer();
    await signUp(email, INVITATION).expect(202);
    expect((await mailTo(email)).body).not.toMatch(/invitation|abc_DEF/);
    const [row] = await world.database.query<{ row: string; sealed: string }>(
      `select l::text as row, encode(way_back_sealed, 'escape') as sealed from accounts.one_time_link l where email = $1`,
      [email],
    );
    expect(row!.sealed.length).toBeGreaterThan(16);
    expect(`${row!.row} ${row!.sealed}`).not.toMatch(/invitation|abc_DEF/);
  });

  const ELSEWHERE = [
    'https://evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    'javascript:alert(1)',
    'evil.example',
    '/a\r\nlocation: https://evil.example',
    '/caf\u00e9',
    '',
  ];

  it.each(ELSEWHERE)('is refused where it would lead to another site: %j', async (wayBack) => {
    const email = newcomer();
    for (const answer of [await signUp(email, wayBack), await post('link', { email, wayBack }), await post('reset', { email, wayBack })]) {
      expect(answer.status).toBe(422);
      expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toContain('/wayBack');
    }
  });

  it('has at most 1000 characters', async () => {
    const longest = `/${'x'.repeat(999)}`;
    const email = newcomer();
    await signUp(email, `${longest}x`).expect(422);
    await signUp(email, longest).expect(202);
    expect((await post('confirm', { token: (await mailTo(email)).token }).expect(200)).body.wayBack).toBe(longest);
  });
});
