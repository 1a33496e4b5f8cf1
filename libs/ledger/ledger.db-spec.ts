import { type Id, money } from '#kernel';
import { type World, testWorld } from '../../test/support/world.js';
import type { Expectation } from './store/open-items.store.js';
import { Ledger } from './ledger.js';
import { LedgerModule } from './ledger.module.js';
import { ShowBudget } from './use-cases/show-budget.js';

let world: World;
let eventId: Id<'event'>;
let scope: Awaited<ReturnType<World['event']>>['scope'];
const ledger = () => world.get(Ledger);
const gbp = (minor: bigint) => money(minor, 'GBP');
const goal = async () => (await ledger().cashGoalOf(world.database, eventId))?.minor;
const factsOf = (type: string) =>
  world.database.query<{ body: object }>('select body from platform.fact where type = $1 and event_id = $2 order by id', [type, eventId]);

beforeAll(async () => {
  world = await testWorld([LedgerModule]);
});
beforeEach(async () => {
  ({ eventId, scope } = await world.event());
});
afterAll(() => world.close());

describe('the budget', () => {
  const line = (id: string, planned = gbp(600_000n)) =>
    world.unitOfWork.run((tx) =>
      ledger().budgetLine(tx, { eventId, name: 'A room', planned, account: 'Expenses:Venue', source: { kind: 'decision', id } }),
    );

  it('has no cash goal while it is empty', async () => expect(await goal()).toBeUndefined());

  it('makes a line once for its source and tells so once (BUD-1)', async () => {
    const id = await line('a');
    expect(await line('a')).toBe(id);
    expect(await factsOf('BudgetLineAdded')).toEqual([{ body: { lineId: id, planned: 600_000, currency: 'GBP' } }]);
  });

  it('lowers the cash goal by what is given in kind, never under nothing, once per gift (CAM-5)', async () => {
    const lineId = await line('a');
    await line('b', gbp(500_000n));
    const give = (amount: bigint, id: string) =>
      world.unitOfWork.run((tx) => ledger().meetInKind(tx, { eventId, lineId, amount: gbp(amount), source: { kind: 'gift', id } }));
    expect(await goal()).toBe(1_100_000n);
    await give(600_000n, 'room');
    await give(600_000n, 'room');
    expect(await goal()).toBe(500_000n);
    await give(50_000n, 'chairs');
    expect(await goal()).toBe(500_000n);
    await give(-600_000n, 'room fell through');
    expect(await goal()).toBe(1_050_000n);
    expect(await factsOf('NeedMetInKind')).toHaveLength(3);
  });

  it('refuses another currency than the book, and a need of another event', async () => {
    await expect(line('a', money(1n, 'EUR'))).rejects.toMatchObject({ code: 'WRONG_CURRENCY' });
    const lineId = await line('a');
    const other = await world.event();
    const give = world.unitOfWork.run((tx) =>
      ledger().meetInKind(tx, { eventId: other.eventId, lineId, amount: gbp(1n), source: { kind: 'gift', id: 'x' } }),
    );
    await expect(give).rejects.toMatchObject({ code: 'NO_SUCH_BUDGET_LINE' });
  });

  it('gets a line when a vote funds a proposal, once, that leads back to both', async () => {
    const body = {
      proposalId: 'proposal-1',
      ballotId: '0192a000-0000-7000-8000-000000000009',
      title: 'A night of films',
      cost: { amount: 42_000, currency: 'GBP' },
    };
    await world.unitOfWork.run((tx) => tx.fact({ type: 'ProposalFunded', eventId, body }));
    await world.unitOfWork.run((tx) => tx.fact({ type: 'ProposalFunded', eventId, body }));
    await world.drain();
    const { lines } = await world.get(ShowBudget).execute(scope);
    expect(lines.map((l) => l.row)).toMatchObject([
      { name: 'A night of films', source_kind: 'proposal', source_id: 'proposal-1', ballot_id: body.ballotId, planned_minor: 42_000n },
    ]);
  });
});

describe('what is expected at the bank', () => {
  const item: Omit<Expectation, 'eventId'> = {
    kind: 'payout',
    sourceId: 'po_1',
    direction: 'in',
    amount: gbp(100n),
    counterAccount: 'Assets:Stripe:PayoutsInTransit',
    text: 'Payout reached the bank',
  };
  const expect_ = (more: Partial<Expectation> = {}) => world.unitOfWork.run((tx) => ledger().expect(tx, { eventId, ...item, ...more }));
  const withdraw = () => world.unitOfWork.run((tx) => ledger().withdrawExpectation(tx, { eventId, kind: 'payout', sourceId: 'po_1' }));
  const open = () => world.database.query<object>('select amount_minor, state from ledger.open_item where event_id = $1', [eventId]);

  it('is one thing however often it is said, and may change while nothing has arrived', async () => {
    await expect_();
    expect(await expect_({ amount: gbp(120n) })).toBe(true);
    expect(await open()).toEqual([{ amount_minor: 120n, state: 'open' }]);
  });

  it('can be taken back, and expected again', async () => {
    await expect_();
    expect(await withdraw()).toBe(true);
    expect(await withdraw()).toBe(false);
    expect(await expect_()).toBe(true);
    expect(await open()).toMatchObject([{ state: 'open' }]);
  });

  it('names an account of the chart', async () => {
    await expect(expect_({ counterAccount: 'Assets:Pocket' })).rejects.toThrow('Assets:Pocket is not an account of the chart');
  });
});
