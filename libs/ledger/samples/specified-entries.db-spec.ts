import { spawnSync } from 'node:child_process';
import { type Id, fromDecimal, money, toDecimal } from '#kernel';
import { type World, testWorld } from '../../../test/support/world.js';
import type { DraftLine } from '../domain/journal-entry.js';
import { exportHledger } from '../export-hledger.js';
import { Ledger } from '../ledger.js';
import { LedgerModule } from '../ledger.module.js';
import { trialBalance } from '../store/balances.query.js';
import { SealJournal } from '../use-cases/seal-journal.js';
import { SPECIFIED_ENTRIES } from './specified-entries.js';

let world: World;
let eventId: Id<'event'>;

const lines = (text: string, side: 'debit' | 'credit'): DraftLine[] =>
  text.split(', ').map((part) => {
    const [account = '', amount = '', commodity = 'GBP'] = part.split(' ');
    return { account, commodity, [side]: fromDecimal(amount, 'GBP').minor };
  });

const hledger = (journal: string, ...args: string[]) => spawnSync('hledger', ['-f', '-', ...args], { input: journal, encoding: 'utf8' });

/** What is left on each account of some commodity, as the specification prints it: debit positive. */
async function balances(commodity: string): Promise<Map<string, bigint>> {
  const rows = await trialBalance(world.database, eventId);
  return new Map(rows.filter((r) => r.commodity === commodity).map((r) => [r.account, r.debit_minor - r.credit_minor]));
}

beforeAll(async () => {
  world = await testWorld([LedgerModule]);
  ({ eventId } = await world.event());
  for (const [i, row] of SPECIFIED_ENTRIES.entries()) {
    const [id = '', text = '', debits = '', credits = ''] = row.split(' | ');
    const on = `2016-${String(1 + Math.floor(i / 28)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`;
    const draft = { eventId, on, text, source: { kind: 'specified', id }, lines: [...lines(debits, 'debit'), ...lines(credits, 'credit')] };
    await world.unitOfWork.run((tx) => world.get(Ledger).post(tx, draft));
  }
  await world.get(SealJournal).execute();
});
afterAll(() => world.close());

describe('the 79 entries of the specification', () => {
  const ending = (account: string) => account === 'Assets:Bank:Main' || account === 'Assets:Stripe:Balance';

  it('leave 277.40 at the bank and 234.37 at Stripe, and nothing on any clearing account', async () => {
    expect(SPECIFIED_ENTRIES).toHaveLength(79);
    const left = await balances('GBP');
    expect(left.get('Assets:Bank:Main')).toBe(27_740n);
    expect(left.get('Assets:Stripe:Balance')).toBe(23_437n);
    const clearing = [...left].filter(([account]) => /^(Assets|Liabilities):/.test(account) && !ending(account));
    expect(clearing.filter(([, minor]) => minor !== 0n)).toEqual([]);
  });

  it('make 8,237.42 of income and 7,725.65 of expenses: the surplus that is carried over', async () => {
    const left = await balances('GBP');
    const sum = (prefix: string) =>
      [...left].filter(([account]) => account.startsWith(prefix)).reduce((total, [, minor]) => total + minor, 0n);
    expect(-sum('Income:')).toBe(823_742n);
    expect(sum('Expenses:')).toBe(772_565n);
    expect(-sum('Equity:Surplus:WGT17')).toBe(51_177n);
    expect(-sum('Income:') - sum('Expenses:')).toBe(51_177n);
  });

  it('keep promises and hours out of the money', async () => {
    expect([...(await balances('PLEDGEGBP')).values()].every((minor) => minor === 0n)).toBe(true);
    expect((await balances('VOLHOURS')).get('Equity:Memo:VolunteerHours')).toBe(1_250n);
  });

  it('stand against their budget in hledger with the actuals of our journal, where it is installed (BUD-1)', async () => {
    const planned = money(150_000n, 'GBP');
    const line = { eventId, name: 'Food', planned, account: 'Expenses:Catering', source: { kind: 'decision', id: 'food' } };
    await world.unitOfWork.run((tx) => world.get(Ledger).budgetLine(tx, line));
    const journal = await exportHledger(world.database, eventId);
    expect(journal).toMatch(/^~ 2016-01-01 {2}the budget\n {4}\(Expenses:Catering\) +1500\.00 GBP$/m);
    const { status, stdout } = hledger(journal, 'balance', '--budget', 'Expenses:Catering', '-O', 'csv');
    if (status !== 0) return;
    const actual = (await balances('GBP')).get('Expenses:Catering')!;
    expect(stdout).toContain(`"Expenses:Catering","${toDecimal(money(actual, 'GBP'))} GBP","1500.00 GBP"`);
  });

  it('are accepted by hledger in strict mode with the same balances, where it is installed (REP-2)', async () => {
    const journal = await exportHledger(world.database, eventId);
    const installed = hledger(journal, '--version').status === 0;
    if (!installed) return expect(journal).toContain('commodity 1000.00 VOLHOURS\naccount Assets:Bank:Main\n');
    expect(hledger(journal, 'check', '--strict', 'ordereddates')).toMatchObject({ status: 0, stderr: '' });
    const { stdout } = hledger(journal, 'balance', '--flat', '--no-total', '--empty', '-O', 'csv', 'cur:GBP');
    const theirs = new Map(
      stdout
        .trim()
        .split('\n')
        .slice(1)
        .map((row) => row.replace(/"/g, '').split(',') as [string, string]),
    );
    for (const [account, minor] of await balances('GBP'))
      expect([account, fromDecimal(theirs.get(account)?.replace(' GBP', '') ?? 'missing', 'GBP').minor]).toEqual([account, minor]);
  });
});
