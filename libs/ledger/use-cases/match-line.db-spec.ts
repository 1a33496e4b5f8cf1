import { type Id, money } from '#kernel';
import type { EventScope } from '#platform';
import { type World, testWorld } from '../../../test/support/world.js';
import { CONDITIONAL_PLEDGES } from '../domain/postings/index.js';
import type { CsvMapping } from '../importers/bank-csv.js';
import { Ledger } from '../ledger.js';
import { LedgerModule } from '../ledger.module.js';
import type { BankLineRow } from '../store/bank-lines.store.js';
import type { OpenItemRow } from '../store/open-items.store.js';
import { ImportStatement } from './import-statement.js';
import { MatchLine } from './match-line.js';
import { ReleaseLine } from './release-line.js';
import { ShowBank } from './show-bank.js';

let world: World;
const ZERO = '00000000-0000-0000-0000-000000000000';
const mapping: CsvMapping = {
  separator: ';',
  decimalMark: ',',
  dateForm: 'dd.MM.yyyy',
  skipRows: 0,
  date: 'Tag',
  amount: 'Betrag',
  text: ['Text'],
};

/** An event with these amounts on its bank statement, and one thing expected. */
async function given(
  currency: string,
  expected: bigint,
  ...written: string[]
): Promise<{ scope: EventScope; lines: BankLineRow[]; item: OpenItemRow }> {
  const { scope } = await world.event({ currency });
  const amount = money(expected, currency);
  await world.unitOfWork.run((tx) =>
    world.get(Ledger).expect(tx, {
      eventId: scope.eventId,
      kind: 'pledge_transfer',
      sourceId: 'pledge',
      direction: 'in',
      amount,
      counterAccount: CONDITIONAL_PLEDGES,
      text: 'Pledge by bank transfer',
      inParts: true,
    }),
  );
  const rows = written.map((w, i) => `0${i + 1}.06.2026;Überweisung;${w}`);
  const bytes = Buffer.from(['Tag;Text;Betrag', ...rows, ''].join('\n'), 'latin1');
  await world.get(ImportStatement).execute(scope, { fileName: 'juni.csv', bytes, mapping });
  const bank = world.get(ShowBank);
  const [item] = await bank.expected(scope, 1, ZERO);
  return { scope, lines: await bank.unexplained(scope, 100, ['0001-01-01', ZERO]), item: item! };
}

const match = (scope: EventScope, line: BankLineRow, openItemId: Id<'open item'>) =>
  world.get(MatchLine).execute(scope, line.id, [{ openItemId }]);
const facts = async (scope: EventScope) =>
  (
    await world.database.query<{ type: string; amount: number; whole: boolean | null }>(
      `select type, (body->>'amount')::int as amount, (body->>'whole')::boolean as whole from platform.fact where event_id = $1 and type like 'ExpectedItem%' order by id`,
      [scope.eventId],
    )
  ).map((f) => [f.type, f.amount, f.whole]);

beforeAll(async () => {
  world = await testWorld([LedgerModule]);
});
afterAll(() => world.close());

it('settles something expected in parts, and says when it is whole', async () => {
  const { scope, lines, item } = await given('EUR', 5_000n, '20,00', '30,00');
  expect(lines[0]!.text).toBe('Überweisung');
  await match(scope, lines[0]!, item.id);
  await match(scope, lines[1]!, item.id);
  expect(await world.get(ShowBank).expected(scope, 10, ZERO)).toEqual([]);
  await world.get(ReleaseLine).undo(scope, lines[0]!.id, 'another giver');
  expect(await world.get(ShowBank).expected(scope, 10, ZERO)).toMatchObject([{ state: 'part_matched', settled_minor: 3_000n }]);
  expect(await facts(scope)).toEqual([
    ['ExpectedItemMatched', 2_000, false],
    ['ExpectedItemMatched', 3_000, true],
    ['ExpectedItemUnmatched', 2_000, null],
  ]);
  expect(await world.get(Ledger).balanceOf(world.database, scope.eventId, 'Assets:Bank:Main', 'EUR')).toBe(3_000n);
});

it('takes no more than is expected', async () => {
  const { scope, lines, item } = await given('EUR', 5_000n, '50,01');
  await expect(match(scope, lines[0]!, item.id)).rejects.toMatchObject({ code: 'ITEM_AMOUNT_DIFFERS' });
  expect(await facts(scope)).toEqual([]);
});

it('never settles money in by money out', async () => {
  const { scope, lines, item } = await given('EUR', 5_000n, '-50,00');
  await expect(match(scope, lines[0]!, item.id)).rejects.toMatchObject({ code: 'ITEM_AMOUNT_DIFFERS' });
});

it('does not know what another event expects, nor its bank lines (I9)', async () => {
  const mine = await given('EUR', 5_000n, '50,00');
  const other = await given('EUR', 5_000n, '50,00');
  await expect(match(mine.scope, mine.lines[0]!, other.item.id)).rejects.toMatchObject({ code: 'NO_SUCH_OPEN_ITEM' });
  await expect(match(mine.scope, other.lines[0]!, mine.item.id)).rejects.toMatchObject({ code: 'NO_SUCH_LINE' });
});

it('keeps books in a currency without minor units', async () => {
  const { scope, lines, item } = await given('JPY', 5_000n, '5.000');
  await match(scope, lines[0]!, item.id);
  expect(await world.get(Ledger).balanceOf(world.database, scope.eventId, 'Assets:Bank:Main', 'JPY')).toBe(5_000n);
});

it('settles one expectation once when two lines claim it at the same time', async () => {
  const { scope, lines, item } = await given('EUR', 5_000n, '50,00', '50,00', '50,00', '50,00');
  const answers = await Promise.allSettled(lines.map((l) => match(scope, l, item.id)));
  expect(answers.filter((a) => a.status === 'fulfilled')).toHaveLength(1);
  expect(await world.get(Ledger).balanceOf(world.database, scope.eventId, 'Assets:Bank:Main', 'EUR')).toBe(5_000n);
});
