import { newId } from '#kernel';
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

  it('name their event in the mail, and say what they offer to the mailbox they were sent to, as often as it looks', async () => {
    const abe = await world.account();
    await invite(abe.email, 'treasurer').expect(202);
    const { subject } = await world.database.one<{ subject: string }>('select subject from platform.mail where recipient = $1', [
      abe.email,
    ]);
    expect(subject).toBe(`You are invited to help with “Event ${slug}”`);
    const [token] = await linksTo(abe.email);
    const look = async (who: TestAccount, body: object = { token }) =>
      world
        .http()
        .post('/api/v1/invitations/look')
        .set(await world.signIn(who))
        .send(body);
    const offered = {
      event: { slug, name: `Event ${slug}` },
      role: 'treasurer',
      expiresAt: new Date(world.clock.now().getTime() + 14 * 86_400_000).toISOString(),
    };
    for (let i = 0; i < 2; i += 1) expect(await look(abe)).toMatchObject({ status: 200, body: offered });
    expect(await look(await world.account())).toMatchObject({ status: 410, body: { code: 'LINK_DEAD' } });
    expect((await look(abe, { token: 'short' })).status).toBe(422);
    expect((await accept(abe, token!)).status).toBe(200);
    expect((await look(abe)).status).toBe(410);
  });

  describe('that are open', () => {
    interface Invitation {
      id: string;
      email: string;
      role: string;
      invitedAt: string;
      expiresAt: string;
    }
    const open = async (): Promise<Invitation[]> =>
      (await world.http().get(`/api/v1/events/${slug}/invitations`).set(asOwner).expect(200)).body.items;
    const openTo = async (email: string): Promise<Invitation[]> => (await open()).filter((one) => one.email === email);
    const takeBack = (id: string, event = slug, by = asOwner) => world.http().delete(`/api/v1/events/${event}/invitations/${id}`).set(by);

    it('are shown to the owner, the newest first, until they are answered', async () => {
      await invite('fay+team@Example.org', 'crew').expect(202);
      world.clock.advance(60_000);
      const gus = await world.account();
      await invite(gus.email, 'speaker').expect(202);
      const [newest, before] = await open();
      expect(before).toMatchObject({ email: 'fay@example.org', role: 'crew' });
      expect(newest).toEqual({
        id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
        email: gus.email,
        role: 'speaker',
        invitedAt: world.clock.now().toISOString(),
        expiresAt: new Date(world.clock.now().getTime() + 14 * 86_400_000).toISOString(),
      });
      expect((await accept(gus, (await linksTo(gus.email))[0]!)).status).toBe(200);
      expect(await openTo(gus.email)).toEqual([]);
      expect((await takeBack(newest!.id).expect(404)).body.code).toBe('NOT_FOUND');
    });

    it('are taken back once: the link is dead at once, the history says so, and the mail still counts', async () => {
      const hal = await world.account();
      for (let i = 0; i < 5; i += 1) await invite(hal.email, 'crew').expect(202);
      const all = await openTo(hal.email);
      expect(new Set(all.map(({ id }) => id)).size).toBe(5);
      for (const { id } of all) await takeBack(id).expect(200);
      await takeBack(all[0]!.id).expect(404);
      expect(await openTo(hal.email)).toEqual([]);
      for (const link of await linksTo(hal.email)) expect((await accept(hal, link)).body.code).toBe('LINK_DEAD');
      await invite(hal.email, 'crew').expect(429);
      const said = await world.database.query(
        `select subject_id, details from platform.audit_entry where action = 'role offer taken back' and details->>'to' = $1`,
        [hal.accountId],
      );
      expect(said).toEqual(Array(5).fill({ subject_id: 'crew', details: { to: hal.accountId } }));
    });

    it('are named by what opens nothing: neither the link nor its hash is in it', async () => {
      await invite('ida@example.org', 'crew').expect(202);
      const [link] = await linksTo('ida@example.org');
      const [invitation] = await openTo('ida@example.org');
      const { hash } = await world.database.one<{ hash: string }>(
        `select encode(token_hash, 'hex') as hash from accounts.one_time_link where email = 'ida@example.org'`,
      );
      const id = invitation!.id.replaceAll('-', '');
      expect(hash).not.toContain(id.slice(0, 12));
      expect(Buffer.from(link!, 'base64url').toString('hex')).not.toContain(id.slice(0, 12));
      const ida = await world.account();
      expect((await accept(ida, invitation!.id)).status).toBe(410);
    });

    it('belong to their event, and end by themselves', async () => {
      const other = await world.event();
      const asOther = await world.signIn(other.owner);
      await invite('jan@example.org', 'crew').expect(202);
      const [jan] = await openTo('jan@example.org');
      await takeBack(jan!.id, other.slug, asOther).expect(404);
      await takeBack(jan!.id, slug, asOther).expect(403);
      await takeBack(newId()).expect(404);
      await takeBack('not-an-id').expect(404);
      const theirs = await world.http().get(`/api/v1/events/${other.slug}/invitations`).set(asOther).expect(200);
      expect(theirs.body).toEqual({ items: [] });
      world.clock.advance(14 * 86_400_000);
      expect(await openTo('jan@example.org')).toEqual([]);
      await takeBack(jan!.id).expect(404);
    });

    it('are answered or taken back, never both, when it happens at the same moment', async () => {
      const kim = await world.account();
      await invite(kim.email, 'crew').expect(202);
      const [link] = await linksTo(kim.email);
      const [{ id } = { id: '' }] = await openTo(kim.email);
      const as = await world.signIn(kim);
      const [taken, back] = await Promise.all([
        world.http().post('/api/v1/invitations/accept').set(as).send({ token: link }),
        takeBack(id),
      ]);
      expect([
        [200, 404],
        [410, 200],
      ]).toContainEqual([taken.status, back.status]);
    });
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
