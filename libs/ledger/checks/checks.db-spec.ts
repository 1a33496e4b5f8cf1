import pg from 'pg';
import { money } from '#kernel';
import { Checks } from '#platform';
import { type World, testWorld } from '../../../test/support/world.js';
import { PAYOUTS_IN_TRANSIT, cardPaymentReceived } from '../domain/postings/index.js';
import { Ledger } from '../ledger.js';
import { LedgerModule } from '../ledger.module.js';
import { ImportStatement } from '../use-cases/import-statement.js';
import { MatchLine } from '../use-cases/match-line.js';
import { SealJournal } from '../use-cases/seal-journal.js';
import { ShowBank } from '../use-cases/show-bank.js';

let world: World;

const broken = async () => (await world.get(Checks).askAll()).filter((r) => r.violations.length > 0).map((r) => r.invariant);

/** A book with a payment and a matched payout, all of it sealed. */
beforeEach(async () => {
  world = await testWorld([LedgerModule]);
  const { eventId, scope } = await world.event();
  const amount = money(10_000n, 'GBP');
  await world.unitOfWork.run(async (tx) => {
    const ledger = world.get(Ledger);
    await ledger.post(tx, cardPaymentReceived({ eventId, on: '2026-05-01', id: 'p', amount }));
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
  const mapping = {
    separator: ',',
    decimalMark: '.',
    dateForm: 'yyyy-MM-dd',
    skipRows: 0,
    date: 'Date',
    amount: 'Amount',
    text: ['Text'],
  } as const;
  await world
    .get(ImportStatement)
    .execute(scope, {
      fileName: 'f',
      bytes: Buffer.from('Date,Text,Amount\n2026-05-04,STRIPE,100.00\n'),
      mapping: { ...mapping, text: ['Text'] },
    });
  const [line] = await world.get(ShowBank).unexplained(scope, 1, ['0001-01-01', '00000000-0000-0000-0000-000000000000']);
  const [best] = await world.get(ShowBank).suggestions(scope, line!.id);
  await world.get(MatchLine).execute(scope, line!.id, [{ openItemId: best!.item.id }]);
  await world.get(SealJournal).execute();
});
afterEach(() => world.close());

it('find nothing in sound books', async () => expect(await broken()).toEqual([]));

// Each invariant is broken on purpose, as only the owner of the database with its guards switched off can.
it.each([
  ['I1', 'a line changed', `update ledger.journal_line set credit_minor = credit_minor + 1 where credit_minor > 0`],
  ['I1', 'an entry without its lines', `delete from ledger.journal_line where line_no = 2`],
  ['I1', 'a kept sum that drifted', `update ledger.daily_turnover set debit_minor = debit_minor + 1 where debit_minor > 0`],
  ['I2', 'a text changed', `update ledger.journal_entry set text = 'rewritten'`],
  ['I10', 'a line matched, its match gone', `delete from ledger.match_part; delete from ledger.match`],
  ['I10', 'a match of another amount', `update ledger.match_part set amount_minor = amount_minor - 1`],
  ['I10', 'an expectation settled by nothing', `update ledger.open_item set settled_minor = 1, in_parts = true, state = 'part_matched'`],
  ['I11', 'an amount that may have fractions', `alter table ledger.expense alter column amount_minor type numeric`],
  ['I11', 'a bound that is not proved', `alter table ledger.expense add constraint later check (amount_minor < 5) not valid`],
  ['I11', 'a currency nobody knows', `update ledger.book set currency = 'XQX'`],
])('find %s broken by %s', async (invariant, _, statement) => {
  const owner = new pg.Client({ connectionString: world.ownerUrl });
  await owner.connect();
  await owner.query(`set session_replication_role = replica; ${statement}`).finally(() => owner.end());
  expect(await broken()).toContain(invariant);
});
