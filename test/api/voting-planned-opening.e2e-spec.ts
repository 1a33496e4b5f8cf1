import { OpenDueBallots } from '../../libs/voting/use-cases/open-due-ballots.js';
import { type Voter, VotingWorld } from '../support/voting-world.js';

interface Detail {
  state: string;
  opensAt: string | null;
  openedAt: string | null;
  notOpenedBecause: string | null;
  rulesText: string;
}

const HOUR_MS = 3_600_000;

describe('A vote that is planned to open by itself (VOT-1)', () => {
  let v: VotingWorld;
  let voters: Voter[];
  beforeAll(async () => {
    v = await VotingWorld.start();
    voters = await v.voters(1);
  });
  afterAll(() => v.close());

  const inHours = (hours: number): string => new Date(v.world.clock.now().getTime() + hours * HOUR_MS).toISOString();
  const shown = async (id: string): Promise<Detail> => (await v.get(`/${id}`, v.organiser.headers).expect(200)).body as Detail;
  const itIsTime = (): Promise<void> => v.world.get(OpenDueBallots).execute();
  const mails = () =>
    v.world.database.query<{ body: string }>(`select body from platform.mail where recipient = $1 and subject like 'Vote not opened%'`, [
      v.organiser.account.email,
    ]);

  it('opens at its time and not before, once, whoever looks; the plan is no part of the frozen rules', async () => {
    const opensAt = inHours(2);
    const { id, ids } = await v.declared([1_000], { opensAt });
    expect(await shown(id)).toMatchObject({ state: 'draft', opensAt, openedAt: null });
    v.world.clock.advance(2 * HOUR_MS - 1);
    await itIsTime();
    expect((await shown(id)).state).toBe('draft');
    v.world.clock.advance(1);
    await Promise.all([itIsTime(), itIsTime(), itIsTime()]);
    const opened = await shown(id);
    expect(opened).toMatchObject({ state: 'open', opensAt: null, openedAt: opensAt, notOpenedBecause: null });
    expect(opened.rulesText).not.toContain('opensAt');
    await v.choose(id, voters[0]!, ids).expect(200);
    expect(
      await v.world.database.one(`select count(*)::int as n from platform.fact where type = 'BallotOpened' and body->>'ballotId' = $1`, [
        id,
      ]),
    ).toEqual({ n: 1 });
    expect(await mails()).toEqual([]);
  });

  it('may be opened earlier by an organiser, planned anew, and left without a plan', async () => {
    const early = await v.declared([1_000], { opensAt: inHours(1) });
    await v.open(early.id);
    const { id, ids } = await v.declared([1_000], { opensAt: inHours(1) });
    const redeclared = (over: object) =>
      v.world
        .http()
        .put(v.path(`/${id}`))
        .set(v.organiser.headers)
        .send(v.declaration({ pot: { amount: 10_000, currency: 'GBP' }, proposalIds: ids, noticeHours: 0, ...over }));
    const later = inHours(3);
    await redeclared({ opensAt: later }).expect(200);
    v.world.clock.advance(HOUR_MS);
    await itIsTime();
    expect(await shown(id)).toMatchObject({ state: 'draft', opensAt: later });
    await redeclared({ closesAt: inHours(48) }).expect(200);
    v.world.clock.advance(5 * HOUR_MS);
    await itIsTime();
    expect(await shown(id)).toMatchObject({ state: 'draft', opensAt: null, notOpenedBecause: null });
    expect((await shown(early.id)).state).toBe('open');
  });

  it('stays a draft where it may not open, says why to its organiser, once, and can be planned again', async () => {
    const { id, ids } = await v.declared([1_000], { opensAt: inHours(1), noticeHours: 720 });
    v.world.clock.advance(HOUR_MS);
    await itIsTime();
    v.world.clock.advance(HOUR_MS);
    await itIsTime();
    expect(await shown(id)).toMatchObject({ state: 'draft', opensAt: null, notOpenedBecause: 'PRICES_TOO_FRESH' });
    expect((await mails()).map(({ body }) => body)).toEqual([expect.stringContaining('The prices had not been public for long enough.')]);
    expect(
      await v.world.database.query(
        `select details->>'code' as code from platform.audit_entry where action = 'ballot not opened' and subject_id = $1`,
        [id],
      ),
    ).toEqual([{ code: 'PRICES_TOO_FRESH' }]);
    const opensAt = inHours(1);
    const again = v.declaration({ pot: { amount: 10_000, currency: 'GBP' }, proposalIds: ids, noticeHours: 0, opensAt });
    await v.world
      .http()
      .put(v.path(`/${id}`))
      .set(v.organiser.headers)
      .send(again)
      .expect(200);
    expect(await shown(id)).toMatchObject({ opensAt, notOpenedBecause: null });
    v.world.clock.advance(HOUR_MS);
    await itIsTime();
    expect(await shown(id)).toMatchObject({ state: 'open', openedAt: opensAt });
  });

  it.each([
    ['has passed', -1, /^must be later than /],
    ['is not before the end', 24, /^must be earlier than .*, the end$/],
  ])('is refused a time that %s, with its bound', async (_name, hours, message) => {
    const refused = await v.post('', v.declaration({ method: 'consent', question: 'Shall we?', opensAt: inHours(hours) })).expect(422);
    expect(refused.body).toMatchObject({ code: 'BAD_INPUT', errors: [{ pointer: '/opensAt', message: expect.stringMatching(message) }] });
  });

  it('is no instant without its zone', async () => {
    const refused = await v.post('', v.declaration({ method: 'consent', question: 'Shall we?', opensAt: '2026-06-01T10:00' })).expect(422);
    expect(refused.body).toMatchObject({ code: 'BAD_INPUT', errors: [{ pointer: '/opensAt' }] });
  });
});
