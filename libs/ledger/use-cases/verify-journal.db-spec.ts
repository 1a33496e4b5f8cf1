import pg from 'pg';
import { type Id, money } from '#kernel';
import { Checks } from '#platform';
import { type World, testWorld } from '../../../test/support/world.js';
import { cardPaymentReceived } from '../domain/postings/index.js';
import { Ledger } from '../ledger.js';
import { LedgerModule } from '../ledger.module.js';
import { SealJournal } from './seal-journal.js';
import { VerifyJournal } from './verify-journal.js';

let world: World;
let eventId: Id<'event'>;

/** Does what no role of the application can: changes history with the guards switched off. */
async function tamper(statement: string): Promise<void> {
  const owner = new pg.Client({ connectionString: world.ownerUrl });
  await owner.connect();
  await owner.query(`set session_replication_role = replica; ${statement}`).finally(() => owner.end());
}

const verify = () => world.get(VerifyJournal).execute(world.database, eventId);

beforeEach(async () => {
  world = await testWorld([LedgerModule]);
  ({ eventId } = await world.event());
  for (let n = 1; n <= 12; n += 1) {
    await world.unitOfWork.run((tx) =>
      world.get(Ledger).post(tx, cardPaymentReceived({ eventId, on: '2026-05-01', id: `${n}`, amount: money(100n, 'GBP') })),
    );
  }
  await world.get(SealJournal).execute();
});
afterEach(() => world.close());

it('finds an untouched chain whole (JRN-5)', async () => {
  expect(await verify()).toEqual({ sealed: 12, head: expect.stringMatching(/^[0-9a-f]{64}$/), faults: [] });
});

it.each([
  [
    'an amount',
    `update ledger.journal_line set debit_minor = 1 where debit_minor > 0 and entry_id = (select entry_id from ledger.seal where sequence = 5)`,
  ],
  ['a text', `update ledger.journal_entry set text = 'something else' where id = (select entry_id from ledger.seal where sequence = 5)`],
  ['a day', `update ledger.journal_entry set booked_on = '2026-05-02' where id = (select entry_id from ledger.seal where sequence = 5)`],
  [
    'an account',
    `update ledger.journal_line set account = 'Assets:Bank:Main' where line_no = 1 and entry_id = (select entry_id from ledger.seal where sequence = 5)`,
  ],
])('finds %s that was changed, where it was changed (JRN-5, I2)', async (_, statement) => {
  await tamper(statement);
  expect((await verify()).faults).toEqual([expect.objectContaining({ sequence: 5, fault: 'the entry is not what was sealed' })]);
  const broken = (await world.get(Checks).askAll()).filter((r) => r.violations.length > 0).map((r) => r.invariant);
  expect(broken).toContain('I2');
});

it('finds a seal that was taken out, and an entry that was hidden from the chain (JRN-5, I2)', async () => {
  await tamper('delete from ledger.seal where sequence = 3');
  expect((await verify()).faults.map((f) => f.fault)).toContain('a seal before it is missing');
  const { violations } = (await world.get(Checks).askAll()).find((r) => r.invariant === 'I2')!;
  expect(violations).toContainEqual(expect.objectContaining({ fault: 'neither sealed nor waiting for its seal' }));
});
