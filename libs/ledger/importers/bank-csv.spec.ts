import { type CsvMapping, readBankCsv } from './bank-csv.js';
import { readAmount } from './amount.js';
import { decode } from './decode.js';

const uk: CsvMapping = {
  separator: ',',
  decimalMark: '.',
  dateForm: 'dd/MM/yyyy',
  skipRows: 0,
  date: 'Date',
  amount: 'Amount',
  text: ['Description'],
  balance: 'Balance',
};
const de: CsvMapping = {
  separator: ';',
  decimalMark: ',',
  dateForm: 'dd.MM.yyyy',
  skipRows: 2,
  date: 'Buchungstag',
  amount: 'Betrag',
  text: ['Verwendungszweck'],
  counterparty: 'Name',
};

describe('amounts as banks write them (REC-10)', () => {
  it.each([
    ['1234.56', '.', 123_456n],
    ['1,234.56', '.', 123_456n],
    ['1.234,56', ',', 123_456n],
    ["1'234.56", '.', 123_456n],
    ['1’234,5', ',', 123_450n],
    ['1\u202f234,56', ',', 123_456n],
    ['-12.00', '.', -1_200n],
    ['12.00-', '.', -1_200n],
    ['−12,00', ',', -1_200n],
    ['(12.00)', '.', -1_200n],
    ['+7', '.', 700n],
  ] as const)('%s', (written, mark, minor) => expect(readAmount(written, mark, 'GBP')).toBe(minor));

  it.each([
    ['12,34', '.'],
    ['1.234', '.'],
    ['1,23,456.00', '.'],
    ['', '.'],
    ['abc', '.'],
    ['1.2.3', '.'],
    ['--5', '.'],
    ['-5-', '.'],
    ['(5', '.'],
    ['£5.00', '.'],
    ['1e3', '.'],
    ['1234,567.00', '.'],
  ] as const)('refuses %s rather than guess', (written, mark) => expect(() => readAmount(written, mark, 'GBP')).toThrow(RangeError));
});

describe('a bank file', () => {
  it('reads a British one with a mark, quotes and CRLF', () => {
    const file = readBankCsv(
      '\ufeffDate,Description,Amount,Balance\r\n03/06/2026,"STRIPE, PAYOUT",100.00,150.00\r\n04/06/2026,Printer,-12.50,137.50\r\n',
      uk,
      'GBP',
    );
    expect(file).toMatchObject({
      lines: [
        { lineNo: 2, bookedOn: '2026-06-03', amountMinor: 10_000n, text: 'STRIPE, PAYOUT' },
        { lineNo: 3, bookedOn: '2026-06-04', amountMinor: -1_250n },
      ],
      balances: [15_000n, 13_750n],
    });
  });

  it('reads a German one in Windows-1252 with rows above its headings', () => {
    const text =
      'Konto;1\nZeitraum;Juni\nBuchungstag;Name;Verwendungszweck;Betrag\n03.06.2026;Müller & Söhne;"Spende\nzwei Zeilen";1.234,56\n';
    const file = readBankCsv(decode(Buffer.from(text, 'latin1')), de, 'EUR');
    expect(file).toMatchObject({
      lines: [{ bookedOn: '2026-06-03', amountMinor: 123_456n, counterparty: 'Müller & Söhne', text: 'Spende zwei Zeilen' }],
    });
  });

  it('stops at what it cannot read, with line and column (REC-10)', () => {
    const file = readBankCsv('Date,Description,Amount,Balance\n03/06/2026,a,1.00,1\n30/02/2026,b,2.00,1\n05/06/2026,c,2.0O,1\n', uk, 'GBP');
    expect(file).toEqual({
      faults: [
        { line: 3, column: 1, message: '"30/02/2026" is not a day written dd/MM/yyyy' },
        { line: 4, column: 3, message: '"2.0O" is not an amount with decimal point' },
      ],
    });
  });

  it('stops at a row with too few cells, at an open quote and at a missing column', () => {
    expect(readBankCsv('Date,Description,Amount,Balance\n03/06/2026,a\n', uk, 'GBP')).toMatchObject({ faults: [{ line: 2 }] });
    expect(readBankCsv('Date,Description,Amount,Balance\n03/06/2026,"a,1,1\n', uk, 'GBP')).toHaveProperty('faults');
    expect(readBankCsv('Date,Text,Amount,Balance\n', uk, 'GBP')).toMatchObject({
      faults: [{ message: 'there is no column "Description"' }],
    });
  });

  it('takes one of two columns and never both', () => {
    const two: CsvMapping = { ...uk, amount: undefined, moneyIn: 'In', moneyOut: 'Out', balance: undefined };
    expect(readBankCsv('Date,Description,In,Out\n03/06/2026,a,5.00,\n03/06/2026,b,,7.00\n', two, 'GBP')).toMatchObject({
      lines: [{ amountMinor: 500n }, { amountMinor: -700n }],
    });
    expect(readBankCsv('Date,Description,In,Out\n03/06/2026,a,5.00,5.00\n', two, 'GBP')).toHaveProperty('faults');
  });

  it('counts lines of nothing and books none', () => {
    expect(readBankCsv('Date,Description,Amount,Balance\n03/06/2026,info,0.00,1\n', uk, 'GBP')).toEqual({
      lines: [],
      balances: [],
      zeroLines: 1,
    });
  });
});
