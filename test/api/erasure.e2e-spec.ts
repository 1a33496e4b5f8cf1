import { EventsModule } from '#events';
import { leave, mailedToken } from '../support/leave.js';
import { CampaignWorld } from '../support/campaign-world.js';

const PASSWORD = 'correct horse battery';

interface Person {
  accountId: string;
  email: string;
  headers: Record<string, string>;
}

describe('Erasing one’s own account', () => {
  let c: CampaignWorld;
  beforeAll(async () => {
    c = await CampaignWorld.start({ modules: [EventsModule] });
  });
  afterAll(async () => {
    const violations = await c.violations();
    await c.close();
    expect(violations).toEqual([]);
  });

  const http = () => c.world.http();
  let people = 0;

  /** Somebody who signed up with a password, as their browser. */
  async function signedUp(email = `leaver${(people += 1)}@example.org`): Promise<Person> {
    await http().post('/api/v1/auth/sign-up').send({ email, name: 'Ann Leaver', password: PASSWORD }).expect(202);
    const token = await mailedToken(c.world, email);
    const confirmed = await http().post('/api/v1/auth/confirm').send({ token }).expect(200);
    const cookie = String((confirmed.headers['set-cookie'] as unknown as string[])[0]).split(';')[0]!;
    const headers = { cookie, 'x-requested-with': 'wegettogether' };
    const { body } = await http().get('/api/v1/me').set(headers).expect(200);
    return { accountId: (body as { accountId: string }).accountId, email, headers };
  }

  const erase = ({ headers }: Pick<Person, 'headers'>, proof: object = { password: PASSWORD }) =>
    http().post('/api/v1/me/erase').set(headers).send(proof);
  const rowsAbout = async (account: { accountId: string; email: string }) =>
    (
      await c.world.database.one<{ n: number }>(
        `select (select count(*) from accounts.session where account_id = $1) + (select count(*) from accounts.access_token where account_id = $1)
           + (select count(*) from accounts.one_time_link where account_id = $1 or email = $2) + (select count(*) from accounts.role_grant where account_id = $1)
           + (select count(*) from accounts.failed_sign_in where email_key = $2) + (select count(*) from platform.mail where recipient = $2)::int as n`,
        [account.accountId, account.email],
      )
    ).n;

  it('takes name, address, password, sessions, tokens, roles and mails, and leaves a row with its id (VOT-10)', async () => {
    const ann = await signedUp();
    const { eventId } = await c.world.event();
    await c.world.unitOfWork.run((tx) =>
      tx.run('insert into accounts.role_grant (event_id, account_id, role, granted_at) values ($1, $2, $3, $4)', [
        eventId,
        ann.accountId,
        'volunteer',
        tx.now,
      ]),
    );
    const made = await http().post('/api/v1/me/tokens').set(ann.headers).send({ name: 'mine', days: 3 }).expect(201);
    const spark = await http().post('/api/v1/sparks').set(ann.headers).send({ text: 'Let us meet by the river' }).expect(201);
    const gone = await erase(ann).expect(200);
    expect(String(gone.headers['set-cookie'])).toMatch(/wgt_session=;/);
    await c.world.drain();

    expect(await c.world.database.one('select name, email, password_hash from accounts.account where id = $1', [ann.accountId])).toEqual({
      name: '',
      email: '',
      password_hash: null,
    });
    expect(Number(await rowsAbout(ann))).toBe(0);
    await http().get('/api/v1/me').set(ann.headers).expect(401);
    await http()
      .get('/api/v1/me')
      .set({ authorization: `Bearer ${(made.body as { token: string }).token}` })
      .expect(401);
    const login = await http().post('/api/v1/auth/login').send({ email: ann.email, password: PASSWORD }).expect(401);
    expect((login.body as { code: string }).code).toBe('WRONG_CREDENTIALS');
    const { id } = spark.body as { id: string };
    expect((await http().get(`/api/v1/sparks/${id}`).expect(200)).body).toMatchObject({ text: 'Let us meet by the river', author: null });
  });

  it('sets the address free for a new account, which is somebody else', async () => {
    const ann = await signedUp();
    await erase(ann).expect(200);
    const again = await signedUp(ann.email);
    expect(again.accountId).not.toBe(ann.accountId);
    expect((await http().get('/api/v1/me/pledges').set(again.headers).expect(200)).body).toEqual({ items: [], next: null });
  });

  it('asks for the password or a mailed link, and slows guessing down', async () => {
    const ann = await signedUp();
    expect((await erase(ann, {}).expect(422)).body).toMatchObject({ code: 'BAD_INPUT' });
    for (let n = 0; n < 10; n += 1) await erase(ann, { password: 'not this one' }).expect(401);
    expect((await erase(ann).expect(429)).body).toMatchObject({ code: 'TOO_MANY_TRIES' });
    await http().get('/api/v1/me').set(ann.headers).expect(200);
    await c.pass(16 * 60_000);
    await erase(ann).expect(200);
  });

  it('by a mailed link works once, in time, and for its owner only', async () => {
    const [ann, ben] = [await c.world.account(), await c.world.account()];
    const [annHeaders, benHeaders] = [await c.world.signIn(ann), await c.world.signIn(ben)];
    expect((await http().get('/api/v1/me/erase').set(annHeaders).expect(200)).body).toEqual({ bonds: [], hasPassword: false });
    await http().post('/api/v1/me/erase/link').set(annHeaders).expect(202);
    const confirmation = await mailedToken(c.world, ann.email);
    await erase({ headers: benHeaders }, { confirmation }).expect(410);
    await http().post('/api/v1/auth/link/use').send({ token: confirmation }).expect(410);
    await c.pass(31 * 60_000);
    await erase({ headers: annHeaders }, { confirmation }).expect(410);
    await leave(c.world, ann, annHeaders);
    await http().get('/api/v1/me').set(annHeaders).expect(401);
    await http().get('/api/v1/me').set(benHeaders).expect(200);
    await http().post('/api/v1/me/erase/link').expect(401);
  });

  it('waits until somebody else owns the event, also when both owners leave at the same moment', async () => {
    const { eventId, slug, owner } = await c.world.event();
    const first = await c.world.signIn(owner);
    await http().post('/api/v1/me/erase/link').set(first).expect(409);
    const asked = await http().get('/api/v1/me/erase').set(first).expect(200);
    expect(asked.body).toMatchObject({ bonds: [{ code: 'LAST_OWNER', about: `Event ${slug}`, page: `/events/${slug}` }] });

    const other = await c.world.account({ roles: [{ eventId, roles: ['owner'] }] });
    const second = await c.world.signIn(other);
    const both = [
      { account: owner, headers: first },
      { account: other, headers: second },
    ];
    const proofs: object[] = [];
    for (const { account, headers } of both) {
      await http().post('/api/v1/me/erase/link').set(headers).expect(202);
      proofs.push({ confirmation: await mailedToken(c.world, account.email) });
    }
    const answers = await Promise.all(both.map(({ headers }, n) => erase({ headers }, proofs[n])));
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409]);
    expect(answers.find((a) => a.status === 409)!.body).toMatchObject({
      code: 'ACCOUNT_BOUND',
      details: { bonds: [{ code: 'LAST_OWNER' }] },
    });
  });

  it('waits until no pledge is open or under way, and leaves what was paid in the books without a name', async () => {
    const campaign = await c.campaign({ mode: 'keep', goal: 1_000 });
    const ann = await signedUp();
    const pledge = async (method: 'card' | 'transfer') => {
      const made = await http()
        .post(`/api/v1/campaigns/${campaign.id}/pledges`)
        .set({ ...ann.headers, 'idempotency-key': `leaving-${method}` })
        .send({ amount: { amount: 2_000, currency: 'GBP' }, method })
        .expect(201);
      return (made.body as { pledgeId: string }).pledgeId;
    };
    const transfer = await pledge('transfer');
    const refused = await erase(ann).expect(409);
    expect(refused.body).toMatchObject({
      code: 'ACCOUNT_BOUND',
      detail: 'You have a pledge to “A get-together”: withdraw it first.',
      details: { bonds: [{ code: 'PLEDGE_OPEN', page: `/pledges/${transfer}` }] },
    });
    await http().post(`/api/v1/pledges/${transfer}/withdraw`).set(ann.headers).expect(200);

    const paid = await pledge('card');
    await c.world.drain();
    const visit = await http().get(`/api/v1/pledges/${paid}/checkout`).set(ann.headers).expect(303);
    await c.sim(`checkout/${/cs_test_\w+/.exec(String(visit.headers.location))![0]}/complete`, { card: '4242424242424242' });
    await c.settle();
    expect(await c.stateOf(paid)).toBe('collected');
    const publicly = async () => (await http().get(`/api/v1/campaigns/${campaign.id}/pledges`).expect(200)).body;
    expect(await publicly()).toMatchObject({ items: [{ name: 'Ann Leaver' }] });
    const before = await c.balances(campaign.eventId);

    const taken = await http().get('/api/v1/me/export').set(ann.headers).expect(200);
    expect(taken.headers['content-disposition']).toContain('attachment');
    expect(taken.body).toMatchObject({
      account: { name: 'Ann Leaver', email: ann.email, hasPassword: true },
      sessions: [{}],
      parts: [{ name: 'pledges', items: [{ state: 'collected', amount: { amount: 2_000 } }, { state: 'withdrawn' }] }],
    });

    await erase(ann).expect(200);
    await c.settle();
    expect(await publicly()).toMatchObject({ items: [{ name: null, amount: { amount: 2_000 } }] });
    const full = await http().get(`/api/v1/events/${campaign.slug}/campaigns/${campaign.id}/pledges`).set(campaign.treasurer);
    expect(JSON.stringify(full.body)).not.toContain('Ann Leaver');
    expect(await c.balances(campaign.eventId)).toEqual(before);
  });

  it('has Stripe forget who paid, however often the answer is lost (spec/stripe.md §7)', async () => {
    const campaign = await c.campaign({ mode: 'keep', goal: 1_000 });
    const ann = await signedUp();
    const made = await http()
      .post(`/api/v1/campaigns/${campaign.id}/pledges`)
      .set({ ...ann.headers, 'idempotency-key': 'forgotten-payer' })
      .send({ amount: { amount: 2_000, currency: 'GBP' }, method: 'card' })
      .expect(201);
    await c.world.drain();
    const { pledgeId } = made.body as { pledgeId: string };
    const visit = await http().get(`/api/v1/pledges/${pledgeId}/checkout`).set(ann.headers).expect(303);
    await c.sim(`checkout/${/cs_test_\w+/.exec(String(visit.headers.location))![0]}/complete`, { card: '4242424242424242' });
    await c.settle();
    const state = () =>
      c.world.database.one<{ stripe_id: string; waits: boolean }>(
        `select stripe_id, forgotten_at is null as waits from payments.stripe_customer where person_id = $1`,
        [ann.accountId],
      );
    const { stripe_id: stripeId } = await state();
    // What the payment page asked for and Stripe keeps.
    Object.assign(
      c.stripe.sim.customers.rows.find(({ id }) => id === stripeId)!,
      { name: 'Ann Leaver', email: ann.email },
    );

    await c.sim('faults', { action: 'error_before', match: { method: 'DELETE', path: '/v1/customers/*', times: 3 }, status: 503 });
    await erase(ann).expect(200);
    await c.settle();
    expect(await state()).toMatchObject({ waits: true });
    await c.sim('faults', {}, 'DELETE');
    await c.pass(3 * 60_000);
    expect(await state()).toMatchObject({ waits: false });
    // From here on Stripe answers its id and nothing else.
    expect(c.stripe.sim.customers.rows.find(({ id }) => id === stripeId)).toMatchObject({ deleted: true });
  });

  it('and taking one’s data away are for those who signed in', async () => {
    await http().get('/api/v1/me/export').expect(401);
    await http().get('/api/v1/me/erase').expect(401);
    await http().post('/api/v1/me/erase').send({ password: PASSWORD }).expect(401);
  });
});
