import { type EventScope } from '#platform';
import { CastBallot, CloseBallot, CountBallot, SealCasts } from '#voting';
import { checkKit, unzipKit } from '#voting/count';
import { BallotsStore } from '../../libs/voting/store/ballots.store.js';
import { OptionsStore } from '../../libs/voting/store/options.store.js';
import { bytes } from '../support/bytes.js';
import { type Voter, VotingWorld } from '../support/voting-world.js';

interface Cast {
  receipt: string;
  version: number;
  ballot: { choices: string[] };
}

describe('Many at once', () => {
  let v: VotingWorld;
  let voters: Voter[];
  let scope: EventScope;
  beforeAll(async () => {
    v = await VotingWorld.start();
    voters = await v.voters(50);
    scope = { eventId: v.eventId, slug: v.slug, currency: 'GBP', timeZone: 'Europe/London' };
  });
  afterAll(() => v.close());

  const times = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));

  it('keep one ballot and give 200 coherent answers to 200 identical casts, in each of 100 rounds (VOT-3)', async () => {
    const { id, ids } = await v.opened(times(10, () => 1_000));
    const casting = v.world.get(CastBallot);
    for (let round = 0; round < 100; round += 1) {
      // Two rounds for each voter: their first ballot, and one that replaces it.
      const actor = voters[round % 50]!.account.actor;
      const choices = [ids[round % 10]!, ids[(round + Math.floor(round / 50) + 1) % 10]!].sort();
      const answers = await Promise.all(times(200, () => casting.execute({ actor }, scope, id, { kind: 'choices', choices })));
      const told = new Set(answers.map(({ receipt, version, ballot }) => JSON.stringify([receipt, version, ballot])));
      expect([...told].map((answer) => JSON.parse(answer) as unknown[])).toEqual([
        [answers[0]!.receipt, round < 50 ? 1 : 2, { kind: 'choices', choices }],
      ]);
    }
    expect(await v.rows(id)).toBe(50);
    await v.world.get(SealCasts).seal();
    expect(await v.world.database.one('select count(*)::int as n from voting.seal where ballot_id = $1', [id])).toEqual({ n: 100 });
  });

  it('do so over the wire as well (VOT-3)', async () => {
    const { id, ids } = await v.opened([1_000, 2_000]);
    for (const choices of [ids, [ids[0]!], []]) {
      const answers = await Promise.all(times(200, () => v.choose(id, voters[0]!, choices)));
      expect(new Set(answers.map((a) => a.status))).toEqual(new Set([200]));
      expect(new Set(answers.map(({ body }) => `${(body as Cast).receipt} ${(body as Cast).version}`)).size).toBe(1);
    }
    expect(await v.rows(id)).toBe(1);
  });

  it('make fifty ballots of fifty first votes, and one of fifty by the same person', async () => {
    const { id, ids } = await v.opened([1_000, 2_000]);
    const answers = await Promise.all([
      ...voters.map((voter) => v.choose(id, voter, ids)),
      ...times(50, (n) => v.choose(id, voters[7]!, [ids[n % 2]!])),
    ]);
    expect(new Set(answers.map((a) => a.status))).toEqual(new Set([200]));
    expect(await v.rows(id)).toBe(50);
  });

  it('never let a knapsack exceed its pot, whatever is added at the same moment (PBG-2)', async () => {
    const { id, ids } = await v.opened(
      times(50, () => 900),
      { method: 'knapsack' },
    );
    const adding = times(50, (n) => v.choose(id, voters[0]!, ids.slice(0, n + 1)));
    const held: number[] = [];
    const watching = (async () => {
      for (let n = 0; n < 40; n += 1) {
        const row = await v.world.database.maybe<{ chosen: number }>(
          'select cardinality(choices)::int as chosen from voting.vote where ballot_id = $1',
          [id],
        );
        if (row) held.push(row.chosen);
      }
    })();
    const answers = await Promise.all(adding);
    await watching;
    expect(answers.map((a) => a.status)).toEqual(times(50, (n) => ((n + 1) * 900 <= 10_000 ? 200 : 422)));
    expect(new Set(answers.filter((a) => a.status === 422).map((a) => (a.body as { code: string }).code))).toEqual(
      new Set(['OVER_BUDGET']),
    );
    for (const chosen of held) expect(chosen * 900).toBeLessThanOrEqual(10_000);
    expect(await v.rows(id)).toBe(1);
  });

  it('count every cast that was acknowledged before the close, and none after', async () => {
    for (const byClock of [false, true]) {
      const { id, ids } = await v.opened([1_000, 2_000], {
        closesAt: new Date(v.world.clock.now().getTime() + 60_000).toISOString(),
      });
      const last = new Map<Voter, string>();
      let closed = false;
      const refusedAfter: number[] = [];
      const casting = voters.slice(0, 24).map(async (voter) => {
        for (let n = 0; ; n += 1) {
          const begunAfter = closed;
          const answer = await v.choose(id, voter, [ids[n % 2]!]);
          if (begunAfter) refusedAfter.push(answer.status);
          if (answer.status !== 200) {
            expect((answer.body as { code: string }).code).toBe('VOTE_CLOSED');
            if (begunAfter) return;
          } else last.set(voter, (answer.body as Cast).receipt);
        }
      });
      await new Promise((resolve) => setTimeout(resolve, 150));
      if (byClock) {
        v.world.clock.advance(60_000);
        await Promise.all([1, 2, 3].map(() => v.world.get(CloseBallot).atItsTime(v.eventId, id)));
      } else await v.post(`/${id}/close`).expect(200);
      closed = true;
      await Promise.all(casting);
      await v.world.get(SealCasts).seal();
      await v.world.drain();
      expect(new Set(refusedAfter)).toEqual(new Set([409]));
      expect(await v.rows(id)).toBe(last.size);
      for (const receipt of last.values()) {
        const { body } = await v.post(`/${id}/verify`, { receipt }).expect(200);
        expect(body).toMatchObject({ state: 'recorded', counted: true });
      }
      expect((await v.result<{ balance: { counted: number } }>(id)).balance.counted).toBe(last.size);
    }
  });

  /** Comes back once somebody waits for a lock of this kind. */
  const someoneWaitsFor = async (kind: 'advisory' | 'transactionid'): Promise<void> => {
    const waiting = `select from pg_locks where locktype = $1 and not granted and pid in (select pid from pg_stat_activity where datname = current_database())`;
    while (!(await v.world.database.maybe(waiting, [kind]))) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  it('are answered in one vote while another is being closed; those in that one wait', async () => {
    const [closing, open] = [await v.opened([1_000]), await v.opened([1_000])];
    let late: Promise<{ status: number }[]> = Promise.resolve([]);
    await v.world.unitOfWork.run(async (tx) => {
      await v.world.get(BallotsStore).holdCasts(tx, closing.id);
      late = Promise.all(voters.slice(0, 5).map((voter) => v.choose(closing.id, voter, closing.ids)));
      await someoneWaitsFor('advisory');
      await Promise.all(voters.slice(5, 8).map((voter) => v.choose(open.id, voter, open.ids).expect(200)));
      expect([await v.rows(open.id), await v.rows(closing.id)]).toEqual([3, 0]);
    });
    // On a busy machine some have waited too long and are told to come again.
    for (const { status } of await late) expect([200, 503]).toContain(status);
    await Promise.all(voters.slice(0, 5).map((voter) => v.choose(closing.id, voter, closing.ids).expect(200)));
    expect(await v.rows(closing.id)).toBe(5);
  });

  it('are all in the chain when the last head is published, also those that somebody else is sealing just then', async () => {
    const { id, ids } = await v.opened([1_000]);
    for (const voter of voters.slice(0, 3)) await v.choose(id, voter, ids).expect(200);
    let sealing: Promise<void> = Promise.resolve();
    await v.world.unitOfWork.run(async (tx) => {
      await tx.query('select voting.seal_casts()');
      sealing = v.world.get(SealCasts).seal();
      await someoneWaitsFor('advisory');
    });
    await sealing;
    expect(await v.world.database.one('select count(*)::int as n from voting.unsealed where ballot_id = $1', [id])).toEqual({ n: 0 });
    expect(await v.world.database.one('select count(*)::int as n from voting.seal where ballot_id = $1', [id])).toEqual({ n: 3 });
  });

  it('count anew when a proposal is withdrawn while they are counted, and not when it is withdrawn afterwards (PRP-4)', async () => {
    const { id, ids } = await v.opened([6_000, 5_000, 4_000], { rule: 'greedy_votes' });
    const [gone, dear, stays] = ids as [string, string, string];
    for (const voter of voters.slice(0, 6)) await v.choose(id, voter, [gone, stays]).expect(200);
    await v.choose(id, voters[6]!, [dear]).expect(200);
    await v.choose(id, voters[7]!, [stays]).expect(200);
    await v.post(`/${id}/close`).expect(200);
    const count = () => v.world.get(CountBallot).work({ ballotId: id });
    let counting: Promise<void> = Promise.resolve();
    await v.world.unitOfWork.run(async (tx) => {
      await v.world.get(BallotsStore).lock(tx, v.eventId, id);
      // A job that has waited too long for a busy machine is done again.
      counting = count().catch(count);
      await someoneWaitsFor('transactionid');
      await v.world.get(OptionsStore).withdraw(tx, v.eventId, gone);
    });
    await counting;
    await v.world.drain();
    expect((await v.result<{ winners: string[] }>(id)).winners).toEqual([stays, dear]);

    // What was counted stays: a proposal that was chosen or not stands on its ballot, whatever becomes of it.
    await v.world.unitOfWork.run((tx) => v.world.get(OptionsStore).withdraw(tx, v.eventId, dear));
    const { options } = (await v.get(`/${id}`).expect(200)).body as { options: { optionId: string; withdrawn: boolean }[] };
    expect(options.filter((o) => o.withdrawn).map((o) => o.optionId)).toEqual([gone]);
    const zip = (await v.get(`/${id}/kit.zip`).buffer().parse(bytes).expect(200)).body as Buffer;
    const kit = checkKit(unzipKit(zip));
    expect((JSON.parse(kit.result) as { winners: string[] }).winners).toEqual([stays, dear]);
  });

  it('close in time with an id in capital letters too', async () => {
    const { id, ids } = await v.opened([1_000]);
    const casts = voters.map((voter) => v.choose(id, voter, ids));
    const close = v.post(`/${id.toUpperCase()}/close`);
    const answers = await Promise.all([...casts, close]);
    expect(answers.at(-1)!.status).toBe(200);
    expect(await v.rows(id)).toBe(answers.slice(0, -1).filter((a) => a.status === 200).length);
  });

  it('give a withdrawn proposal’s money back to everybody whose ballot holds it, and take no further ballot with it (PRP-4)', async () => {
    const { id, ids } = await v.opened([6_000, 4_000], { method: 'knapsack' });
    const [gone, stays] = ids as [string, string];
    // Two are in before it begins, however slow the rest is.
    const early = voters.slice(32, 34);
    for (const voter of early) await v.choose(id, voter, ids).expect(200);
    const withdrawing = (async () => {
      await new Promise((resolve) => setTimeout(resolve, 60));
      await v.world
        .http()
        .post(`/api/v1/events/${v.slug}/proposals/${gone}/withdraw`)
        .set(v.organiser.headers)
        .send({ reason: 'not_feasible' })
        .expect(200);
      await v.world.drain();
    })();
    const answers: { voter: Voter; status: number; body: { code?: string } }[] = [];
    for (const batch of [voters.slice(0, 16), voters.slice(16, 32)]) {
      answers.push(
        ...(await Promise.all(
          batch.map(async (voter) => {
            const { status, body } = await v.choose(id, voter, ids);
            return { voter, status, body };
          }),
        )),
      );
      if (batch[0] === voters[0]) await new Promise((resolve) => setTimeout(resolve, 30));
    }
    await withdrawing;
    const late = await v.choose(id, voters[40]!, ids).expect(422);
    expect(late.body).toMatchObject({ code: 'UNKNOWN_OPTION', details: { withdrawn: true } });
    for (const { status, body } of answers.filter((a) => a.status !== 200)) expect([status, body.code]).toEqual([422, 'UNKNOWN_OPTION']);
    const holding = [...early, ...answers.filter((a) => a.status === 200).map((a) => a.voter)];
    const told = await v.world.database.query<{ recipient: string }>(
      `select recipient from platform.mail where subject like 'Taken off the vote%'`,
    );
    expect(told.map((m) => m.recipient).sort()).toEqual(holding.map((voter) => voter.account.email).sort());
    expect((await v.choose(id, holding[1]!, ids).expect(200)).body).toMatchObject({ version: 1 });
    // The money is theirs again: what is left of the ballot fits, and so does something new.
    await v.choose(id, holding[0]!, [stays]).expect(200);
    await v.finish(id);
    const result = await v.result<{ winners: string[]; balance: { counted: number } }>(id);
    expect([result.winners, result.balance.counted]).toEqual([[stays], holding.length]);
  });
});
