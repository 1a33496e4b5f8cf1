import { type Id, money } from '#kernel';
import { type World, testWorld } from '../../../test/support/world.js';
import { cardPaymentReceived } from '../domain/postings/index.js';
import { Ledger } from '../ledger.js';
import { LedgerModule } from '../ledger.module.js';
import { SealJournal } from './seal-journal.js';
import { VerifyJournal } from './verify-journal.js';

let world: World;
let eventId: Id<'event'>;

const post = (id: string) =>
  world.unitOfWork.run((tx) =>
    world.get(Ledger).post(tx, cardPaymentReceived({ eventId, on: '2026-05-01', id, amount: money(1n, 'GBP') })),
  );
const verify = () => world.get(VerifyJournal).execute(world.database, eventId);
const waiting = async () =>
  (await world.database.one<{ n: number }>('select count(*)::int as n from ledger.unsealed where event_id = $1', [eventId])).n;

beforeAll(async () => {
  world = await testWorld([LedgerModule]);
  ({ eventId } = await world.event());
});
afterAll(() => world.close());

it('catches up by itself, without being asked', async () => {
  await post('by itself');
  while ((await waiting()) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await verify()).toMatchObject({ sealed: 1, faults: [] });
});

it('makes one chain however many seal and post at once (JRN-5)', async () => {
  const posting = Array.from({ length: 60 }, (_, i) => post(`${i}`));
  const sealing = Array.from({ length: 8 }, () => world.get(SealJournal).execute());
  await Promise.all([...posting, ...sealing]);
  while ((await waiting()) > 0) await world.get(SealJournal).execute();
  expect(await verify()).toMatchObject({ sealed: 61, faults: [] });
});
