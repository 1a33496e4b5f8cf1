import pg from 'pg';
import { type Id, money } from '#kernel';
import { Checks } from '#platform';
import { type World, testWorld } from '../../../test/support/world.js';
import { PAYOUTS_IN_TRANSIT, cardPaymentReceived } from '../domain/postings/index.js';
import type { CsvMapping } from '../importers/bank-csv.js';
import { Ledger } from '../ledger.js';
import { LedgerModule } from '../ledger.module.js';
import { ImportStatement } from '../use-cases/import-statement.js';
import { MatchLine } from '../use-cases/match-line.js';
import { SealJournal } from '../use-cases/seal-journal.js';
import { ShowBank } from '../use-cases/show-bank.js';
import { VerifyJournal } from '../use-cases/verify-journal.js';

let world: World;
let owner: pg.Client;
let eventId: Id<'event'>;
let tables: string[];

const broken = async () => (await world.get(Checks).askAll()).filter((r) => r.violations.length > 0).map((r) => r.invariant);
const verify = () => world.get(VerifyJournal).execute(world.database, eventId);
const mapping: CsvMapping = {
  separator: ',',
  decimalMark: '.',
  dateForm: 'yyyy-MM-dd',
  skipRows: 0,
  date: 'Date',
  amount: 'Amount',
  text: ['Text'],
};

/** A book with payments and a matched payout, all of it sealed, and a copy of it to mend it from. */
beforeAll(async () => {
  world = await testWorld([LedgerModule]);
  const event = await world.event();
  eventId = event.eventId;
  const amount = money(10_000n, 'GBP');
  await world.unitOfWork.run(async (tx) => {
    const ledger = world.get(Ledger);
    for (let n = 1; n <= 9; n += 1) await ledger.post(tx, cardPaymentReceived({ eventId, on: '2026-05-01', id: `payment ${n}`, amount }));
    await ledger.expect(tx, {
      eventId,
      kind: 'payout',
      sourceId: 'po',
      direction: 'in',
      amount,
      counterAccount: PAYOUTS_IN_TRANSIT,
      text: 'Payout reached the bank',
    });
  });
  await world
    .get(ImportStatement)
    .execute(event.scope, { fileName: 'f', bytes: Buffer.from('Date,Text,Amount\n2026-05-04,STRIPE,100.00\n'), mapping });
  const [line] = await world.get(ShowBank).unexplained(event.scope, 1, ['0001-01-01', '00000000-0000-0000-0000-000000000000']);
  const [best] = await world.get(ShowBank).suggestions(event.scope, line!.id);
  await world.get(MatchLine).execute(event.scope, line!.id, [{ openItemId: best!.item.id }]);
  await world.get(SealJournal).execute();
  // The owner of the database with the guards switched off: what no role of the application can do.
  owner = new pg.Client({ connectionString: world.ownerUrl });
  await owner.connect();
  await owner.query('set session_replication_role = replica; create schema kept');
  tables = (await owner.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'ledger'`)).rows.map(
    (r) => r.name,
  );
  for (const table of tables) await owner.query(`create table kept.${table} as table ledger.${table}`);
});
afterEach(async () => {
  for (const table of tables) await owner.query(`delete from ledger.${table}; insert into ledger.${table} select * from kept.${table}`);
});
afterAll(async () => {
  await owner.end();
  await world.close();
});

it('find nothing in sound books', async () => {
  expect(await broken()).toEqual([]);
  expect(await verify()).toEqual({ sealed: 10, head: expect.stringMatching(/^[0-9a-f]{64}$/), faults: [] });
});

it.each([
  ['I1', 'a line changed', `update ledger.journal_line set credit_minor = credit_minor + 1 where credit_minor > 0`],
  ['I1', 'an entry without its lines', `delete from ledger.journal_line where line_no = 2`],
  ['I1', 'a kept sum that drifted', `update ledger.daily_turnover set debit_minor = debit_minor + 1 where debit_minor > 0`],
  ['I10', 'a line matched, its match gone', `delete from ledger.match_part; delete from ledger.match`],
  ['I10', 'a match of another amount', `update ledger.match_part set amount_minor = amount_minor - 1`],
  ['I10', 'an expectation settled by nothing', `update ledger.open_item set settled_minor = 1, in_parts = true, state = 'part_matched'`],
  [
    'JRN-6',
    'a debt for an expense that is not there',
    `update ledger.journal_line set account = 'Liabilities:Payable:Expenses' where account = 'Income:Pledges:Individuals'`,
  ],
  [
    'JRN-8',
    'refunds that are owed and no money to pay them',
    `update ledger.journal_line set account = 'Liabilities:RefundsPending' where account = 'Income:Pledges:Individuals';
     update ledger.journal_line set account = 'Expenses:Other' where account = 'Assets:Stripe:Balance'`,
  ],
  ['I11', 'a currency nobody knows', `update ledger.book set currency = 'XQX'`],
])('find %s broken by %s', async (invariant, _, statement) => {
  await owner.query(statement);
  expect(await broken()).toContain(invariant);
});

it.each([
  ['an amount that may have fractions', 'alter column amount_minor type numeric', 'alter column amount_minor type bigint'],
  ['a bound that is not proved', 'add constraint later check (amount_minor < 5) not valid', 'drop constraint later'],
])('find I11 broken by %s', async (_, change, back) => {
  await owner.query(`alter table ledger.expense ${change}`);
  const found = await broken();
  await owner.query(`alter table ledger.expense ${back}`);
  expect(found).toContain('I11');
});

const FIFTH = `(select entry_id from ledger.seal where sequence = 5)`;

it.each([
  ['an amount', `update ledger.journal_line set debit_minor = 1 where debit_minor > 0 and entry_id = ${FIFTH}`],
  ['a text', `update ledger.journal_entry set text = 'something else' where id = ${FIFTH}`],
  ['a day', `update ledger.journal_entry set booked_on = '2026-05-02' where id = ${FIFTH}`],
  ['an account', `update ledger.journal_line set account = 'Assets:Bank:Main' where line_no = 1 and entry_id = ${FIFTH}`],
])('find %s that was changed, where it was changed (JRN-5, I2)', async (_, statement) => {
  await owner.query(statement);
  expect((await verify()).faults).toEqual([expect.objectContaining({ sequence: 5, fault: 'the entry is not what was sealed' })]);
  expect(await broken()).toContain('I2');
});

it('find a seal that was taken out, and the entry that it hid from the chain (JRN-5, I2)', async () => {
  await owner.query('delete from ledger.seal where sequence = 3');
  expect((await verify()).faults.map((f) => f.fault)).toContain('a seal before it is missing');
  const { violations } = (await world.get(Checks).askAll()).find((r) => r.invariant === 'I2')!;
  expect(violations).toContainEqual(expect.objectContaining({ fault: 'neither sealed nor waiting for its seal' }));
});
