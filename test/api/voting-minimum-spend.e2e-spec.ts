import { unzipKit, checkKit } from '#voting/count';
import { type Voter, VotingWorld } from '../support/voting-world.js';

interface Detail {
  minSpend: { amount: number; currency: string } | null;
  minChoices: number;
  rulesText: string;
  rulesHash: string;
}

describe('Minimums are off by default (PBG-3)', () => {
  let v: VotingWorld;
  let voters: Voter[];
  beforeAll(async () => {
    v = await VotingWorld.start();
    voters = await v.voters(7);
  });
  afterAll(() => v.close());

  const knapsack = { method: 'knapsack', rule: 'greedy_votes' };
  const shown = async (id: string): Promise<Detail> => (await v.get(`/${id}`, v.organiser.headers).expect(200)).body as Detail;
  const redeclare = (id: string, ids: readonly string[], over: object) =>
    v.world
      .http()
      .put(v.path(`/${id}`))
      .set(v.organiser.headers)
      .send(v.declaration({ pot: { amount: 10_000, currency: 'GBP' }, proposalIds: ids, noticeHours: 0, ...knapsack, ...over }));
  // Sealed or not yet: the sealer is at work meanwhile.
  const stored = (id: string) =>
    v.world.database.one(
      `select (select count(*)::int from voting.vote where ballot_id = $1) as votes, (select count(*)::int from voting.trace where ballot_id = $1) as traces,
         (select count(*)::int from (select from voting.unsealed where ballot_id = $1 union all select from voting.seal where ballot_id = $1) c) as commitments`,
      [id],
    );

  it('PBG-3: no vote asks for a minimum that was not declared, neither of money nor of choices', async () => {
    const pots = await v.opened([6_000, 4_000, 500], knapsack);
    expect(await shown(pots.id)).toMatchObject({ minSpend: null, minChoices: 0 });
    expect(JSON.parse((await shown(pots.id)).rulesText)).toMatchObject({ minSpendMinor: null, minChoices: 0 });
    await v.choose(pots.id, voters[0]!, [pots.ids[2]!]).expect(200);
    const approval = await v.opened([6_000, 4_000, 500]);
    expect(await shown(approval.id)).toMatchObject({ minSpend: null, minChoices: 0 });
    await v.choose(approval.id, voters[0]!, [approval.ids[2]!]).expect(200);
  });

  it('PBG-3: a declared one is frozen with the rules and refuses smaller ballots with the bound, storing nothing; the empty ballot stands', async () => {
    const { id, ids } = await v.declared([6_000, 4_000, 500], knapsack);
    const [hall, band, tea] = ids as [string, string, string];
    expect((await redeclare(id, ids, { minSpend: 4_500 }).expect(200)).body).toMatchObject({
      minSpend: { amount: 4_500, currency: 'GBP' },
    });
    await v.open(id);
    const frozen = await shown(id);
    expect(JSON.parse(frozen.rulesText)).toMatchObject({ minSpendMinor: '4500' });
    for (const over of [{ minSpend: 100 }, {}]) expect((await redeclare(id, ids, over).expect(409)).body.code).toBe('RULES_LOCKED');
    expect(await shown(id)).toEqual(frozen);

    const before = await stored(id);
    const refused = await v.choose(id, voters[0]!, [band]).expect(422);
    expect(refused.body).toMatchObject({ code: 'UNDER_MINIMUM', details: { bound: 4_500, found: 4_000 } });
    expect(await stored(id)).toEqual(before);

    const first = (await v.choose(id, voters[0]!, [band, tea]).expect(200)).body as { receipt: string };
    expect((await v.choose(id, voters[0]!, [tea]).expect(422)).body.code).toBe('UNDER_MINIMUM');
    const mine = (await v.get(`/${id}/my-ballot`, voters[0]!.headers).expect(200)).body as {
      receipt: string;
      ballot: { choices: string[] };
    };
    expect([mine.receipt, [...mine.ballot.choices].sort()]).toEqual([first.receipt, [band, tea].sort()]);
    await v.choose(id, voters[1]!, []).expect(200);
    await v.choose(id, voters[2]!, [hall]).expect(200);
    expect(await v.rows(id)).toBe(3);
  });

  it('PBG-3: binds ballots on paper too, whose code stays unused', async () => {
    const { id, ids } = await v.opened([6_000, 4_000], { ...knapsack, minSpend: 5_000 });
    const { items } = (await v.post(`/${id}/paper-codes`, { count: 2 }).expect(201)).body as { items: { code: string }[] };
    const enter = (at: number, choices: readonly string[]) =>
      v.world
        .http()
        .put(v.path(`/${id}/paper-ballot`))
        .set(v.organiser.headers)
        .send({ code: items[at]!.code, choices });
    const refused = await enter(0, [ids[1]!]).expect(422);
    expect(refused.body).toMatchObject({ code: 'UNDER_MINIMUM', details: { bound: 5_000, found: 4_000 } });
    expect((await v.get(`/${id}/paper-codes`, v.organiser.headers).expect(200)).body).toMatchObject({ unused: 2, paper: 0 });
    await enter(0, [ids[0]!]).expect(200);
    await enter(1, []).expect(200);
  });

  it('PBG-3: stands in the recount kit, whose count gives the same bytes', async () => {
    const { id, ids } = await v.opened([6_000, 4_000, 500], { ...knapsack, minSpend: 4_000 });
    for (const [at, voter] of voters.entries()) await v.choose(id, voter, at % 2 ? [ids[0]!] : [ids[1]!, ids[2]!]).expect(200);
    await v.finish(id);
    const answer = await v.get(`/${id}/kit.zip`).responseType('blob').expect(200);
    const files = unzipKit(answer.body as Uint8Array);
    const written = (name: string): string => Buffer.from(files.get(name)!).toString();
    expect(JSON.parse(written('rules.json'))).toMatchObject({ minSpendMinor: '4000' });
    expect(checkKit(files).result).toBe(written('result.json'));
    expect((await v.result<{ winners: string[] }>(id)).winners).toContain(ids[1]);
  });

  it.each([
    ['in an approval vote', { method: 'approval', minSpend: 100 }, 'belongs to knapsack ballots'],
    ['above the pot', { minSpend: 10_001 }, 'must be at most 10000, the pot'],
    ['of nothing', { minSpend: 0 }, 'minSpend must not be less than 1'],
    ['of half a penny', { minSpend: 0.5 }, 'minSpend must be an integer number'],
  ])('PBG-3: refuses one %s and names the field', async (_name, over, message) => {
    const { id, ids } = await v.declared([1_000], knapsack);
    const { body } = await redeclare(id, ids, over).expect(422);
    expect((body as { errors: object[] }).errors).toContainEqual({ pointer: '/minSpend', message });
  });

  it('PBG-3: does not open with one that no choice can meet', async () => {
    const { id } = await v.declared([6_000, 6_000], { ...knapsack, minSpend: 7_000 });
    expect((await v.post(`/${id}/open`).expect(409)).body).toMatchObject({ code: 'MINIMUM_OUT_OF_REACH', details: { bound: 7_000 } });
    expect((await v.get(`/${id}`, v.organiser.headers).expect(200)).body).toMatchObject({ state: 'draft' });
  });
});
