import { randomUUID } from 'node:crypto';
import { EventsModule } from '#events';
import { money } from '#kernel';
import { Proposals, ProposalsModule, SupportProposal } from '#proposals';
import { VotingModule } from '#voting';
import { type TestAccount, type World, testWorld } from '../support/world.js';

const HOUR = 3_600_000;

interface Compared {
  ballots: number;
  seed?: number;
  rules: {
    rule: string;
    official: boolean;
    winners: string[];
    spent: string | null;
    ballotsWithFundedChoice: number;
    shareWithFundedChoice: number;
  }[];
}

describe('rules side by side', () => {
  let world: World;
  let slug: string;
  let eventId: string;
  let organiser: TestAccount;
  let headers: { authorization: string };
  const voters: { account: TestAccount; headers: { authorization: string } }[] = [];
  beforeAll(async () => {
    world = await testWorld([EventsModule, ProposalsModule, VotingModule]);
    ({ slug, eventId } = await world.event({ slug: 'wgt26' }));
    organiser = await world.account({ roles: [{ eventId, roles: ['organiser'] }] });
    headers = await world.signIn(organiser);
    for (let i = 0; i < 6; i += 1) {
      const account = await world.account();
      voters.push({ account, headers: await world.signIn(account) });
    }
  });
  afterAll(() => world.close());

  const path = (rest = ''): string => `/api/v1/events/${slug}/ballots${rest}`;
  const scope = () => ({ eventId: eventId as never, slug, currency: 'GBP', timeZone: 'Europe/London' });

  /** Shortlisted, priced proposals made without walking each through its review. */
  const shortlisted = (...costs: number[]): Promise<string[]> =>
    world.unitOfWork.run(async (tx) => {
      const options = costs.map((cost) => ({ title: `Wish ${randomUUID().slice(0, 8)}`, cost: money(BigInt(cost), 'GBP') }));
      const ids = await world.get(Proposals).importOnBallot(tx, scope(), organiser.accountId, options);
      await world.get(Proposals).takeOffBallot(tx, eventId, ids, 'for a ballot of this test');
      return ids;
    });

  async function declared(over: object): Promise<string> {
    const closesAt = new Date(world.clock.now().getTime() + 24 * HOUR).toISOString();
    const made = await world
      .http()
      .post(path())
      .set(headers)
      .send({ title: 'What shall we do', closesAt, ...over })
      .expect(201);
    return made.body.id as string;
  }

  const pot = { pot: { amount: 10_000, currency: 'GBP' }, noticeHours: 0 };
  const rehearse = (id: string, body: object, by = headers) =>
    world
      .http()
      .post(path(`/${id}/rehearsal`))
      .set(by)
      .send(body);
  const open = (id: string) =>
    world
      .http()
      .post(path(`/${id}/open`))
      .set(headers)
      .send({})
      .expect(200);
  const compare = (id: string) => world.http().get(path(`/${id}/comparison`));

  it('rehearses a draft with made voters, the same for the same seed, and stores nothing', async () => {
    const id = await declared({ ...pot, proposalIds: await shortlisted(6_000, 3_000, 2_000, 1_500) });
    const first = await rehearse(id, { source: 'made', voters: 60, seed: 7 }).expect(200);
    const again = await rehearse(id, { source: 'made', voters: 60, seed: 7 }).expect(200);
    const body = first.body as Compared;
    expect(again.body).toEqual(body);
    expect(body).toMatchObject({ ballots: 60, seed: 7 });
    expect(body.rules.map((one) => one.rule)).toEqual(expect.arrayContaining(['greedy_votes', 'mes_cost_add1u', 'phragmen']));
    expect(body.rules.filter((one) => one.official).map((one) => one.rule)).toEqual(['mes_cost_add1u']);
    for (const one of body.rules) expect(one.shareWithFundedChoice).toBeCloseTo(one.ballotsWithFundedChoice / 60);
    const { n } = await world.database.one<{ n: number }>(
      'select (select count(*) from voting.vote)::int + (select count(*) from voting.comparison)::int as n',
    );
    expect(n).toBe(0);
  });

  it('rehearses with what people support today, without telling who', async () => {
    const ids = await shortlisted(6_000, 3_000);
    for (const voter of voters.slice(0, 3)) await world.get(SupportProposal).give(voter.account.actor, scope(), ids[1]!);
    await world.get(SupportProposal).give(voters[3]!.account.actor, scope(), ids[0]!);
    const id = await declared({ ...pot, proposalIds: ids, rule: 'greedy_votes' });
    const { body } = (await rehearse(id, { source: 'supports' }).expect(200)) as { body: Compared };
    expect(body.ballots).toBe(4);
    expect(body.rules.find((one) => one.rule === 'greedy_votes')).toMatchObject({
      official: true,
      winners: [ids[1], ids[0]],
      spent: '90.00',
    });
    expect(JSON.stringify(body)).not.toContain(voters[0]!.account.accountId);
    const unloved = await declared({ ...pot, proposalIds: await shortlisted(10) });
    expect((await rehearse(unloved, { source: 'supports' }).expect(409)).body.code).toBe('NOTHING_TO_REHEARSE');
  });

  it('rehearses rankings, and refuses what has one way to be counted, is open or is not one’s own', async () => {
    const options = ['Hall', 'Library', 'Park'].map((title) => ({ title }));
    const ranked = await declared({ method: 'ranked', options });
    const { body } = (await rehearse(ranked, { source: 'made', voters: 30, seed: 1 }).expect(200)) as { body: Compared };
    expect(body.rules.map((one) => one.rule)).toEqual(['irv', 'schulze', 'ranked_pairs', 'borda']);
    const consent = await declared({ method: 'consent', question: 'Shall we?' });
    expect((await rehearse(consent, { source: 'made' }).expect(409)).body.code).toBe('ONE_WAY_TO_COUNT');
    await open(ranked);
    expect((await rehearse(ranked, { source: 'made' }).expect(409)).body.code).toBe('ONLY_DRAFTS_REHEARSE');
    await rehearse(ranked, { source: 'made' }, voters[0]!.headers).expect(403);
    await rehearse(consent, { source: 'guess' }).expect(422);
    await rehearse(consent, { source: 'made', voters: 1_001 }).expect(422);
  });

  it('shows after the count what every rule would have done, hidden before (VOT-8)', async () => {
    const ids = await shortlisted(6_000, 3_000, 2_000);
    const id = await declared({ ...pot, proposalIds: ids });
    await compare(id).expect(404);
    await open(id);
    for (const [i, voter] of voters.entries())
      await world
        .http()
        .put(path(`/${id}/my-ballot`))
        .set(voter.headers)
        .send({ choices: [ids[i % 2]!, ids[2]!] })
        .expect(200);
    expect((await compare(id).expect(409)).body.code).toBe('RESULT_NOT_YET');
    await world
      .http()
      .post(path(`/${id}/close`))
      .set(headers)
      .send({})
      .expect(200);
    await world.drain();
    const { body } = (await compare(id).expect(200)) as { body: Compared };
    expect(body.ballots).toBe(6);
    expect(body.rules.find((one) => one.official)).toMatchObject({ rule: 'mes_cost_add1u', shareWithFundedChoice: 1 });
    expect(body.rules.find((one) => one.rule === 'greedy_votes')?.winners[0]).toBe(ids[2]);
  });

  it('withholds the comparison of fewer than five ballots', async () => {
    const ids = await shortlisted(1_000, 2_000);
    const id = await declared({ ...pot, proposalIds: ids });
    await open(id);
    await world
      .http()
      .put(path(`/${id}/my-ballot`))
      .set(voters[0]!.headers)
      .send({ choices: ids })
      .expect(200);
    await world
      .http()
      .post(path(`/${id}/close`))
      .set(headers)
      .send({})
      .expect(200);
    await world.drain();
    expect((await compare(id).expect(409)).body).toMatchObject({ code: 'TOO_FEW_TO_PUBLISH', details: { ballots: 1, fewest: 5 } });
  });
});
