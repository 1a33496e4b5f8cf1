import fc from 'fast-check';
import { LedgerModule } from '#ledger';
import { type Actor, Checks, type EventScope, type Role } from '#platform';
import { type World, testWorld } from '../../../test/support/world.js';
import { VolunteersModule } from '../volunteers.module.js';
import { AddCard } from './add-card.js';
import { BlockCard } from './block-card.js';
import { ClaimCard } from './claim-card.js';
import { EditCard } from './edit-card.js';
import { LookAfterClaims } from './look-after-claims.js';
import { MoveCard } from './move-card.js';
import { OpenBoard } from './open-board.js';
import { ShowBoards, type ShownColumn } from './show-boards.js';

let world: World;
let scope: EventScope;
let cora: Actor;
let vera: Actor;
let vic: Actor;
let boardId: string;

const person = async (name: string, ...roles: Role[]): Promise<Actor> =>
  (await world.account({ name, roles: [{ eventId: scope.eventId, roles }] })).actor;

beforeAll(async () => {
  world = await testWorld([LedgerModule, VolunteersModule]);
});
beforeEach(async () => {
  ({ scope } = await world.event());
  [cora, vera, vic] = await Promise.all([person('Cora', 'coordinator'), person('Vera', 'volunteer'), person('Vic', 'volunteer')]);
  boardId = await world.get(OpenBoard).execute(scope, cora, { name: 'The day', isPublic: false });
});
afterEach(async () => {
  expect((await world.get(Checks).askAll()).filter((check) => check.violations.length > 0)).toEqual([]);
});
afterAll(() => world.close());

const board = (): Promise<ShownColumn[]> => world.get(ShowBoards).whole(scope.eventId, boardId, cora);
const column = async (stage: string) => (await board()).find((c) => c.stage === stage)!;
const add = (title: string, more: object = {}) => world.get(AddCard).execute(scope, cora, boardId, { title, ...more });
const titlesIn = async (stage: string) => (await column(stage)).cards.map((c) => c.title);
const moveTo = async (card: string, stage: string, after: string | null = null, by = cora) =>
  world.get(MoveCard).execute(scope, by, card, (await column(stage)).id, after);
const codes = (results: PromiseSettledResult<unknown>[]) =>
  results.map((r) => (r.status === 'fulfilled' ? 'done' : (r.reason as { code?: string }).code)).sort();

describe('a board', () => {
  it('keeps cards in the order they are put', async () => {
    const [a, b, c] = [await add('a'), await add('b'), await add('c')];
    expect(await titlesIn('backlog')).toEqual(['a', 'b', 'c']);
    await moveTo(c, 'backlog');
    await moveTo(a, 'backlog', b);
    expect(await titlesIn('backlog')).toEqual(['c', 'b', 'a']);
  });

  it('has every card in exactly one place after 40 drags at once (TSK-3)', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 8; i += 1) ids.push(await add(`card ${i}`));
    const columns = (await board()).map((k) => k.id);
    const drags = fc.sample(fc.tuple(fc.nat(7), fc.nat(3), fc.option(fc.nat(7))), { numRuns: 40, seed: 2016 });
    const results = await Promise.allSettled(
      drags.map(([card, to, after]) =>
        world.get(MoveCard).execute(scope, cora, ids[card]!, columns[to]!, after === null ? null : ids[after]!),
      ),
    );
    expect(codes(results)).toEqual(drags.map(() => 'done'));
    const shown = (await board()).flatMap((k) => k.cards.map((c) => c.id as string));
    expect([...shown].sort()).toEqual([...ids].sort());
    expect((await board()).flatMap((k) => k.cards.map((c) => c.id as string))).toEqual(shown);
  });

  it('renumbers a column whose ranks have grown long (TSK-3)', async () => {
    const [a, b] = [await add('a'), await add('b')];
    const expected = ['a', 'b'];
    await world.database.run(
      `update volunteers.card set rank = repeat('0', 90) || case when id = $1 then '1' else '2' end where id = any($2::uuid[])`,
      [a, [a, b]],
    );
    const c = await add('c');
    await moveTo(c, 'backlog', a);
    expect(await titlesIn('backlog')).toEqual([expected[0], 'c', expected[1]]);
    const { longest } = await world.database.one<{ longest: number }>(
      'select max(length(rank))::int as longest from volunteers.card where board_id = $1',
      [boardId],
    );
    expect(longest).toBeLessThan(10);
  });

  it('holds a hard limit under 20 moves at once (TSK-2)', async () => {
    const doing = await column('doing');
    await world.get(OpenBoard).limit(scope, doing.id, 5, true);
    const ids: string[] = [];
    for (let i = 0; i < 20; i += 1) ids.push(await add(`card ${i}`));
    const results = await Promise.allSettled(ids.map((id) => world.get(MoveCard).execute(scope, cora, id, doing.id, null)));
    expect(codes(results)).toEqual([...Array.from({ length: 15 }, () => 'WIP_LIMIT'), ...Array.from({ length: 5 }, () => 'done')]);
    await expect(world.get(OpenBoard).limit(scope, doing.id, 4, true)).rejects.toMatchObject({ code: 'WIP_BELOW_PRESENT' });
  });

  it('is three statements, however many cards it has', async () => {
    for (let i = 0; i < 5; i += 1) await add(`card ${i}`, { dueDaysBefore: 3, checklist: ['one', 'two'] });
    await world.get(ClaimCard).claim(scope, vera, (await column('backlog')).cards[0]!.id);
    const asked = jest.spyOn(world.database, 'query');
    const [shown] = await board();
    expect(asked.mock.calls.length).toBeLessThanOrEqual(3);
    asked.mockRestore();
    expect(shown?.cards[0]).toMatchObject({
      assigneeName: 'Vera',
      checklist: [
        { text: 'one', done: false },
        { text: 'two', done: false },
      ],
    });
  });

  it('shows no names to people outside, and nothing of a private board', async () => {
    await expect(world.get(ShowBoards).whole(scope.eventId, boardId, undefined)).rejects.toMatchObject({ code: 'NO_SUCH_THING_HERE' });
    const open = await world.get(OpenBoard).execute(scope, cora, { name: 'Open', isPublic: true });
    const card = await world.get(AddCard).execute(scope, cora, open, { title: 'Chairs' });
    await world.get(ClaimCard).claim(scope, vera, card);
    const [backlog] = await world.get(ShowBoards).whole(scope.eventId, open, undefined);
    expect(backlog?.cards[0]).toMatchObject({ assigneeName: null, assigneeId: null });
  });

  it('stays in its event', async () => {
    const card = await add('mine');
    const other = await world.event();
    await expect(world.get(ClaimCard).claim(other.scope, cora, card)).rejects.toMatchObject({ code: 'NO_SUCH_THING_HERE' });
    await expect(world.get(MoveCard).execute(other.scope, cora, card, (await column('done')).id, null)).rejects.toMatchObject({
      code: 'NO_SUCH_THING_HERE',
    });
  });
});

describe('a card', () => {
  it('lets two people edit different fields, and shows both values of the same (TSK-1)', async () => {
    const id = await add('Chairs');
    const edit = world.get(EditCard);
    await edit.execute(scope, cora, id, 1, { title: 'Red chairs' });
    await edit.execute(scope, vera, id, 1, { description: 'from the hall' });
    const conflicts = [{ field: 'title', theirs: 'Red chairs', yours: 'Tables' }];
    await expect(edit.execute(scope, vera, id, 1, { title: 'Tables' })).rejects.toMatchObject({
      code: 'FIELD_CHANGED',
      details: { version: 3, conflicts },
    });
    expect(await world.get(ShowBoards).card(scope.eventId, id)).toMatchObject({
      title: 'Red chairs',
      description: 'from the hall',
      version: 3,
    });
  });

  it('is claimed by one of 20 who press at once, and given back (TSK-6)', async () => {
    const id = await add('Coffee');
    const people = await Promise.all(Array.from({ length: 20 }, (_, i) => person(`Volunteer ${i}`, 'volunteer')));
    const results = await Promise.allSettled(people.map((p) => world.get(ClaimCard).claim(scope, p, id)));
    expect(codes(results)).toEqual([...Array.from({ length: 19 }, () => 'ALREADY_CLAIMED'), 'done']);
    const holder = people[results.findIndex((r) => r.status === 'fulfilled')]!;
    await expect(world.get(ClaimCard).release(scope, vera, id)).rejects.toMatchObject({ code: 'SOMEBODY_ELSES_TASK' });
    await world.get(ClaimCard).release(scope, holder, id);
    await world.get(ClaimCard).claim(scope, vera, id);
    await expect(moveTo(id, 'doing', null, vic)).rejects.toMatchObject({ code: 'SOMEBODY_ELSES_TASK' });
    await moveTo(id, 'doing', null, vera);
  });

  it('is not done while it waits, and nothing waits in a circle, also not at once (TSK-4)', async () => {
    const [a, b, c] = [await add('a'), await add('b'), await add('c')];
    const block = world.get(BlockCard);
    const results = await Promise.allSettled([block.block(scope, a, b), block.block(scope, b, c), block.block(scope, c, a)]);
    expect(codes(results)).toEqual(['TASK_CIRCLE', 'done', 'done']);
    await expect(block.block(scope, a, a)).rejects.toMatchObject({ code: 'TASK_CIRCLE' });
    const waiting = [a, b, c][results.findIndex((r) => r.status === 'fulfilled')]!;
    await expect(moveTo(waiting, 'done')).rejects.toMatchObject({ code: 'TASK_BLOCKED' });
  });

  it('comes to the coordinator three days before it is due, and back from a silent holder (TSK-6)', async () => {
    await world.database.run(`update events.event set starts_on = '2026-05-20' where id = $1`, [scope.eventId]);
    const late = await add('Order bread', { dueDaysBefore: 16 });
    const later = await add('Fetch bread', { dueDaysBefore: 0 });
    await world.get(ClaimCard).claim(scope, vera, later);
    const claims = world.get(LookAfterClaims);
    await claims.handOverUnclaimed();
    const holderOf = async (id: string) => (await world.get(ShowBoards).card(scope.eventId, id)).assigneeId;
    expect(await holderOf(late)).toBe(cora.accountId);
    world.clock.advance(7 * 24 * 3_600_000);
    await claims.askTheQuiet();
    await claims.takeBackTheSilent();
    expect(await holderOf(later)).toBe(vera.accountId);
    world.clock.advance(3 * 24 * 3_600_000);
    await claims.takeBackTheSilent();
    expect(await holderOf(later)).toBeNull();
  });
});
