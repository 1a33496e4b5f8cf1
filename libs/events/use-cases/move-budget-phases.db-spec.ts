import { type World, testWorld } from '../../../test/support/world.js';
import { EventsModule } from '../events.module.js';
import { DeclareBudgetPhases } from './declare-budget-phases.js';
import { MoveBudgetPhases } from './move-budget-phases.js';

const HOUR = 3_600_000;

describe('the beginning of a budget phase', () => {
  let world: World;
  beforeAll(async () => {
    world = await testWorld([EventsModule]);
  });
  afterAll(() => world.close());

  it('is made known once, by whoever looks first after its instant (PBG-1)', async () => {
    const { scope, eventId } = await world.event();
    const inHours = (hours: number): Date => new Date(world.clock.now().getTime() + hours * HOUR);
    await world.get(DeclareBudgetPhases).execute(scope, [
      { phase: 'accepting', startsAt: inHours(-1) },
      { phase: 'balloting', startsAt: inHours(1) },
      { phase: 'finished', startsAt: inHours(2) },
    ]);
    const known = async (): Promise<string[]> => {
      await Promise.all([world.get(MoveBudgetPhases).execute(), world.get(MoveBudgetPhases).execute()]);
      const facts = await world.database.query<{ phase: string }>(
        `select body->>'phase' as phase from platform.fact where type = 'BudgetPhaseBegan' and event_id = $1 order by id`,
        [eventId],
      );
      return facts.map((fact) => fact.phase);
    };
    expect(await known()).toEqual(['accepting']);
    world.clock.advance(2 * HOUR);
    expect(await known()).toEqual(['accepting', 'balloting', 'finished']);
    expect(await known()).toHaveLength(3);
  });
});
