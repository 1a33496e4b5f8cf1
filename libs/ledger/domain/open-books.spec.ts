import { account } from './chart-of-accounts.js';
import { openBooks } from './open-books.js';

const row = (name: string, balance: bigint, commodity = 'GBP') => ({
  account: account(name),
  commodity,
  debit_minor: balance > 0n ? balance : 0n,
  credit_minor: balance < 0n ? -balance : 0n,
});

describe('open books (PUB-1)', () => {
  const books = openBooks(
    [
      row('Income:Pledges:Individuals', -10_000n),
      row('Income:Pledges:Refunded', 2_000n),
      row('Income:InKind:Venue', -600_000n),
      row('Expenses:InKind:Venue', 600_000n),
      row('Expenses:Fees:StripeProcessing', 150n),
      row('Expenses:Catering', 4_000n),
      row('Liabilities:Payable:Expenses', -1_000n),
      row('Liabilities:UnidentifiedReceipts', -3_500n),
      row('Assets:Bank:Main', 8_350n),
      row('Equity:Memo:VolunteerHours', 1_250n, 'VOLHOURS'),
      row('Equity:Memo:PledgesOutstanding', 700n, 'PLEDGEGBP'),
    ],
    'GBP',
  );

  it('show what was raised, kept by fees, spent, owed and left', () => {
    expect([books.raised.minor, books.fees.minor, books.spent.minor, books.committed.minor, books.left]).toEqual([
      8_000n,
      150n,
      3_000n,
      1_000n,
      3_850n,
    ]);
  });

  it('open every number to the accounts behind it', () => {
    expect(books.raised.lines).toEqual([
      { account: 'Income:Pledges:Individuals', minor: 10_000n },
      { account: 'Income:Pledges:Refunded', minor: -2_000n },
    ]);
    for (const figure of [books.raised, books.fees, books.spent, books.committed, books.inKind]) {
      expect(figure.lines.reduce((sum, l) => sum + l.minor, 0n)).toBe(figure.minor);
    }
  });

  it('keep gifts in kind, hours and promises out of every cash figure', () => {
    expect(books.inKind.minor).toBe(600_000n);
    expect(books.hours).toBe(1_250n);
    expect(books.promised).toBe(700n);
  });

  it('say what is not explained', () => expect(books.suspense).toBe(3_500n));
});
