import { LedgerModule } from '#ledger';
import { type EventScope, type Role, Checks } from '#platform';
import { leave } from '../../../test/support/leave.js';
import { type TestAccount, type World, testWorld } from '../../../test/support/world.js';
import { VolunteersModule } from '../volunteers.module.js';
import { AddCard } from './add-card.js';
import { ClaimCard } from './claim-card.js';
import { KeepShifts } from './keep-shifts.js';
import { OpenBoard } from './open-board.js';
import { ShowBoards } from './show-boards.js';
import { ShowShifts } from './show-shifts.js';
import { SignUpForShift } from './sign-up-for-shift.js';

describe('somebody who leaves for good', () => {
  let world: World;
  let scope: EventScope;
  beforeAll(async () => {
    world = await testWorld([LedgerModule, VolunteersModule]);
    ({ scope } = await world.event());
  });
  afterAll(() => world.close());

  const person = (name: string, ...roles: Role[]): Promise<TestAccount> =>
    world.account({ name, roles: [{ eventId: scope.eventId, roles }] });

  it('gives back open tasks and coming shifts, and the first who waits has the place', async () => {
    const [cora, vera, wim] = [await person('Cora', 'coordinator'), await person('Vera', 'volunteer'), await person('Wim', 'volunteer')];
    const boardId = await world.get(OpenBoard).execute(scope, cora.actor, { name: 'The day', isPublic: false });
    const card = async (title: string) => world.get(AddCard).execute(scope, cora.actor, boardId, { title });
    const [hers, his] = [await card('Chairs'), await card('Tables')];
    await world.get(ClaimCard).claim(scope, vera.actor, hers);
    await world.get(ClaimCard).claim(scope, wim.actor, his);
    const shiftId = await world.get(KeepShifts).plan(scope, cora.actor, {
      name: 'Registration',
      place: 'Hall',
      startsAt: new Date('2026-06-04T08:00:00Z'),
      endsAt: new Date('2026-06-04T10:00:00Z'),
      changeoverMinutes: 0,
      places: 1,
      demanding: false,
      state: 'published',
    });
    for (const who of [vera, wim]) await world.get(SignUpForShift).signUp(scope, who.accountId, shiftId);

    await leave(world, vera, await world.signIn(vera));

    const shown = await Promise.all([hers, his].map((id) => world.get(ShowBoards).card(scope.eventId, id)));
    expect(shown.map((c) => c.assigneeId)).toEqual([null, wim.accountId]);
    const { entries } = await world.get(ShowShifts).one(scope.eventId, shiftId);
    expect(entries.map(({ personId, state }) => ({ personId, state }))).toEqual([{ personId: wim.accountId, state: 'signed_up' }]);
    expect((await world.get(Checks).askAll()).filter((check) => check.violations.length > 0)).toEqual([]);
  });
});
