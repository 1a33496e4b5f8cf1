import { Accounts } from '#accounts';
import { type Voter, VotingWorld } from '../support/voting-world.js';

describe('Who may vote (VOT-2)', () => {
  let v: VotingWorld;
  let voters: Voter[];
  beforeAll(async () => {
    v = await VotingWorld.start();
    voters = await v.voters(4);
  });
  afterAll(() => v.close());

  const backs = (voter: Voter, state?: string): Promise<void> => v.backs(voter, state);
  const eligible = async (id: string, voter: Voter): Promise<boolean> =>
    ((await v.get(`/${id}/my-ballot`, voter.headers).expect(200)).body as { eligible: boolean }).eligible;
  const joined = (id: string) =>
    v.world.database.query<{ joined: string; n: number }>(
      'select joined, count(*)::int as n from voting.elector where ballot_id = $1 group by joined order by joined',
      [id],
    );

  it('is who backs a campaign with a pledge of any size, where the vote says so; later backers if late joiners are admitted', async () => {
    const [one, two, three] = voters as [Voter, Voter, Voter];
    await backs(one);
    await backs(three, 'withdrawn');
    const { id, ids } = await v.opened([1_000], { admits: ['backers'] });
    const strict = await v.opened([1_000], { admits: ['backers'], lateJoiners: 'refused' });
    expect(await joined(id)).toEqual([{ joined: 'snapshot', n: 1 }]);
    await v.choose(id, one, ids).expect(200);
    for (const refused of [two, three]) expect((await v.choose(id, refused, ids).expect(403)).body.code).toBe('NOT_ELIGIBLE');
    expect([await eligible(id, one), await eligible(id, two)]).toEqual([true, false]);
    await backs(two);
    expect([await eligible(id, two), await eligible(strict.id, two)]).toEqual([true, false]);
    await v.choose(id, two, ids).expect(200);
    expect((await v.choose(strict.id, two, strict.ids).expect(403)).body.code).toBe('NOT_ELIGIBLE');
    expect(await joined(id)).toEqual([
      { joined: 'late', n: 1 },
      { joined: 'snapshot', n: 1 },
    ]);
  });

  it('is who is on the list, whichever way the address is spelt, and only while the list is open (VOT-6)', async () => {
    const { id, ids } = await v.declared([1_000], { admits: ['invited'] });
    const [one, two] = voters as [Voter, Voter];
    const addresses = [one.account.email.toUpperCase(), one.account.email.replace('@', '+tag@'), 'late.comer@gmail.com'];
    expect((await v.post(`/${id}/invited`, { addresses }).expect(200)).body).toEqual({ invited: 2 });
    expect((await v.get(`/${id}/invited`, v.organiser.headers).expect(200)).body).toEqual({ invited: 2 });
    const stored = JSON.stringify(await v.world.database.query(`select encode(address_hash, 'escape') from voting.invited`));
    expect(stored).not.toContain('late.comer');
    await v.open(id);
    expect((await v.post(`/${id}/invited`, { addresses }).expect(409)).body.code).toBe('RULES_LOCKED');
    expect(
      (
        await v.world
          .http()
          .delete(v.path(`/${id}/invited`))
          .set(v.organiser.headers)
          .expect(409)
      ).body.code,
    ).toBe('RULES_LOCKED');
    await v.choose(id, one, ids).expect(200);
    await v.choose(id, two, ids).expect(403);
    // Dots do not matter where the provider ignores them.
    const accountId = await v.world.unitOfWork.run(async (tx) => {
      const accounts = v.world.get(Accounts);
      const made = await accounts.ensureByEmail(tx, { email: 'La.te.Comer+x@gmail.com', name: 'Late', locale: 'en' });
      await accounts.confirm(tx, made);
      return made;
    });
    const headers = await v.world.signIn({ ...one.account, accountId });
    await v.choose(id, { account: one.account, headers }, ids).expect(200);
  });

  it('is who enters an organisation’s code, as many as it was made for, even at once', async () => {
    const { id, ids } = await v.declared([1_000], { admits: ['code'] });
    const made = (await v.post(`/${id}/membership-codes`, { organisation: 'Rowing club', most: 2 }).expect(201)).body as { code: string };
    expect(made.code).toMatch(/^(\w{4}-){2}\w{4}$/);
    await v.open(id);
    expect((await v.post(`/${id}/membership-codes`, { organisation: 'Chess club', most: 2 }).expect(409)).body.code).toBe('RULES_LOCKED');
    await v.choose(id, voters[0]!, ids).expect(403);
    const typed = made.code.toLowerCase().replaceAll('-', ' ');
    const answers = await Promise.all(voters.map((voter) => v.post(`/${id}/join`, { code: typed }, voter.headers)));
    expect(answers.map((a) => a.status).sort()).toEqual([200, 200, 409, 409]);
    expect(answers.filter((a) => a.status === 409).map((a) => (a.body as { code: string }).code)).toEqual([
      'CODE_EXHAUSTED',
      'CODE_EXHAUSTED',
    ]);
    const within = voters.filter((_, at) => answers[at]!.status === 200);
    for (const voter of within) {
      await v.post(`/${id}/join`, { code: made.code }, voter.headers).expect(200);
      await v.choose(id, voter, ids).expect(200);
    }
    expect((await v.post(`/${id}/join`, { code: 'AAAA-AAAA-AAAA' }, voters[0]!.headers).expect(404)).body.code).toBe('CODE_UNKNOWN');
    expect((await v.get(`/${id}/membership-codes`, v.organiser.headers).expect(200)).body).toEqual({
      items: [{ organisation: 'Rowing club', most: 2, joined: 2 }],
    });
    expect(JSON.stringify(await v.world.database.query('select code_hash::text from voting.membership_code'))).not.toContain(
      made.code.slice(0, 4),
    );
  });

  it('tells nobody whether an address has voted, or has an account at all', async () => {
    const { id, ids } = await v.declared([1_000], { admits: ['everyone'] });
    const known = await v.post(`/${id}/invited`, { addresses: [voters[0]!.account.email] }).expect(200);
    const unknown = await v.post(`/${id}/invited`, { addresses: ['nobody@nowhere.example'] }).expect(200);
    expect([Object.keys(known.body as object), Object.keys(unknown.body as object)]).toEqual([['invited'], ['invited']]);
    await v.open(id);
    await v.choose(id, voters[0]!, ids).expect(200);
    const wrong = { receipt: '0'.repeat(32), choices: [] };
    expect(
      (
        await v.world
          .http()
          .put(v.path(`/${id}/my-ballot`))
          .send(wrong)
          .expect(404)
      ).body.code,
    ).toBe('RECEIPT_UNKNOWN');
    expect((await v.get(`/${id}`).expect(200)).body.voters).toBeNull();
    expect(JSON.stringify((await v.get(`/${id}`).expect(200)).body)).not.toContain(voters[0]!.account.accountId);
  });

  it('takes no address that is none, no list that is too long, and nothing from members', async () => {
    const { id } = await v.declared([1_000], { admits: ['invited'] });
    await v.post(`/${id}/invited`, { addresses: ['not an address'] }).expect(422);
    await v.post(`/${id}/invited`, { addresses: [] }).expect(422);
    await v.post(`/${id}/invited`, { addresses: ['a@b.example'] }, voters[0]!.headers).expect(403);
    await v.post(`/${id}/join`, { code: 'x' }, voters[0]!.headers).expect(404);
  });
});
