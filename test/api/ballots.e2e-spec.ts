import { createHash, randomUUID } from 'node:crypto';
import { Accounts } from '#accounts';
import { EventsModule } from '#events';
import { money } from '#kernel';
import { Checks } from '#platform';
import { Proposals, ProposalsModule } from '#proposals';
import { CloseBallot, ImportVote, SealCasts, VotingModule } from '#voting';
import { readPabulib, recount } from '#voting/count';
import { type TestAccount, type World, testWorld } from '../support/world.js';

const HOUR = 3_600_000;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('ballots', () => {
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
    for (let i = 0; i < 8; i += 1) {
      const account = await world.account();
      voters.push({ account, headers: await world.signIn(account) });
    }
  });
  afterAll(() => world.close());

  const path = (rest = ''): string => `/api/v1/events/${slug}/ballots${rest}`;

  /** Shortlisted, priced proposals made without walking each through its review. */
  async function shortlisted(...costs: number[]): Promise<string[]> {
    return world.unitOfWork.run(async (tx) => {
      const options = costs.map((cost) => ({ title: `Wish ${randomUUID().slice(0, 8)}`, cost: money(BigInt(cost), 'GBP') }));
      const scope = { eventId: eventId as never, slug, currency: 'GBP', timeZone: 'Europe/London' };
      const ids = await world.get(Proposals).importOnBallot(tx, scope, organiser.accountId, options);
      await world.get(Proposals).takeOffBallot(tx, eventId, ids, 'for a ballot of this test');
      return ids;
    });
  }

  async function declared(costs: number[], over: object = {}): Promise<{ id: string; ids: string[] }> {
    const ids = await shortlisted(...costs);
    const body = {
      title: 'What shall we do',
      pot: { amount: 10_000, currency: 'GBP' },
      proposalIds: ids,
      closesAt: new Date(world.clock.now().getTime() + 24 * HOUR).toISOString(),
      noticeHours: 0,
      increment: 100,
      ...over,
    };
    const made = await world.http().post(path()).set(headers).send(body).expect(201);
    return { id: made.body.id as string, ids };
  }

  async function opened(costs: number[], over: object = {}): Promise<{ id: string; ids: string[] }> {
    const made = await declared(costs, over);
    await world
      .http()
      .post(path(`/${made.id}/open`))
      .set(headers)
      .send({})
      .expect(200);
    return made;
  }

  const cast = (id: string, voter: { headers: { authorization: string } }, choices: string[]) =>
    world
      .http()
      .put(path(`/${id}/my-ballot`))
      .set(voter.headers)
      .send({ choices });
  const close = async (id: string): Promise<void> => {
    await world
      .http()
      .post(path(`/${id}/close`))
      .set(headers)
      .send({})
      .expect(200);
    await world.get(SealCasts).seal();
    await world.drain();
  };
  const rows = async (id: string): Promise<number> =>
    (await world.database.one<{ n: number }>('select count(*)::int as n from voting.vote where ballot_id = $1', [id])).n;

  it('freezes and publishes its rules at opening, and locks them (VOT-6)', async () => {
    const { id, ids } = await declared([3_000, 4_000, 5_000]);
    await world
      .http()
      .get(path(`/${id}`))
      .expect(404);
    const change = {
      title: 'What shall we really do',
      pot: { amount: 9_000, currency: 'GBP' },
      proposalIds: ids,
      closesAt: new Date(world.clock.now().getTime() + HOUR).toISOString(),
      noticeHours: 0,
    };
    expect(
      (
        await world
          .http()
          .put(path(`/${id}`))
          .set(headers)
          .send(change)
          .expect(200)
      ).body,
    ).toMatchObject({ state: 'draft', pot: { amount: 9_000 }, rulesHash: null });
    const open = (
      await world
        .http()
        .post(path(`/${id}/open`))
        .set(headers)
        .send({})
        .expect(200)
    ).body;
    expect(open).toMatchObject({ state: 'open', title: 'What shall we really do', voters: 0 });
    expect(sha256(open.rulesText)).toBe(open.rulesHash);
    const rules = JSON.parse(open.rulesText) as { options: { proposalId: string }[]; electorate: number; lotSeed: string };
    expect(rules.options.map((o) => o.proposalId)).toEqual(open.options.map((o: { proposalId: string }) => o.proposalId));
    expect(rules.options.map((o) => sha256(`${rules.lotSeed}:${o.proposalId}`))).toEqual(
      [...rules.options.map((o) => sha256(`${rules.lotSeed}:${o.proposalId}`))].sort(),
    );
    expect(rules.electorate).toBe(open.electorateSize);
    expect(
      (
        await world
          .http()
          .put(path(`/${id}`))
          .set(headers)
          .send(change)
          .expect(409)
      ).body.code,
    ).toBe('RULES_LOCKED');
    await cast(id, voters[0]!, [ids[0]!]).expect(200);
    expect(
      (
        await world
          .http()
          .put(path(`/${id}`))
          .set(headers)
          .send(change)
          .expect(409)
      ).body.code,
    ).toBe('RULES_LOCKED');
    const elsewhere = await world.http().post(path()).set(headers).send(change);
    expect(
      (
        await world
          .http()
          .post(path(`/${elsewhere.body.id}/open`))
          .set(headers)
          .send({})
          .expect(409)
      ).body.code,
    ).toBe('OPTIONS_NOT_READY');
  });

  it('opens only with prices that were public for long enough and fit the pot (PRP-6)', async () => {
    const fresh = await declared([3_000], { noticeHours: 48 });
    const refused = (
      await world
        .http()
        .post(path(`/${fresh.id}/open`))
        .set(headers)
        .send({})
        .expect(409)
    ).body;
    expect(refused).toMatchObject({ code: 'PRICES_TOO_FRESH', details: { noticeHours: 48 } });
    const dear = await declared([10_001]);
    expect(
      (
        await world
          .http()
          .post(path(`/${dear.id}/open`))
          .set(headers)
          .send({})
          .expect(409)
      ).body.code,
    ).toBe('COST_ABOVE_POT');
  });

  it('keeps one ballot and gives 200 coherent answers to 200 parallel casts of one voter (VOT-3)', async () => {
    const { id, ids } = await opened([3_000, 4_000, 5_000]);
    const answers = await Promise.all(Array.from({ length: 200 }, () => cast(id, voters[0]!, [ids[0]!, ids[1]!])));
    expect(new Set(answers.map((a) => a.status))).toEqual(new Set([200]));
    expect(new Set(answers.map((a) => `${a.body.receipt} ${a.body.version} ${[...a.body.ballot.choices].sort().join()}`)).size).toBe(1);
    expect(await rows(id)).toBe(1);
    await world.get(SealCasts).seal();
    expect(await world.database.one('select count(*)::int as n from voting.seal where ballot_id = $1', [id])).toEqual({ n: 1 });
    expect(
      (
        await world
          .http()
          .get(path(`/${id}`))
          .set(headers)
      ).body.voters,
    ).toBe(1);
  });

  it('keeps one ballot of parallel different casts, and its receipt is the last answer’s (VOT-3)', async () => {
    const { id, ids } = await opened([3_000, 4_000, 5_000, 6_000]);
    const answers = await Promise.all(ids.flatMap((choice) => Array.from({ length: 10 }, () => cast(id, voters[1]!, [choice]))));
    expect(await rows(id)).toBe(1);
    const mine = (
      await world
        .http()
        .get(path(`/${id}/my-ballot`))
        .set(voters[1]!.headers)
        .expect(200)
    ).body;
    const last = answers.find((a) => a.body.receipt === mine.receipt)!;
    expect(last.body.ballot).toEqual(mine.ballot);
    expect(mine.version).toBe(Math.max(...answers.map((a) => a.body.version as number)));
  });

  it('counts at once and can be changed signed in or by receipt until the close (VOT-4, VOT-5)', async () => {
    const { id, ids } = await opened([3_000, 4_000]);
    const first = (await cast(id, voters[0]!, [ids[0]!]).expect(200)).body;
    expect(first.receipt).toMatch(/^[0-9a-f]{32}$/);
    const second = (
      await world
        .http()
        .put(path(`/${id}/my-ballot`))
        .send({ choices: [ids[1]], receipt: first.receipt })
        .expect(200)
    ).body;
    expect(second).toMatchObject({ version: 2, ballot: { choices: [ids[1]] } });
    expect(second.receipt).not.toBe(first.receipt);
    expect(
      (
        await world
          .http()
          .put(path(`/${id}/my-ballot`))
          .send({ choices: [], receipt: first.receipt })
          .expect(404)
      ).body.code,
    ).toBe('RECEIPT_UNKNOWN');
    await world
      .http()
      .put(path(`/${id}/my-ballot`))
      .send({ choices: [] })
      .expect(401);
    expect(
      (
        await world
          .http()
          .get(path(`/${id}/my-ballot`))
          .set(voters[0]!.headers)
      ).body,
    ).toMatchObject({ ballot: { choices: [ids[1]] }, receipt: second.receipt, voted: true, eligible: true });
    await close(id);
    for (const answer of [
      await cast(id, voters[0]!, [ids[0]!]),
      await world
        .http()
        .put(path(`/${id}/my-ballot`))
        .send({ choices: [], receipt: second.receipt }),
    ]) {
      expect(answer.status).toBe(409);
      expect(answer.body.code).toBe('VOTE_CLOSED');
    }
  });

  it('takes a ballot within its bounds and names the bound otherwise', async () => {
    const { id, ids } = await opened([1_000, 2_000, 3_000, 4_000], { minChoices: 2, maxChoices: 3 });
    const refused = async (choices: string[]) => {
      const { body, status } = await cast(id, voters[0]!, choices);
      return [status, body.code, body.details];
    };
    expect(await refused([ids[0]!])).toEqual([422, 'TOO_FEW', { bound: 2, found: 1 }]);
    expect(await refused(ids)).toEqual([422, 'TOO_MANY', { bound: 3, found: 4 }]);
    expect(await refused([ids[0]!, ids[0]!])).toEqual([422, 'DUPLICATE_OPTION', expect.objectContaining({ option: ids[0] })]);
    const stranger = randomUUID();
    expect(await refused([ids[0]!, stranger])).toEqual([422, 'UNKNOWN_OPTION', expect.objectContaining({ option: stranger })]);
    expect((await cast(id, voters[0]!, []).expect(200)).body.ballot.choices).toEqual([]);
    expect(await rows(id)).toBe(1);
  });

  it('follows its declared rule for people who join late (VOT-2)', async () => {
    const strict = await opened([3_000], { lateJoiners: 'refused' });
    const open = await opened([3_000], { lateJoiners: 'admitted' });
    const late = { headers: await world.signIn(await world.account()) };
    expect((await cast(strict.id, late, strict.ids).expect(403)).body.code).toBe('NOT_ELIGIBLE');
    await cast(open.id, late, open.ids).expect(200);
  });

  it('shows nobody a result before the close; organisers see turnout only (VOT-8)', async () => {
    const { id, ids } = await opened([3_000, 4_000]);
    await cast(id, voters[0]!, [ids[0]!]).expect(200);
    await world.get(SealCasts).seal();
    for (const rest of ['/result', '/publication', '/publication.pb']) {
      for (const by of [{}, headers])
        expect(
          (
            await world
              .http()
              .get(path(`/${id}${rest}`))
              .set(by)
              .expect(409)
          ).body.code,
        ).toBe('RESULT_NOT_YET');
    }
    expect(
      (
        await world
          .http()
          .get(path(`/${id}`))
          .expect(200)
      ).body.voters,
    ).toBeNull();
    expect(
      (
        await world
          .http()
          .get(path(`/${id}`))
          .set(headers)
          .expect(200)
      ).body.voters,
    ).toBe(1);
  });

  it('counts by every rule with the reason for each proposal, and tells the proposals', async () => {
    const { id, ids } = await opened([6_000, 4_000, 5_000, 2_000]);
    const ballots = [[0, 1], [0, 1], [0], [1, 2], [2, 3], [2], [1, 3]];
    for (const [at, choices] of ballots.entries())
      await cast(
        id,
        voters[at]!,
        choices.map((c) => ids[c]!),
      ).expect(200);
    await close(id);
    const result = (
      await world
        .http()
        .get(path(`/${id}/result`))
        .expect(200)
    ).body;
    expect(result.outcomes.map((o: { rule: string; official: boolean }) => [o.rule, o.official])).toEqual([
      ['greedy_votes', false],
      ['mes_cost_none', false],
      ['mes_cost_add1', false],
      ['mes_cost_add1u', true],
    ]);
    expect(result.balance).toMatchObject({ voted: 7, counted: 7, setAside: [] });
    expect(result.balance.eligible).toBe(result.balance.voted + result.balance.notVoted);
    for (const outcome of result.outcomes) {
      expect(outcome.projects).toHaveLength(4);
      for (const project of outcome.projects) expect(project.reason.code).toMatch(/^[A-Z_]+$/);
      const spent = outcome.projects
        .filter((p: { funded: boolean }) => p.funded)
        .reduce((sum: number, p: { cost: { amount: number } }) => sum + p.cost.amount, 0);
      expect((Number(outcome.spent) * 100).toFixed(0)).toBe(String(spent));
    }
    const won = result.outcomes[3].winners as string[];
    for (const proposalId of ids) {
      const { state } = (await world.http().get(`/api/v1/events/${slug}/proposals/${proposalId}`).expect(200)).body;
      expect(state).toBe(won.includes(proposalId) ? 'funded' : 'not_funded');
    }
    const facts = await world.database.query<{ body: { funded: string[] } }>(
      `select body from platform.fact where type = 'BallotCounted' and body ->> 'ballotId' = $1`,
      [id],
    );
    expect(facts.map((f) => f.body.funded)).toEqual([won]);
  });

  it('can be counted again by a stranger from what is published alone', async () => {
    const { id, ids } = await opened([6_000, 4_000, 5_000, 2_000]);
    for (const [at, choices] of [[0, 1], [0, 1], [0], [1, 2], [2, 3], [2]].entries())
      await cast(
        id,
        voters[at]!,
        choices.map((c) => ids[c]!),
      ).expect(200);
    await close(id);
    const file = (
      await world
        .http()
        .get(path(`/${id}/publication.pb`))
        .expect(200)
    ).text;
    const kit = (
      await world
        .http()
        .get(path(`/${id}/publication`))
        .expect(200)
    ).body;
    expect(sha256(file)).toBe(kit.ballotFileHash);
    expect(sha256(kit.rulesText)).toBe(kit.rulesHash);
    expect(sha256(kit.resultText)).toBe(kit.resultHash);
    const again = recount(readPabulib(file), { increment: 1 });
    const { options } = JSON.parse(kit.rulesText) as { options: { proposalId: string }[] };
    const result = (
      await world
        .http()
        .get(path(`/${id}/result`))
        .expect(200)
    ).body;
    for (const outcome of result.outcomes as { rule: 'greedy_votes'; winners: string[] }[]) {
      expect(again[outcome.rule]!.map((n) => options[Number(n) - 1]!.proposalId)).toEqual(outcome.winners);
    }
    expect(kit.commitments).toHaveLength(6);
    for (const voter of voters) expect(file).not.toContain(voter.account.accountId);
  });

  it('tells the reasons of the official rule alone where that is asked for, and who would have won by the others all the same', async () => {
    const { id, ids } = await opened([3_000, 4_000]);
    for (const voter of voters.slice(0, 5)) await cast(id, voter, [ids[0]!]).expect(200);
    await close(id);
    const asked = (query: string) =>
      world
        .http()
        .get(path(`/${id}/result`))
        .query(query);
    const all = (await asked('').expect(200)).body;
    const { outcomes, ...rest } = all as { outcomes: { official: boolean; projects: object[] }[] };
    expect(outcomes.map(({ projects }) => projects.length)).toEqual(outcomes.map(() => 2));
    const short = outcomes.map((outcome) => (outcome.official ? outcome : { ...outcome, projects: [] }));
    expect((await asked('reasons=official').expect(200)).body).toEqual({ ...rest, outcomes: short });
    expect((await asked('reasons=none').expect(422)).body.errors[0].pointer).toBe('/reasons');
  });

  it('publishes no ballots of fewer than five people (VOT-7)', async () => {
    const { id, ids } = await opened([3_000, 4_000]);
    for (const voter of voters.slice(0, 4)) await cast(id, voter, [ids[0]!]).expect(200);
    await close(id);
    expect(
      (
        await world
          .http()
          .get(path(`/${id}/publication.pb`))
          .expect(409)
      ).body.code,
    ).toBe('TOO_FEW_TO_PUBLISH');
    await world
      .http()
      .get(path(`/${id}/result`))
      .expect(200);
  });

  it('leaves nothing that joins a person to a choice (VOT-7)', async () => {
    const { id, ids } = await opened([3_000, 4_000]);
    const receipts: string[] = [];
    for (const [at, voter] of voters.entries()) receipts.push((await cast(id, voter, [ids[at % 2]!]).expect(200)).body.receipt as string);
    await close(id);
    const votes = await world.database.query<Record<string, unknown>>('select * from voting.vote where ballot_id = $1', [id]);
    expect(votes).toHaveLength(voters.length);
    for (const vote of votes) expect(vote).toMatchObject({ account_id: null, receipt_code: null });
    const dump = JSON.stringify(
      await world.database.query(
        'select row_to_json(t) from (select * from voting.vote union all select * from voting.vote) t where ballot_id = $1',
        [id],
      ),
    );
    for (const voter of voters) expect(dump).not.toContain(voter.account.accountId);
    for (const receipt of receipts) expect(dump).not.toContain(receipt);
    expect(await world.database.one('select count(*)::int as n from voting.turnout where ballot_id = $1', [id])).toEqual({
      n: voters.length,
    });
    const audited = await world.database.query('select 1 from platform.audit_entry where subject_id = $1 and actor_id = $2', [
      id,
      voters[0]!.account.accountId,
    ]);
    expect(audited).toEqual([]);
    expect(
      (
        await world
          .http()
          .get(path(`/${id}/my-ballot`))
          .set(voters[0]!.headers)
      ).body,
    ).toMatchObject({ ballot: null, receipt: null, voted: true });
  });

  it('lets a voter find the ballot in the chain, and whether it was counted', async () => {
    const { id, ids } = await opened([3_000, 4_000]);
    const verify = async (receipt: string) =>
      (
        await world
          .http()
          .post(path(`/${id}/verify`))
          .send({ receipt })
          .expect(200)
      ).body;
    const old = (await cast(id, voters[0]!, [ids[0]!]).expect(200)).body.receipt as string;
    const now = (await cast(id, voters[0]!, [ids[1]!]).expect(200)).body.receipt as string;
    await world.get(SealCasts).seal();
    const [before, after] = [await verify(old), await verify(now)];
    expect(before).toMatchObject({ state: 'recorded', position: 1, counted: null });
    expect(after).toMatchObject({ state: 'recorded', position: 2, counted: null });
    const { rulesHash } = (await world.http().get(path(`/${id}`))).body as { rulesHash: string };
    const link = (head: string, added: string): string =>
      createHash('sha256')
        .update(Buffer.from(head + added, 'hex'))
        .digest('hex');
    expect(before.chainHash).toBe(link(rulesHash, before.commitment));
    expect(after.chainHash).toBe(link(before.chainHash, after.commitment));
    await close(id);
    expect([(await verify(old)).counted, (await verify(now)).counted]).toEqual([false, true]);
    expect((await verify('0'.repeat(32))).state).toBe('unknown');
  });

  it('closes once at its time, whoever comes first, and loses no answered cast', async () => {
    const { id, ids } = await opened([3_000, 4_000]);
    const closing = (async () => {
      await new Promise((resolve) => setTimeout(resolve, 15));
      return Promise.all(
        [1, 2, 3].map(() =>
          world
            .http()
            .post(path(`/${id}/close`))
            .set(headers)
            .send({}),
        ),
      );
    })();
    const casts = await Promise.all(voters.map((voter) => cast(id, voter, [ids[0]!])));
    const closes = await closing;
    expect(closes.map((c) => c.status).sort()).toEqual([200, 409, 409]);
    for (const answer of casts) expect([200, 409]).toContain(answer.status);
    expect(await rows(id)).toBe(casts.filter((c) => c.status === 200).length);
    await world.get(SealCasts).seal();
    await world.drain();
    const late = await opened([3_000], { closesAt: new Date(world.clock.now().getTime() + HOUR).toISOString() });
    world.clock.advance(HOUR);
    expect((await cast(late.id, voters[0]!, late.ids).expect(409)).body.code).toBe('VOTE_CLOSED');
    await Promise.all([1, 2, 3].map(() => world.get(CloseBallot).atItsTime(eventId, late.id)));
    await world.drain();
    const facts = await world.database.query<{ type: string }>(
      `select type from platform.fact where body ->> 'ballotId' = $1 and type like 'Ballot%' order by id`,
      [late.id],
    );
    expect(facts.map((f) => f.type)).toEqual(['BallotOpened', 'BallotClosed', 'BallotCounted']);
  });

  it('decides nothing without its quorum', async () => {
    const { id, ids } = await opened([3_000], { quorum: 2 });
    await cast(id, voters[0]!, ids).expect(200);
    await close(id);
    expect(
      (
        await world
          .http()
          .get(path(`/${id}/result`))
          .expect(200)
      ).body.quorum,
    ).toEqual({ needed: 2, met: false });
    expect((await world.http().get(`/api/v1/events/${slug}/proposals/${ids[0]}`)).body.state).toBe('shortlisted');
  });

  it('counts a vote in which nobody voted', async () => {
    const { id } = await opened([3_000, 4_000]);
    await close(id);
    const result = (
      await world
        .http()
        .get(path(`/${id}/result`))
        .expect(200)
    ).body;
    for (const outcome of result.outcomes) expect(outcome.winners).toEqual([]);
  });

  it('sets aside the ballot of a suspended person, and says so (DSC-5)', async () => {
    const { id, ids } = await opened([3_000, 4_000]);
    const account = await world.account();
    await cast(id, { headers: await world.signIn(account) }, ids).expect(200);
    await cast(id, voters[0]!, [ids[0]!]).expect(200);
    const admin = await world.signIn(await world.account({ admin: true }));
    await world
      .http()
      .post(`/api/v1/admin/accounts/${account.accountId}/suspend`)
      .set(admin)
      .send({ because: 'made up votes', keepContent: true })
      .expect(200);
    await close(id);
    const { balance } = (
      await world
        .http()
        .get(path(`/${id}/result`))
        .expect(200)
    ).body;
    expect(balance).toMatchObject({ voted: 2, counted: 1, setAside: [{ reason: 'suspended', count: 1 }] });
  });

  it('can be void, and tells its voters why (VOT-6)', async () => {
    const { id, ids } = await opened([3_000]);
    await cast(id, voters[0]!, ids).expect(200);
    await world
      .http()
      .post(path(`/${id}/void`))
      .set(headers)
      .send({ reason: 'too short' })
      .expect(422);
    expect(
      (
        await world
          .http()
          .post(path(`/${id}/void`))
          .set(headers)
          .send({ reason: 'The price of one of them was wrong.' })
          .expect(200)
      ).body.state,
    ).toBe('void');
    await world.drain();
    const to = await world.get(Accounts).mailOf(world.database, voters[0]!.account.accountId);
    expect(
      await world.database.query(`select 1 as sent from platform.mail where recipient = $1 and subject like 'Vote void%'`, [to!.email]),
    ).toEqual([{ sent: 1 }]);
    expect((await world.http().get(`/api/v1/events/${slug}/proposals/${ids[0]}`)).body.state).toBe('shortlisted');
    expect((await cast(id, voters[0]!, ids).expect(409)).body.code).toBe('VOTE_CLOSED');
  });

  it('takes a withdrawn proposal off the ballot and counts the other choices (PRP-4)', async () => {
    const { id, ids } = await opened([3_000, 4_000]);
    await cast(id, voters[0]!, ids).expect(200);
    await world
      .http()
      .post(`/api/v1/events/${slug}/proposals/${ids[0]}/withdraw`)
      .set(headers)
      .send({ reason: 'not_feasible' })
      .expect(200);
    await world.drain();
    await close(id);
    const result = (
      await world
        .http()
        .get(path(`/${id}/result`))
        .expect(200)
    ).body;
    expect(result.outcomes[0].winners).toEqual([ids[1]]);
    expect((await world.http().get(`/api/v1/events/${slug}/proposals/${ids[0]}`)).body.state).toBe('withdrawn');
  });

  it('shows the winners of an imported file as a recount of the file does', async () => {
    const file = [
      'META\nkey;value\ndescription;A vote from elsewhere\ncountry;Nowhere\nunit;Town\ninstance;2016\nnum_projects;4\nnum_votes;5\nbudget;100\nvote_type;approval\nrule;equalshares/add1\ndate_begin;2016\ndate_end;2016',
      'PROJECTS\nproject_id;cost;name\n7;60;Stage\n3;40;Tea\n9;50;Map\n1;20;Song',
      'VOTES\nvoter_id;vote\na;7,3\nb;7,3\nc;7\nd;3,9\ne;9,1\n',
    ].join('\n');
    const scope = { eventId: eventId as never, slug, currency: 'GBP', timeZone: 'Europe/London' };
    const { ballotId } = await world.get(ImportVote).execute(scope, organiser.accountId, { fileName: 'vote.pb', bytes: Buffer.from(file) });
    await world.drain();
    const result = (
      await world
        .http()
        .get(path(`/${ballotId}/result`))
        .expect(200)
    ).body;
    expect(result).toMatchObject({ rule: 'mes_cost_add1u', title: 'A vote from elsewhere', balance: { eligible: 5, counted: 5 } });
    const names = { 7: 'Stage', 3: 'Tea', 9: 'Map', 1: 'Song' } as Record<string, string>;
    const expected = recount(readPabulib(file), {});
    for (const outcome of result.outcomes as {
      rule: 'greedy_votes';
      winners: string[];
      projects: { proposalId: string; title: string }[];
    }[]) {
      const titles = outcome.winners.map((id) => outcome.projects.find((p) => p.proposalId === id)!.title);
      expect(titles).toEqual(expected[outcome.rule]!.map((id) => names[id]));
    }
    const before = await world.database.one('select count(*)::int as n from proposals.proposal');
    const broken = Buffer.from(file.replace('7,3', '7,8'));
    await expect(world.get(ImportVote).execute(scope, organiser.accountId, { fileName: 'vote.pb', bytes: broken })).rejects.toMatchObject({
      code: 'unknown-project-in-vote',
    });
    expect(await world.database.one('select count(*)::int as n from proposals.proposal')).toEqual(before);
  });

  it('takes at most two statements for a cast (performance scenario 1)', async () => {
    const { id, ids } = await opened([3_000]);
    await cast(id, voters[0]!, []).expect(200);
    const pool = world.database.pool;
    const statements: string[] = [];
    const query = pool.query.bind(pool) as (...args: unknown[]) => unknown;
    Object.assign(pool, {
      query: (...args: unknown[]) => (statements.push(String((args[0] as { text?: string }).text ?? args[0])), query(...args)),
    });
    await cast(id, voters[1]!, ids).expect(200);
    Object.assign(pool, { query });
    expect(statements.filter((s) => !/fold_tallies|seal_casts|ledger\.unsealed/.test(s)).length).toBeLessThanOrEqual(2);
  });

  it('is organisers’ business, and of its own event only', async () => {
    const { id, ids } = await opened([3_000]);
    const other = await world.event();
    const stranger = await world.signIn(await world.account({ roles: [{ eventId: other.eventId, roles: ['organiser'] }] }));
    for (const verb of ['open', 'close', 'void'])
      await world
        .http()
        .post(path(`/${id}/${verb}`))
        .set(stranger)
        .send({ reason: 'x'.repeat(30) })
        .expect(403);
    const elsewhere = `/api/v1/events/${other.slug}/ballots/${id}`;
    await world.http().get(elsewhere).expect(404);
    await world.http().put(`${elsewhere}/my-ballot`).set(stranger).send({ choices: ids }).expect(404);
    await world.http().post(`${elsewhere}/close`).set(stranger).send({}).expect(404);
    await world
      .http()
      .post(`${elsewhere}/verify`)
      .send({ receipt: '0'.repeat(32) })
      .expect(404);
  });

  it.each([
    ['another currency', { pot: { amount: 1_000, currency: 'EUR' } }, '/pot/currency'],
    ['an empty pot', { pot: { amount: 0, currency: 'GBP' } }, '/pot/amount'],
    ['a huge pot', { pot: { amount: 2 ** 53, currency: 'GBP' } }, '/pot/amount'],
    ['a deadline that has passed', { closesAt: '2016-01-01T00:00:00Z' }, '/closesAt'],
    ['no options', { proposalIds: [] }, '/proposalIds'],
    ['more choices than options', { maxChoices: 2 }, '/maxChoices'],
    ['a minimum above the maximum', { minChoices: 2, maxChoices: 1 }, '/minChoices'],
    ['an unknown rule', { rule: 'loudest' }, '/rule'],
    ['an unknown field', { winner: 'me' }, '/winner'],
  ])('refuses %s and names the field', async (_title, over, pointer) => {
    const ids = await shortlisted(3_000);
    const body = {
      title: 'What shall we do',
      pot: { amount: 10_000, currency: 'GBP' },
      proposalIds: ids,
      closesAt: new Date(world.clock.now().getTime() + HOUR).toISOString(),
      ...over,
    };
    const refused = await world.http().post(path()).set(headers).send(body).expect(422);
    expect((refused.body.errors as { pointer: string }[]).map((e) => e.pointer)).toContain(pointer);
  });

  it.each([[{ choices: 'all' }], [{}], [{ choices: ['mine'] }], [{ choices: [], receipt: 'x' }], [{ choices: [], weight: 5 }]])(
    'refuses the ballot %j with 422',
    async (body) => {
      const { id } = await opened([3_000]);
      await world
        .http()
        .put(path(`/${id}/my-ballot`))
        .set(voters[0]!.headers)
        .send(body)
        .expect(422);
      expect(await rows(id)).toBe(0);
    },
  );

  it('leaves nothing that its checks find wrong (I5, VOT-7)', async () => {
    await world.get(SealCasts).seal();
    const results = await world.get(Checks).askAll();
    expect(results.filter((r) => r.violations.length > 0)).toEqual([]);
    expect(results.map((r) => r.invariant)).toEqual(expect.arrayContaining(['I2', 'I5', 'VOT-7']));
  });
});
