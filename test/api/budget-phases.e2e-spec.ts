import { BudgetPhases, EventsModule } from '#events';
import { money } from '#kernel';
import { Proposals, ProposalsModule } from '#proposals';
import { VotingModule } from '#voting';
import { BEGINNING, type TestAccount, type World, testWorld } from '../support/world.js';

const HOUR = 3_600_000;
const PHASES = [
  'informing',
  'accepting',
  'reviewing',
  'selecting',
  'valuating',
  'publishing_prices',
  'balloting',
  'checking_ballots',
  'finished',
];

describe('the phases of a budget process', () => {
  let world: World;
  let organiser: TestAccount;
  let headers: { authorization: string };
  let member: { authorization: string };
  let eventId: string;
  const slug = 'wgt26';
  beforeAll(async () => {
    world = await testWorld([EventsModule, ProposalsModule, VotingModule]);
    ({ eventId } = await world.event({ slug }));
    organiser = await world.account({ roles: [{ eventId, roles: ['organiser'] }] });
    headers = await world.signIn(organiser);
    member = await world.signIn(await world.account());
  });
  afterAll(() => world.close());

  const path = (rest: string): string => `/api/v1/events/${slug}/${rest}`;
  const hoursOn = (hours: number): string => new Date(BEGINNING.getTime() + hours * HOUR).toISOString();
  /** One phase an hour, the first an hour from the beginning. */
  const plan = PHASES.map((phase, at) => ({ phase, startsAt: hoursOn(at + 1) }));
  const declare = (phases: object[]) => world.http().put(path('budget-phases')).set(headers).send({ phases });
  const propose = () =>
    world.http().post(path('proposals')).set(member).send({ title: 'A garden in front of the hall', body: 'With benches.', publish: true });
  const goTo = (hours: number): void => world.clock.moveTo(new Date(BEGINNING.getTime() + hours * HOUR));

  it('do not concern an event that has none', async () => {
    const { body } = await world.http().get(path('budget-phases')).expect(200);
    expect(body).toMatchObject({ now: null, phases: [] });
    expect(body.meaning.map(({ phase }: { phase: string }) => phase)).toEqual(PHASES);
    expect(body.meaning[3]).toEqual({ phase: 'selecting', allows: ['support', 'review', 'cost', 'shortlist'] });
    await propose().expect(201);
  });

  it('are refused out of order or by others than the team', async () => {
    const reply = await declare([plan[2]!, plan[1]!, plan[8]!]).expect(422);
    expect(reply.body.errors.map((fault: { pointer: string }) => fault.pointer)).toEqual(['/phases/1/phase', '/phases/1/startsAt']);
    await world.http().put(path('budget-phases')).set(member).send({ phases: plan }).expect(403);
  });

  it('are contiguous, and calls in the wrong one answer 403 with the present phase (PBG-1)', async () => {
    const { body } = await declare(plan).expect(200);
    expect(body.now).toBeNull();
    expect(body.phases[1]).toEqual({ phase: 'accepting', startsAt: hoursOn(2), endsAt: hoursOn(3) });
    expect((await propose().expect(403)).body).toMatchObject({ code: 'PHASE_CLOSED', details: { phase: null, possibleIn: ['accepting'] } });
    goTo(2);
    const { id } = (await propose().expect(201)).body as { id: string };
    goTo(4);
    expect((await propose().expect(403)).body).toMatchObject({ code: 'PHASE_CLOSED', details: { phase: 'selecting' } });
    await world
      .http()
      .post(path(`proposals/${id}/support`))
      .set(headers)
      .send({})
      .expect(200);
    goTo(5);
    expect(
      (
        await world
          .http()
          .post(path(`proposals/${id}/support`))
          .set(member)
          .send({})
          .expect(403)
      ).body.details.phase,
    ).toBe('valuating');
  });

  it('keep their beginning once they have begun', async () => {
    expect((await declare(plan.slice(3)).expect(409)).body.code).toBe('PHASE_BEGUN');
    await declare(plan.map((one, at) => (at === 8 ? { ...one, startsAt: hoursOn(12) } : one))).expect(200);
  });

  it('let people vote over money while they ballot, and over other things at any time', async () => {
    const ids = await world.unitOfWork.run(async (tx) => {
      const options = ['Lunch', 'Tea'].map((title) => ({ title, cost: money(100n, 'GBP') }));
      const scope = { eventId: eventId as never, slug, currency: 'GBP', timeZone: 'Europe/London' };
      const made = await world.get(Proposals).importOnBallot(tx, scope, organiser.accountId, options);
      await world.get(Proposals).takeOffBallot(tx, eventId, made, 'for a ballot of this test');
      return made;
    });
    const draft = {
      title: 'What shall we do',
      closesAt: hoursOn(48),
      pot: { amount: 150, currency: 'GBP' },
      proposalIds: ids,
      noticeHours: 0,
    };
    const { id } = (await world.http().post(path('ballots')).set(headers).send(draft).expect(201)).body as { id: string };
    const open = () =>
      world
        .http()
        .post(path(`ballots/${id}/open`))
        .set(headers)
        .send({});
    const cast = () =>
      world
        .http()
        .put(path(`ballots/${id}/my-ballot`))
        .set(headers)
        .send({ choices: ids });
    expect((await open().expect(403)).body).toMatchObject({
      code: 'PHASE_CLOSED',
      details: { phase: 'valuating', possibleIn: ['balloting'] },
    });
    goTo(7);
    await open().expect(200);
    await cast().expect(200);
    goTo(8);
    expect((await cast().expect(403)).body.details.phase).toBe('checking_ballots');
    await world
      .http()
      .post(path('ballots'))
      .set(headers)
      .send({ title: 'Shall we go on?', method: 'consent', closesAt: hoursOn(48) })
      .expect(201);
    await expect(world.get(BudgetPhases).require(eventId, 'propose')).rejects.toMatchObject({ code: 'PHASE_CLOSED' });
  });
});
