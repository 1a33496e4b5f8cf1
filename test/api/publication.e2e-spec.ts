import { randomUUID } from 'node:crypto';
import { EventsModule } from '#events';
import { money } from '#kernel';
import { Proposals, ProposalsModule } from '#proposals';
import { SealCasts, VotingModule } from '#voting';
import { type Ballot, checkKit, findReceipt, readBlt, recount, sha256, unzipKit } from '#voting/count';
import { EveryMinutePublishHeads } from '../../libs/voting/reactions/every-minute-publish-heads.js';
import { bytes as asBytes } from '../support/bytes.js';
import { type TestAccount, type World, testWorld } from '../support/world.js';

const DAY = 86_400_000;
type Headers = { authorization: string };
interface Option {
  optionId: string;
  title: string;
}

describe('What is published of a closed vote', () => {
  let world: World;
  let slug: string;
  let eventId: string;
  let owner: TestAccount;
  let headers: Headers;
  const voters: { account: TestAccount; headers: Headers }[] = [];

  beforeAll(async () => {
    world = await testWorld([EventsModule, ProposalsModule, VotingModule]);
    ({ slug, eventId } = await world.event({ slug: 'fair26' }));
    owner = await world.account({ roles: [{ eventId, roles: ['owner'] }] });
    headers = await world.signIn(owner);
    for (let n = 0; n < 7; n += 1) {
      const account = await world.account();
      voters.push({ account, headers: await world.signIn(account) });
    }
  });
  afterAll(() => world.close());

  const path = (rest = ''): string => `/api/v1/events/${slug}/ballots${rest}`;
  const get = (rest: string, as?: Headers) => {
    const asked = world.http().get(path(rest));
    return as ? asked.set(as) : asked;
  };
  const bytes = async (rest: string, as?: Headers): Promise<Buffer> => {
    const answer = await get(rest, as).buffer().parse(asBytes).expect(200);
    return answer.body as Buffer;
  };

  async function opened(over: object): Promise<{ id: string; options: Option[] }> {
    const body = { title: 'What we want', closesAt: new Date(world.clock.now().getTime() + 3 * DAY).toISOString(), ...over };
    const { id } = (await world.http().post(path()).set(headers).send(body).expect(201)).body as { id: string };
    const open = await world
      .http()
      .post(path(`/${id}/open`))
      .set(headers)
      .send({})
      .expect(200);
    return { id, options: open.body.options as Option[] };
  }

  const cast = async (id: string, voter: number, ballot: object): Promise<string> =>
    (
      await world
        .http()
        .put(path(`/${id}/my-ballot`))
        .set(voters[voter]!.headers)
        .send(ballot)
        .expect(200)
    ).body.receipt as string;

  async function closed(id: string, ballots: readonly object[]): Promise<string[]> {
    const receipts: string[] = [];
    for (const [voter, ballot] of ballots.entries()) receipts.push(await cast(id, voter, ballot));
    await world
      .http()
      .post(path(`/${id}/close`))
      .set(headers)
      .send({})
      .expect(200);
    await world.get(SealCasts).seal();
    await world.drain();
    return receipts;
  }

  async function priced(...costs: number[]): Promise<string[]> {
    return world.unitOfWork.run(async (tx) => {
      const scope = { eventId: eventId as never, slug, currency: 'GBP', timeZone: 'Europe/London' };
      const options = costs.map((cost) => ({ title: `Wish ${randomUUID().slice(0, 8)}`, cost: money(BigInt(cost), 'GBP') }));
      const ids = await world.get(Proposals).importOnBallot(tx, scope, owner.accountId, options);
      await world.get(Proposals).takeOffBallot(tx, eventId, ids, 'for a ballot of this test');
      return ids;
    });
  }

  const budget = async (over: object = {}) => {
    const ids = await priced(3_000, 4_000, 5_000);
    return opened({ method: 'approval', pot: { amount: 8_000, currency: 'GBP' }, proposalIds: ids, noticeHours: 0, ...over });
  };
  const themes = { options: ['Data', 'Care', 'Trust'].map((title) => ({ title })) };

  it('is a kit that a stranger counts again to the same winners, and in which every voter finds the ballot', async () => {
    const { id, options } = await budget();
    const at = (n: number): string => options[n]!.optionId;
    await cast(id, 0, { choices: [at(2)] });
    const chosen = [[at(0)], [at(0), at(1)], [at(1)], [], [at(2)], [at(0), at(2)]];
    const receipts = await closed(
      id,
      chosen.map((choices) => ({ choices })),
    );
    const zip = await bytes(`/${id}/kit.zip`);
    expect((await bytes(`/${id}/kit.zip`)).equals(zip)).toBe(true);
    const kit = checkKit(unzipKit(zip));
    const shown = (await get(`/${id}/result`).expect(200)).body;
    expect((JSON.parse(kit.result) as { winners: string[] }).winners).toEqual(shown.winners);
    for (const [voter, code] of receipts.entries()) {
      const ballot: Ballot = { kind: 'choices', choices: chosen[voter]! };
      expect(findReceipt(kit, ballot, code)).toMatchObject({ verdict: 'COUNTED', position: voter + 2 });
    }
    const facts = (await get(`/${id}/publication`).expect(200)).body;
    expect(facts).toMatchObject({ ballotFile: 'ballots.pb', kitHash: sha256(zip), kitResultHash: sha256(kit.result), casts: 7 });
    const files = unzipKit(zip);
    expect(sha256(await bytes(`/${id}/publication.pb`))).toBe(sha256(files.get('ballots.pb')!));
    const everything = [...files.values()].map((file) => Buffer.from(file).toString()).join('\n');
    for (const { account } of voters) expect(everything).not.toContain(account.accountId);
    for (const code of receipts) expect(everything).not.toContain(code);
    expect((await get(`/${id}/publication.preflib`).expect(409)).body).toMatchObject({
      code: 'OTHER_BALLOT_FORM',
      details: { form: 'pb' },
    });
  });

  it('comes in the form of its ballots: rankings as PrefLib and BLT', async () => {
    const { id, options } = await opened({ method: 'ranked', ...themes, rule: 'schulze' });
    const rank = (...places: number[]) => ({ ranks: places.map((n, at) => ({ optionId: options[n]!.optionId, rank: at + 1 })) });
    await closed(id, [rank(0, 1), rank(0, 2), rank(1), rank(2, 1, 0), rank()]);
    const answer = await get(`/${id}/publication.preflib`).expect(200);
    expect(answer.headers['content-disposition']).toBe('attachment; filename="ballots.soi"');
    const kit = checkKit(unzipKit(await bytes(`/${id}/kit.zip`)));
    const shown = (await get(`/${id}/result`).expect(200)).body;
    expect((JSON.parse(kit.result) as { winners: string[] }).winners).toEqual(shown.winners);
    const blt = readBlt(await bytes(`/${id}/publication.blt`));
    expect(recount(blt, {}, ['irv']).irv).toEqual([`1. ${options[0]!.title}`]);
  });

  it('comes as categories for dates, consent and plain choices, and as CSV for points', async () => {
    const startsAt = new Date(world.clock.now().getTime() + 30 * DAY).toISOString();
    const dates = await opened({ method: 'dates', options: ['Mon', 'Tue'].map((title) => ({ title, startsAt })) });
    const answer = (first: string, second: string) => ({
      dates: dates.options.map((o, at) => ({ optionId: o.optionId, answer: at === 0 ? first : second })),
    });
    await closed(dates.id, [answer('yes', 'no'), answer('yes', 'maybe'), answer('no', 'yes'), answer('maybe', 'no'), answer('no', 'no')]);
    expect((await bytes(`/${dates.id}/publication.cat`)).toString()).toContain('# CATEGORY NAME 2: maybe\n');
    const consent = await opened({ method: 'consent', question: 'Shall we?' });
    await closed(consent.id, [...Array<object>(4).fill({ answer: 'agree' }), { answer: 'block', reason: 'A secret of mine' }]);
    const support = await opened({ method: 'support', ...themes, maxChoices: 2, threshold: 1 });
    await closed(support.id, [...Array<object>(4).fill({ choices: [support.options[1]!.optionId] }), { choices: [] }]);
    const points = await opened({ method: 'points', ...themes, pointsBudget: 10 });
    await closed(points.id, Array<object>(5).fill({ points: [{ optionId: points.options[2]!.optionId, points: 7 }] }));
    expect((await bytes(`/${points.id}/publication.csv`)).toString()).toMatch(/^ballot,1,2,3\n\d+,0,0,7\n/);
    for (const { id } of [dates, consent, support, points]) {
      const zip = await bytes(`/${id}/kit.zip`);
      const kit = checkKit(unzipKit(zip));
      const shown = (await get(`/${id}/result`).expect(200)).body;
      expect((JSON.parse(kit.result) as { winners: string[] }).winners).toEqual(shown.winners);
      expect([...unzipKit(zip).values()].map((file) => Buffer.from(file).toString()).join()).not.toContain('A secret of mine');
    }
  });

  it('leaves a proposal out that was withdrawn while the vote ran', async () => {
    const { id, options } = await budget();
    const gone = options[0]!.optionId;
    const receipt = await cast(id, 0, { choices: [gone, options[1]!.optionId] });
    await world.http().post(`/api/v1/events/${slug}/proposals/${gone}/withdraw`).set(headers).send({ reason: 'not_feasible' }).expect(200);
    await world.drain();
    await closed(id, [{ choices: [gone, options[1]!.optionId] }, ...Array<object>(4).fill({ choices: [options[2]!.optionId] })]);
    const kit = checkKit(unzipKit(await bytes(`/${id}/kit.zip`)));
    expect(kit.rules.options).toHaveLength(3);
    expect(findReceipt(kit, { kind: 'choices', choices: [gone, options[1]!.optionId] }, receipt)).toMatchObject({
      verdict: 'COUNTED',
      same: 1,
    });
  });

  it('is nothing but totals below five ballots (409 TOO_FEW_TO_PUBLISH)', async () => {
    const { id, options } = await budget();
    await closed(id, Array<object>(4).fill({ choices: [options[0]!.optionId] }));
    for (const route of ['kit.zip', 'publication', 'publication.pb', 'publication.blt']) {
      expect((await get(`/${id}/${route}`).expect(409)).body).toMatchObject({
        code: 'TOO_FEW_TO_PUBLISH',
        details: { ballots: 4, fewest: 5 },
      });
    }
  });

  it('is nothing but totals where that was declared; two named auditors may count, which is on record', async () => {
    const { id, options } = await budget({ talliesOnly: true });
    const [first, second] = [voters[0]!, voters[1]!];
    const name = (emails: string[], as = headers) =>
      world
        .http()
        .put(path(`/${id}/auditors`))
        .set(as)
        .send({ emails });
    expect((await name([first.account.email, first.account.email])).status).toBe(422);
    expect((await name([first.account.email])).status).toBe(422);
    expect((await name([first.account.email, owner.email])).body.code).toBe('NOT_AN_AUDITOR');
    expect((await name([first.account.email, 'nobody@example.org'])).body.code).toBe('NOT_AN_AUDITOR');
    expect((await name([first.account.email, second.account.email], second.headers)).status).toBe(403);
    expect((await name([first.account.email, second.account.email]).expect(200)).body.names).toHaveLength(2);
    await closed(id, Array<object>(6).fill({ choices: [options[0]!.optionId] }));
    expect((await get(`/${id}/kit.zip`).expect(409)).body.code).toBe('TALLIES_ONLY');
    expect((await get(`/${id}/publication.pb`, headers).expect(409)).body.code).toBe('TALLIES_ONLY');
    expect((await get(`/${id}/kit.zip`, voters[2]!.headers).expect(409)).body.code).toBe('TALLIES_ONLY');
    checkKit(unzipKit(await bytes(`/${id}/kit.zip`, first.headers)));
    const read = `select 1 from platform.audit_entry where subject_id = $1 and action = 'ballots read by an auditor'`;
    expect(await world.database.query(read, [id])).toHaveLength(1);
  });

  it('is hidden until the vote is counted', async () => {
    const { id } = await budget();
    for (const route of ['kit.zip', 'publication', 'publication.pb'])
      expect((await get(`/${id}/${route}`).expect(409)).body.code).toBe('RESULT_NOT_YET');
  });

  it('has heads of its chain, published daily and at the close', async () => {
    const { id, options } = await budget();
    const heads = async () => (await get(`/${id}/heads`).expect(200)).body.items as { position: number | null; hash: string }[];
    const minute = () => world.get(EveryMinutePublishHeads).run();
    await cast(id, 0, { choices: [options[0]!.optionId] });
    await world.get(SealCasts).seal();
    await minute();
    await cast(id, 1, { choices: [options[0]!.optionId] });
    await world.get(SealCasts).seal();
    await minute();
    expect(await heads()).toHaveLength(1);
    world.clock.advance(DAY);
    await minute();
    await minute();
    const open = await heads();
    expect(open.map(({ position }) => position)).toEqual([null, null]);
    await closed(
      id,
      [2, 3, 4, 5, 6].map(() => ({ choices: [options[1]!.optionId] })),
    );
    const all = await heads();
    await minute();
    expect(await heads()).toEqual(all);
    expect(all.slice(0, 2).map(({ hash }) => hash)).toEqual(open.map(({ hash }) => hash));
    expect(all.map(({ position }) => position)).toEqual([1, 2, 7]);
    const kit = checkKit(unzipKit(await bytes(`/${id}/kit.zip`)));
    for (const { position, hash } of all) expect(kit.chain.heads[position! - 1]).toBe(hash);
  });
});
