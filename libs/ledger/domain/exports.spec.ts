import { parse } from 'csv-parse/sync';
import { type ExportedEntry, toCsv, toHledger } from './exports.js';

const entry = (more: Partial<ExportedEntry> = {}): ExportedEntry => ({
  id: '0192a000-0000-7000-8000-000000000001',
  booked_on: '2026-05-01',
  text: 'Card payment received',
  source_kind: 'payment',
  source_id: 'p1',
  reverses: null,
  sequence: 1n,
  lines: [
    { account: 'Assets:Stripe:Balance', commodity: 'GBP', debit: '5000', credit: '0' },
    { account: 'Income:Pledges:Individuals', commodity: 'GBP', debit: '0', credit: '5000' },
  ],
  ...more,
});

it('writes a journal that declares what it uses (REP-2)', () => {
  expect(toHledger('Books of Together', [entry()])).toBe(
    `; Books of Together
decimal-mark .
commodity 1000.00 GBP
account Assets:Stripe:Balance
account Income:Pledges:Individuals

2026-05-01 (1) Card payment received  ; id:0192a000-0000-7000-8000-000000000001, source:payment/p1
    Assets:Stripe:Balance                         50.00 GBP
    Income:Pledges:Individuals                    -50.00 GBP
`,
  );
});

it('lets no text break out of its line', () => {
  const text = toHledger('t', [entry({ text: 'a ; b\n2026-01-01 c\n  Assets:X  1' })]);
  expect(text).toContain('(1) a b 2026-01-01 c Assets:X 1  ; id:');
});

it('writes a spreadsheet in which nothing runs as a formula', () => {
  const rows = parse(toCsv([entry({ text: '=HYPERLINK("http://x"), "quoted"\nand more', source_id: '@sum' })]), {
    columns: true,
  }) as Record<string, string>[];
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({ text: `'=HYPERLINK("http://x"), "quoted"\nand more`, debit: '50.00', credit: '', source_id: `'@sum` });
});

it('writes yen without a fraction and dinars with three digits', () => {
  const lines = [
    { account: 'Assets:Bank:Main', commodity: 'JPY', debit: '500', credit: '0' },
    { account: 'Equity:Opening', commodity: 'JPY', debit: '0', credit: '500' },
    { account: 'Assets:Bank:Main', commodity: 'KWD', debit: '1234', credit: '0' },
    { account: 'Equity:Opening', commodity: 'KWD', debit: '0', credit: '1234' },
  ];
  const text = toHledger('t', [entry({ lines })]);
  expect(text).toContain('commodity 1000. JPY\ncommodity 1000.000 KWD');
  expect(text).toMatch(/Assets:Bank:Main +500 JPY\n.*-500 JPY\n.* 1\.234 KWD\n.*-1\.234 KWD/);
});
