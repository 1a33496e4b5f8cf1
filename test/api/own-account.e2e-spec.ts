import { type TestAccount, type World, testWorld } from '../support/world.js';

describe('the own name and language', () => {
  let world: World;
  let ann: TestAccount;
  let as: Record<string, string>;
  beforeAll(async () => {
    world = await testWorld();
  });
  beforeEach(async () => {
    ann = await world.account({ name: 'Ann' });
    as = await world.signIn(ann);
  });
  afterAll(() => world.close());

  const change = (body: object) => world.http().patch('/api/v1/me').set(as).send(body);
  const history = () =>
    world.database.query<{ actor_id: string; details: object }>(
      `select actor_id, details from platform.audit_entry where action = 'account changed' and subject_id = $1 order by id`,
      [ann.accountId],
    );

  it('change one by one or together, and are answered as they are from then on', async () => {
    const { body: before } = await world.http().get('/api/v1/me').set(as).expect(200);
    expect((await change({ name: 'Anne-Zoë O’Neil' }).expect(200)).body).toEqual({ ...before, name: 'Anne-Zoë O’Neil' });
    expect((await change({ locale: 'fr' }).expect(200)).body).toEqual({ ...before, name: 'Anne-Zoë O’Neil', locale: 'fr' });
    expect((await change({ name: 'Ann', locale: 'en' }).expect(200)).body).toEqual(before);
    expect((await world.http().get('/api/v1/me').set(as).expect(200)).body).toEqual(before);
  });

  it('bring equal-looking names to one form, as signing up does', async () => {
    expect((await change({ name: 'Zoe\u0308' }).expect(200)).body.name).toBe('Zo\u00eb');
  });

  it('speak in mails from then on', async () => {
    await change({ locale: 'fr' }).expect(200);
    await world.http().post('/api/v1/auth/link').send({ email: ann.email }).expect(202);
    const { subject } = await world.database.one<{ subject: string }>('select subject from platform.mail where recipient = $1', [
      ann.email,
    ]);
    expect(subject).toBe('Votre lien de connexion');
  });

  it('leave a line in the history that says which, and never a name: it would outlive the account', async () => {
    await change({ name: 'Anna', locale: 'en' }).expect(200);
    await change({ name: 'Anna', locale: 'fr' }).expect(200);
    await change({ name: 'Anna', locale: 'fr' }).expect(200);
    expect(await history()).toEqual([
      { actor_id: ann.accountId, details: { fields: ['name'] } },
      { actor_id: ann.accountId, details: { fields: ['locale'] } },
    ]);
  });

  it.each([
    [{}, '/name'],
    [{ name: '' }, '/name'],
    [{ name: ' \u200b' }, '/name'],
    [{ name: 'Two\nlines' }, '/name'],
    [{ name: 'x'.repeat(101) }, '/name'],
    [{ name: 7 }, '/name'],
    [{ name: null }, '/name'],
    [{ locale: 'de' }, '/locale'],
    [{ locale: null }, '/locale'],
    [{ email: 'other@example.org', name: 'Ann' }, '/email'],
    [{ isAdmin: true, name: 'Ann' }, '/isAdmin'],
  ])('name the field at fault in %j, and stay', async (body, pointer) => {
    const refused = await change(body).expect(422);
    expect(refused.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
    expect(await history()).toEqual([]);
  });

  it('are nobody else’s to change', async () => {
    await world.http().patch('/api/v1/me').send({ name: 'Nobody' }).expect(401);
  });
});
