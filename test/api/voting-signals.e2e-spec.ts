import { Accounts } from '#accounts';
import { Checks, Jobs } from '#platform';
import { type OpenedBallot, type Voter, VotingWorld } from '../support/voting-world.js';

describe('Signs of fraud (VOT-11)', () => {
  let v: VotingWorld;
  let voters: Voter[];
  beforeAll(async () => {
    v = await VotingWorld.start();
    voters = await v.voters(12);
  });
  afterAll(() => v.close());

  const from = (id: string, voter: Voter, choices: readonly string[], browser: string) =>
    v.choose(id, voter, choices).set('user-agent', browser);
  const flags = async (id: string) =>
    (await v.get(`/${id}/flags`, v.organiser.headers).expect(200)).body as { signs: { sign: string; ballots: number }[]; flagged: number };
  const ask = (id: string, sign: string) => v.post(`/${id}/voidings`, { sign, reason: 'They all come out of one machine in the foyer.' });
  const decide = (id: string, voiding: string, granted: boolean, by = v.second) =>
    v.post(`/${id}/voidings/${voiding}/decide`, { granted }, by.headers);

  /** Four ballots for the first option by people, three for the second out of one browser. */
  async function contested(over: object = {}): Promise<OpenedBallot> {
    const made = await v.opened([9_000, 8_000], { rule: 'greedy_votes', ...over });
    for (const [at, voter] of voters.slice(0, 3).entries()) await from(made.id, voter, [made.ids[0]!], `browser ${at}`).expect(200);
    for (const voter of voters.slice(3, 7)) await from(made.id, voter, [made.ids[1]!], 'one and the same').expect(200);
    return made;
  }

  it('are numbers to organisers, never which or whose, and each look is noted', async () => {
    const { id } = await contested();
    const seen = await flags(id);
    // One machine sends every request of this test: all share its network.
    expect(seen).toEqual({
      signs: [
        { sign: 'burst', ballots: 7 },
        { sign: 'device', ballots: 4 },
      ],
      flagged: 7,
    });
    await v.get(`/${id}/flags`, voters[0]!.headers).expect(403);
    const looked = await v.world.database.query('select 1 from platform.audit_entry where action = $1 and subject_id = $2', [
      'signs of fraud looked at',
      id,
    ]);
    expect(looked).toHaveLength(1);
  });

  it('see disposable mail, a full network and equal ballots minutes apart', async () => {
    const { id, ids } = await v.opened([1_000, 2_000, 3_000, 4_000]);
    const account = await v.world.unitOfWork.run(async (tx) => {
      const made = await v.world.get(Accounts).ensureByEmail(tx, { email: 'x@mailinator.com', name: 'X', locale: 'en' });
      await v.world.get(Accounts).confirm(tx, made);
      return { ...voters[0]!.account, accountId: made };
    });
    await v.choose(id, { account, headers: await v.world.signIn(account) }, []).expect(200);
    for (const [at, voter] of voters.slice(0, 9).entries()) {
      await from(id, voter, at < 3 ? ids.slice(0, 3) : [ids[at % 4]!], `browser ${at}`).expect(200);
      v.world.clock.advance(at === 4 ? 11 * 60_000 : 1_000);
    }
    expect((await flags(id)).signs).toEqual([
      { sign: 'burst', ballots: 6 },
      { sign: 'disposable', ballots: 1 },
      { sign: 'identical', ballots: 3 },
      { sign: 'network', ballots: 10 },
    ]);
  });

  it('only flag: every ballot counts, and the result says whether it hangs on those that look odd', async () => {
    const { id, ids } = await contested();
    await v.finish(id);
    const result = await v.result<{ winners: string[]; balance: object; sensitivity: object }>(id);
    expect(result).toMatchObject({
      winners: [ids[1]],
      balance: { voted: 7, counted: 7, setAside: [] },
      sensitivity: { flagged: 7, changed: true },
    });
    const quiet = await v.opened([9_000, 8_000]);
    for (const [at, voter] of voters.slice(0, 4).entries()) await from(quiet.id, voter, [quiet.ids[0]!], `browser ${at}`).expect(200);
    await v.finish(quiet.id);
    expect((await v.result<{ sensitivity: object | null }>(quiet.id)).sensitivity).toBeNull();
  });

  it('void ballots only by two people with a reason; their number is public and their owners are told', async () => {
    const { id, ids } = await contested();
    await v.post(`/${id}/voidings`, { sign: 'device', reason: 'too short' }).expect(422);
    expect((await ask(id, 'disposable').expect(409)).body.code).toBe('NOTHING_FLAGGED');
    const asked = (await ask(id, 'device').expect(201)).body as { id: string; ballots: number };
    expect(asked.ballots).toBe(4);
    expect((await decide(id, asked.id, true, v.organiser).expect(409)).body.code).toBe('VOIDING_NEEDS_TWO');
    const answers = await Promise.all([1, 2, 3].map(() => decide(id, asked.id, true)));
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409]);
    await v.world.drain();
    expect(
      await v.world.database.one(`select count(*)::int as n from platform.mail where subject like 'Your ballot is not counted%'`),
    ).toEqual({ n: 4 });
    await v.finish(id);
    const result = await v.result<{ winners: string[]; balance: object }>(id);
    expect(result).toMatchObject({ winners: [ids[0]], balance: { voted: 7, counted: 3, setAside: [{ reason: 'voided', count: 4 }] } });
    expect(await v.rows(id)).toBe(7);
  });

  it('leave ballots in when nobody else grants it before the close', async () => {
    const { id } = await contested();
    const refused = (await ask(id, 'device').expect(201)).body as { id: string };
    await decide(id, refused.id, false).expect(200);
    const late = (await ask(id, 'device').expect(201)).body as { id: string };
    await v.finish(id);
    expect((await decide(id, late.id, true).expect(409)).body.code).toBe('VOTE_CLOSED');
    expect((await v.result<{ balance: object }>(id)).balance).toMatchObject({ counted: 7, setAside: [] });
  });

  it('lose their ballots at the close and are dropped thirty days later', async () => {
    const { id } = await contested();
    const traces = () =>
      v.world.database.query<{ vote_id: string | null; network: Buffer }>(
        'select vote_id, network from voting.trace where ballot_id = $1',
        [id],
      );
    const open = await traces();
    expect(open).toHaveLength(7);
    for (const trace of open) expect([trace.network.length, trace.vote_id]).toEqual([32, expect.any(String)]);
    await v.finish(id);
    expect((await traces()).map((t) => t.vote_id)).toEqual(Array<null>(7).fill(null));
    expect(await v.world.database.query(`select 1 from voting.vote where ballot_id = $1 and flags <> '{}'`, [id])).toEqual([]);
    v.world.clock.advance(29 * 86_400_000);
    await v.world.get(Jobs).runSchedules();
    await v.world.drain();
    expect(await traces()).toHaveLength(7);
    v.world.clock.advance(86_400_000);
    await v.world.get(Jobs).runSchedules();
    await v.world.drain();
    expect(await traces()).toEqual([]);
  });

  it('leave nothing that the checks find wrong', async () => {
    expect((await v.world.get(Checks).askAll()).filter((c) => c.violations.length > 0)).toEqual([]);
  });
});
