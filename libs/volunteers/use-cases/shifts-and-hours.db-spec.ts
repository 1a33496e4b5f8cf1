import { LedgerModule } from '#ledger';
import { type Actor, Checks, type EventScope, type Role } from '#platform';
import { type World, testWorld } from '../../../test/support/world.js';
import { VolunteersModule } from '../volunteers.module.js';
import { KeepHours } from './keep-hours.js';
import { KeepShifts } from './keep-shifts.js';
import { ShowHours } from './show-hours.js';
import { ShowShifts } from './show-shifts.js';
import { SignUpForShift } from './sign-up-for-shift.js';

let world: World;
let scope: EventScope;
let cora: Actor;
let vera: Actor;

const person = async (name: string, ...roles: Role[]): Promise<Actor> =>
  (await world.account({ name, roles: [{ eventId: scope.eventId, roles }] })).actor;

beforeAll(async () => {
  world = await testWorld([LedgerModule, VolunteersModule]);
});
beforeEach(async () => {
  ({ scope } = await world.event());
  [cora, vera] = await Promise.all([person('Cora', 'coordinator'), person('Vera', 'volunteer')]);
});
afterEach(async () => {
  expect((await world.get(Checks).askAll()).filter((check) => check.violations.length > 0)).toEqual([]);
});
afterAll(() => world.close());

const codes = (results: PromiseSettledResult<unknown>[]) =>
  results.map((r) => (r.status === 'fulfilled' ? 'done' : (r.reason as { code?: string }).code)).sort();
const shift = (from: string, to: string, places = 3, more: object = {}) =>
  world.get(KeepShifts).plan(scope, cora, {
    name: 'Registration',
    place: 'Hall',
    startsAt: new Date(`2026-06-${from}:00Z`),
    endsAt: new Date(`2026-06-${to}:00Z`),
    changeoverMinutes: 15,
    places,
    demanding: false,
    state: 'published',
    ...more,
  });
const signUp = (who: Actor, id: string) => world.get(SignUpForShift).signUp(scope, who.accountId, id);
const leave = (who: Actor, id: string) => world.get(SignUpForShift).leave(scope, who.accountId, id);
const statesOf = async (id: string) => (await world.get(ShowShifts).one(scope.eventId, id)).entries.map((e) => `${e.name} ${e.state}`);

describe('shifts', () => {
  it('give three places to 50 who sign up at once, and a place in the queue to the others (SHF-1)', async () => {
    const id = await shift('04T08:00', '04T12:00');
    const people = await Promise.all(Array.from({ length: 50 }, (_, i) => person(`P${i}`, 'volunteer')));
    const results = await Promise.all(people.map((p) => signUp(p, id)));
    expect(results.filter((r) => r.state === 'signed_up')).toHaveLength(3);
    const queue = results.flatMap((r) => (r.waitingPosition === null ? [] : [r.waitingPosition])).sort((a, b) => a - b);
    expect(queue).toEqual(Array.from({ length: 47 }, (_, i) => i + 1));
  });

  it('never overlap for one person, also when both are asked for at once (SHF-1)', async () => {
    const ids = await Promise.all([shift('04T08:00', '04T10:00'), shift('04T09:00', '04T11:00'), shift('04T10:10', '04T12:00')]);
    const results = await Promise.allSettled([signUp(vera, ids[0]!), signUp(vera, ids[1]!)]);
    expect(codes(results)).toEqual(['SHIFTS_OVERLAP', 'done']);
    if (results[0]?.status === 'fulfilled') await expect(signUp(vera, ids[2]!)).rejects.toMatchObject({ code: 'SHIFTS_OVERLAP' });
    const raw = world.database.run(
      `insert into volunteers.shift_entry (id, event_id, shift_id, person_id, state, place_number, busy, at, moved_at)
       select gen_random_uuid(), event_id, $1, person_id, 'signed_up', 3, busy, at, at from volunteers.shift_entry where person_id = $2 and state = 'signed_up'`,
      [ids[2], vera.accountId],
    );
    await expect(raw).rejects.toThrow('no_two_shifts_at_once');
  });

  it('leave people their rest, by the rules of the event (SHF-2)', async () => {
    const early = await shift('04T06:00', '04T09:00');
    const late = await shift('04T19:30', '04T22:00');
    await signUp(vera, early);
    await expect(signUp(vera, late)).rejects.toMatchObject({ code: 'TOO_LITTLE_REST' });
    await world.get(KeepShifts).setRules(scope, { restMinutes: 480, dayMinutes: 600, demandingInRow: 2 });
    await signUp(vera, late);
  });

  it('call the first who waits and may come when somebody leaves', async () => {
    const id = await shift('04T08:00', '04T12:00', 1);
    const other = await shift('04T09:00', '04T10:00');
    const [wim, xena] = [await person('Wim', 'volunteer'), await person('Xena', 'volunteer')];
    await signUp(vera, id);
    await signUp(wim, id);
    await signUp(xena, id);
    await signUp(wim, other);
    await leave(vera, id);
    expect(await statesOf(id)).toEqual(['Xena signed_up', 'Wim waitlisted']);
    await expect(signUp(xena, id)).rejects.toMatchObject({ code: 'ALREADY_IN_SHIFT' });
    await expect(leave(vera, id)).rejects.toMatchObject({ code: 'NOT_IN_SHIFT' });
  });

  it('let people go when they are cancelled and keep the hours worked (SHF-6)', async () => {
    const id = await shift('04T08:00', '04T12:00');
    await signUp(vera, id);
    await world.get(KeepHours).log(scope, vera, { workedOn: '2026-05-01', minutes: 60, activity: 'Preparing', cardId: null, shiftId: id });
    await world.get(KeepShifts).move(scope, id, 'cancelled', 'no hall');
    expect(await statesOf(id)).toEqual([]);
    expect((await world.get(ShowHours).summary(scope.eventId)).waitingMinutes).toBe(60);
  });

  it('take people of the team only', async () => {
    const id = await shift('04T08:00', '04T12:00');
    const stranger = await world.account();
    await expect(world.get(KeepShifts).place(scope, id, stranger.accountId)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    expect(await world.get(KeepShifts).place(scope, id, vera.accountId)).toEqual({ state: 'signed_up', waitingPosition: null });
  });
});

describe('hours', () => {
  const log = (who: Actor, minutes = 750) =>
    world.get(KeepHours).log(scope, who, { workedOn: '2026-05-01', minutes, activity: 'Carrying chairs', cardId: null, shiftId: null });

  it('count when another person confirms them, once, as a memo in the books (HRS-1, E17)', async () => {
    const id = await log(vera);
    await expect(world.get(KeepHours).confirm(scope, vera, id)).rejects.toMatchObject({ code: 'NOT_YOUR_OWN_HOURS' });
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => world.get(KeepHours).confirm(scope, cora, id)));
    expect(codes(results)).toEqual([...Array.from({ length: 4 }, () => 'WRONG_STATE'), 'done']);
    const lines = await world.database.query(
      'select account, commodity, debit_minor as debit, credit_minor as credit from ledger.journal_line where event_id = $1 order by debit_minor desc',
      [scope.eventId],
    );
    expect(lines).toEqual([
      { account: 'Equity:Memo:VolunteerHours', commodity: 'VOLHOURS', debit: 1_250n, credit: 0n },
      { account: 'Equity:Memo:VolunteerHoursContra', commodity: 'VOLHOURS', debit: 0n, credit: 1_250n },
    ]);
  });

  it('are confirmed by nobody on their own, also by raw SQL (HRS-1)', async () => {
    const id = await log(cora, 60);
    await expect(world.get(KeepHours).confirm(scope, cora, id)).rejects.toMatchObject({ code: 'NOT_YOUR_OWN_HOURS' });
    const raw = world.database.run(
      `update volunteers.hours set state = 'confirmed', decided_by = person_id, decided_at = logged_at where id = $1`,
      [id],
    );
    await expect(raw).rejects.toThrow('hours_not_confirmed_by_oneself');
  });

  it('are shown beside the money, with names and worth as people wish (HRS-2)', async () => {
    const keep = world.get(KeepHours);
    const wim = await person('Wim', 'volunteer');
    await keep.confirm(scope, cora, await log(vera, 120));
    await keep.confirm(scope, cora, await log(wim, 60));
    await keep.setRate(scope, { minor: 1_200n, source: 'National statistics' });
    await keep.wish(scope, wim, { named: false, valued: false });
    expect(await world.get(ShowHours).summary(scope.eventId)).toEqual({
      confirmedMinutes: 180,
      waitingMinutes: 0,
      people: 2,
      worth: { minor: 2_400n, currency: 'GBP' },
      rateSource: 'National statistics',
      byPerson: [{ name: 'Vera', confirmedMinutes: 120 }],
    });
  });

  it('of tomorrow are not logged', async () => {
    const tomorrow = world
      .get(KeepHours)
      .log(scope, vera, { workedOn: '2999-01-01', minutes: 15, activity: 'x', cardId: null, shiftId: null });
    await expect(tomorrow).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});
