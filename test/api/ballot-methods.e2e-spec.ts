import { randomUUID } from 'node:crypto';
import { EventsModule } from '#events';
import { money } from '#kernel';
import { Proposals, ProposalsModule } from '#proposals';
import { SealCasts, VotingModule } from '#voting';
import { type World, testWorld } from '../support/world.js';

const DAY = 86_400_000;
type Headers = { authorization: string };
interface Option {
  optionId: string;
  title: string;
}

describe('Votes of every method (VOT-1)', () => {
  let world: World;
  let slug: string;
  let eventId: string;
  let organiser: Headers;
  let organiserId: string;
  const voters: Headers[] = [];

  beforeAll(async () => {
    world = await testWorld([EventsModule, ProposalsModule, VotingModule]);
    ({ slug, eventId } = await world.event({ slug: 'wgt27' }));
    const account = await world.account({ roles: [{ eventId, roles: ['organiser'] }] });
    organiserId = account.accountId;
    organiser = await world.signIn(account);
    for (let n = 0; n < 6; n += 1) voters.push(await world.signIn(await world.account()));
  });
  afterAll(() => world.close());

  const path = (rest = ''): string => `/api/v1/events/${slug}/ballots${rest}`;
  const declaration = (over: object): object => ({
    title: 'What we want',
    closesAt: new Date(world.clock.now().getTime() + DAY).toISOString(),
    ...over,
  });
  const declare = (over: object) => world.http().post(path()).set(organiser).send(declaration(over));

  async function opened(over: object): Promise<{ id: string; options: Option[] }> {
    const { id } = (await declare(over).expect(201)).body as { id: string };
    const { body } = await world
      .http()
      .post(path(`/${id}/open`))
      .set(organiser)
      .send({})
      .expect(200);
    return { id, options: body.options as Option[] };
  }

  const cast = (id: string, voter: number, ballot: object) =>
    world
      .http()
      .put(path(`/${id}/my-ballot`))
      .set(voters[voter]!)
      .send(ballot);

  async function counted(id: string, ballots: readonly object[]) {
    for (const [voter, ballot] of ballots.entries()) await cast(id, voter, ballot).expect(200);
    await world
      .http()
      .post(path(`/${id}/close`))
      .set(organiser)
      .send({})
      .expect(200);
    await world.get(SealCasts).seal();
    await world.drain();
    return (
      await world
        .http()
        .get(path(`/${id}/result`))
        .expect(200)
    ).body;
  }

  async function priced(...costs: number[]): Promise<string[]> {
    return world.unitOfWork.run(async (tx) => {
      const scope = { eventId: eventId as never, slug, currency: 'GBP', timeZone: 'Europe/London' };
      const options = costs.map((cost) => ({ title: `Wish ${randomUUID().slice(0, 8)}`, cost: money(BigInt(cost), 'GBP') }));
      const ids = await world.get(Proposals).importOnBallot(tx, scope, organiserId, options);
      await world.get(Proposals).takeOffBallot(tx, eventId, ids, 'for a ballot of this test');
      return ids;
    });
  }

  const named = (options: readonly Option[]) => Object.fromEntries(options.map((o) => [o.title, o.optionId]));
  const themes = { options: [{ title: 'Trust' }, { title: 'Data' }, { title: 'Care' }] };
  const pot = { amount: 6_000, currency: 'GBP' };

  it('counts support, with a cap for each voter and a minimum for each option', async () => {
    const { id, options } = await opened({ method: 'support', ...themes, maxChoices: 2, threshold: 2, seats: 2 });
    const at = named(options);
    expect((await cast(id, 0, { choices: options.map((o) => o.optionId) })).body).toMatchObject({
      code: 'TOO_MANY',
      details: { bound: 2, found: 3 },
    });
    const result = await counted(id, [{ choices: [at.Trust, at.Care] }, { choices: [at.Care] }, { choices: [at.Data] }, { choices: [] }]);
    expect(result).toMatchObject({ kind: 'totals', winners: [at.Care], balance: { voted: 4, empty: 1 }, quorum: { met: true } });
    expect(result.totals.map((t: { title: string; total: number }) => [t.title, t.total])[0]).toEqual(['Care', 2]);
  });

  it('counts knapsack ballots, which never cost more than the pot (PBG-2)', async () => {
    const ids = await priced(3_000, 3_000, 4_000);
    const { id } = await opened({ method: 'knapsack', pot, proposalIds: ids, rule: 'greedy_votes', noticeHours: 0 });
    expect((await cast(id, 0, { choices: [ids[0], ids[2]] })).body).toMatchObject({
      code: 'OVER_BUDGET',
      details: { bound: 6_000, found: 7_000 },
    });
    const result = await counted(id, [{ choices: [ids[2]] }, { choices: [ids[2]] }, { choices: [ids[0], ids[1]] }]);
    expect(result).toMatchObject({ kind: 'budget', method: 'knapsack', winners: [ids[2]] });
  });

  it('counts points, whole ones within their cap and sum', async () => {
    const { id, options } = await opened({ method: 'points', ...themes, pointsBudget: 10, pointsCap: 6 });
    const at = named(options);
    const give = (points: Record<string, number>) => ({
      points: Object.entries(points).map(([title, n]) => ({ optionId: at[title], points: n })),
    });
    expect((await cast(id, 0, give({ Trust: 7 }))).body).toMatchObject({ code: 'POINTS_RANGE', details: { bound: 6 } });
    expect((await cast(id, 0, give({ Trust: 6, Data: 5 }))).body).toMatchObject({ code: 'POINTS_SUM', details: { bound: 10, found: 11 } });
    const result = await counted(id, [give({ Trust: 6, Data: 4 }), give({ Data: 3 }), give({ Care: 5 })]);
    expect(result).toMatchObject({ kind: 'totals', winners: [at.Data] });
  });

  it('shares out a pot by points', async () => {
    const ids = await priced(3_000, 4_000);
    const { id } = await opened({ method: 'points', pot, proposalIds: ids, pointsBudget: 5, rule: 'greedy_score', noticeHours: 0 });
    const points = (n: number, m: number) => ({
      points: [
        { optionId: ids[0], points: n },
        { optionId: ids[1], points: m },
      ],
    });
    expect(await counted(id, [points(1, 4), points(3, 2)])).toMatchObject({ kind: 'budget', rule: 'greedy_score', winners: [ids[1]] });
  });

  it('counts rankings, closes gaps, and shows duels, rounds and the other rules', async () => {
    const { id, options } = await opened({ method: 'ranked', ...themes, rule: 'schulze' });
    const at = named(options);
    const rank = (...titles: string[]) => ({ ranks: titles.map((title, n) => ({ optionId: at[title], rank: 2 * n + 1 })) });
    expect(
      (
        await cast(id, 0, {
          ranks: [
            { optionId: at.Data, rank: 1 },
            { optionId: at.Care, rank: 1 },
          ],
        })
      ).body,
    ).toMatchObject({ code: 'RANK_TIE' });
    expect((await cast(id, 0, rank('Data', 'Care')).expect(200)).body.ballot.ranks).toEqual([
      { optionId: at.Data, rank: 1 },
      { optionId: at.Care, rank: 2 },
    ]);
    const result = await counted(id, [rank('Data', 'Care'), rank('Data', 'Trust'), rank('Care', 'Data'), rank('Trust', 'Data'), rank()]);
    expect(result).toMatchObject({ kind: 'ranked', winners: [at.Data], balance: { empty: 1 }, ranked: { irv: { winner: at.Data } } });
    expect(result.ranked.schulze).toMatchObject([{ winner: at.Data, beatsEveryOther: true }]);
    expect(result.ranked.duels.votes).toHaveLength(3);
    expect(result.ranked.others.map((o: { rule: string }) => o.rule)).toEqual(['irv', 'ranked_pairs', 'borda']);
  });

  it('elects several by single transferable vote', async () => {
    const { id, options } = await opened({ method: 'ranked', ...themes, rule: 'scottish_stv', seats: 2, equalRanks: false });
    const at = named(options);
    const rank = (...titles: string[]) => ({ ranks: titles.map((title, n) => ({ optionId: at[title], rank: n + 1 })) });
    const result = await counted(id, [rank('Care', 'Data'), rank('Care', 'Data'), rank('Care'), rank('Trust'), rank('Data')]);
    expect(result.ranked.stv.elected).toHaveLength(2);
    expect(result.winners).toEqual(result.ranked.stv.elected);
  });

  it('asks for consent, and for the reason of a block, which is shown without its author', async () => {
    const { id } = await opened({ method: 'consent', question: 'Shall we meet in March?' });
    expect((await cast(id, 0, { answer: 'block' })).body).toMatchObject({ code: 'REASON_REQUIRED' });
    const result = await counted(id, [{ answer: 'agree' }, { answer: 'block', reason: 'Exams are in March.' }, { answer: 'abstain' }]);
    expect(result).toMatchObject({
      kind: 'consent',
      winners: [],
      consent: { outcome: 'BLOCKED', counts: { agree: 1, abstain: 1, disagree: 0, block: 1 }, reasons: ['Exams are in March.'] },
    });
  });

  it('finds a date', async () => {
    const options = [1, 2].map((n) => ({
      title: `Day ${n}`,
      startsAt: new Date(world.clock.now().getTime() + (30 + n) * DAY).toISOString(),
    }));
    const { id, options: offered } = await opened({ method: 'dates', options });
    const at = named(offered);
    const answers = (first: string, second: string) => ({
      dates: [
        { optionId: at['Day 1'], answer: first },
        { optionId: at['Day 2'], answer: second },
      ],
    });
    const result = await counted(id, [answers('yes', 'maybe'), answers('no', 'yes'), answers('no', 'yes')]);
    expect(result).toMatchObject({ kind: 'dates', winners: [at['Day 2']] });
    expect(result.dates[0]).toMatchObject({ title: 'Day 2', startsAt: options[1]!.startsAt, yes: 2, maybe: 1, no: 0, chosen: true });
  });

  it('shows a voter the ballot that was cast, whatever its form (VOT-4)', async () => {
    const { id, options } = await opened({ method: 'points', ...themes, pointsBudget: 3 });
    const ballot = { points: [{ optionId: options[1]!.optionId, points: 2 }] };
    const { receipt } = (await cast(id, 0, ballot).expect(200)).body;
    expect((await cast(id, 0, ballot).expect(200)).body).toMatchObject({ receipt, version: 1 });
    const mine = (
      await world
        .http()
        .get(path(`/${id}/my-ballot`))
        .set(voters[0]!)
        .expect(200)
    ).body;
    expect(mine).toMatchObject({ receipt, version: 1, ballot: { ...ballot, choices: null, ranks: null, answer: null, dates: null } });
  });

  it('refuses a ballot in the form of another method, or in two forms', async () => {
    const { id, options } = await opened({ method: 'ranked', ...themes });
    expect((await cast(id, 0, { choices: [options[0]!.optionId] }).expect(422)).body.code).toBe('WRONG_METHOD');
    await cast(id, 0, { choices: [], ranks: [] }).expect(422);
  });

  it.each([
    ['a knapsack without a pot', { method: 'knapsack', proposalIds: [randomUUID()] }, '/pot'],
    ['a ranking with a pot', { method: 'ranked', ...themes, pot }, '/pot'],
    ['own options within a pot', { method: 'approval', ...themes, pot }, '/options'],
    ['both kinds of options', { method: 'support', ...themes, proposalIds: [randomUUID()] }, '/options'],
    ['no options', { method: 'ranked' }, '/options'],
    ['options of a consent question', { method: 'consent', ...themes }, '/options'],
    ['a date poll without dates', { method: 'dates', ...themes }, '/options/0/startsAt'],
    ['points without their number', { method: 'points', ...themes }, '/pointsBudget'],
    ['a cap above the points', { method: 'points', ...themes, pointsBudget: 3, pointsCap: 4 }, '/pointsCap'],
    ['a rule of another method', { method: 'ranked', ...themes, rule: 'most_votes' }, '/rule'],
    ['Borda to decide', { method: 'ranked', ...themes, rule: 'borda' }, '/rule'],
    ['several winners of a rule for one', { method: 'ranked', ...themes, rule: 'irv', seats: 2 }, '/seats'],
    ['as many seats as options', { method: 'support', ...themes, seats: 3 }, '/seats'],
    ['equal ranks without ranks', { method: 'support', ...themes, equalRanks: true }, '/equalRanks'],
  ])('refuses %s and names the field', async (_, over, pointer) => {
    const { body } = await declare(over).expect(422);
    expect(body.errors.map((e: { pointer: string }) => e.pointer)).toContain(pointer);
  });

  it('cannot make a secret vote a named one (VOT-7)', async () => {
    const { id } = (await declare({ method: 'support', ...themes }).expect(201)).body;
    const { body } = await world
      .http()
      .put(path(`/${id}`))
      .set(organiser)
      .send(declaration({ method: 'support', ...themes, anonymous: false }))
      .expect(422);
    expect(body.errors).toMatchObject([{ pointer: '/anonymous' }]);
  });
});
