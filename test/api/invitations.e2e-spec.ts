import { type TestAccount, type World, testWorld } from '../support/world.js';

describe('invitations to a team', () => {
  let world: World;
  let slug: string;
  let owner: TestAccount;
  let asOwner: Record<string, string>;
  beforeAll(async () => {
    world = await testWorld();
    ({ slug, owner } = await world.event());
    asOwner = await world.signIn(owner);
  });
  afterAll(() => world.close());

  const invite = (email: string, role: string) =>
    world.http().post(`/api/v1/events/${slug}/invitations`).set(asOwner).send({ email, role });
  const remove = (id: string, role: string) => world.http().delete(`/api/v1/events/${slug}/team/${id}/${role}`).set(asOwner);
  const accept = async (who: TestAccount, token: string) =>
    world
      .http()
      .post('/api/v1/invitations/accept')
      .set(await world.signIn(who))
      .send({ token });
  async function linksTo(email: string): Promise<string[]> {
    const mails = await world.database.query<{ body: string }>('select body from platform.mail where recipient = $1 order by id', [email]);
    return mails.map(({ body }) => /token=([\w-]+)/.exec(body)![1]!);
  }

  it('bring nobody back whose role was taken: accepting one closes the others, and so does losing the role', async () => {
    const ann = await world.account();
    await invite(ann.email, 'crew').expect(202);
    await invite(ann.email, 'crew').expect(202);
    const [first, second] = await linksTo(ann.email);
    expect((await accept(ann, first!)).status).toBe(200);
    await remove(ann.accountId, 'crew').expect(200);
    expect((await accept(ann, second!)).status).toBe(410);
  });

  it('write one line into the history for a role that is given once', async () => {
    const bea = await world.account();
    await invite(bea.email, 'speaker').expect(202);
    expect((await accept(bea, (await linksTo(bea.email))[0]!)).status).toBe(200);
    const { count } = await world.database.one<{ count: number }>(
      `select count(*)::int as count from platform.audit_entry where action = 'role granted' and subject_id = $1`,
      [bea.accountId],
    );
    expect(count).toBe(1);
  });

  it('flood no mailbox: five an hour', async () => {
    for (let i = 0; i < 5; i += 1) await invite('cat@example.org', 'crew').expect(202);
    expect((await invite('cat@example.org', 'crew').expect(429)).body.code).toBe('TOO_MANY_TRIES');
  });

  it('leave an owner who can sign in: a suspended one does not count', async () => {
    const dan = await world.account({ roles: [] });
    await invite(dan.email, 'owner').expect(202);
    expect((await accept(dan, (await linksTo(dan.email))[0]!)).status).toBe(200);
    const admin = await world.signIn(await world.account({ admin: true }));
    await world
      .http()
      .post(`/api/v1/admin/accounts/${dan.accountId}/suspend`)
      .set(admin)
      .send({ because: 'for this very test', keepContent: true })
      .expect(200);
    expect((await remove(owner.accountId, 'owner').expect(409)).body.code).toBe('LAST_OWNER');
    await remove(dan.accountId, 'owner').expect(200);
    await remove(dan.accountId, 'owner').expect(404);
  });
});
