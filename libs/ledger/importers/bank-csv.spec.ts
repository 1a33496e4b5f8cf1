import { type CsvMapping, readBankCsv } from './bank-csv.js';
import { readAmount } from './amount.js';
import { UnreadableCell } from '../domain/file-fault.js';
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
    ['9'.repeat(16), '.'],
  ] as const)('refuses %s rather than guess', (written, mark) => expect(() => readAmount(written, mark, 'GBP')).toThrow(UnreadableCell));

  it('knows a wrong decimal mark by its decimals, and no amount that the books cannot hold', () => {
    const faultOf = (written: string, currency: string): unknown => {
      try {
        return readAmount(written, '.', currency);
      } catch (error) {
        return (error as UnreadableCell).code;
      }
    };
    expect(faultOf('1.234', 'GBP')).toBe('TOO_MANY_DECIMALS');
    expect(faultOf('1.234', 'KWD')).toBe(1_234n);
    expect(faultOf('1.5', 'JPY')).toBe('TOO_MANY_DECIMALS');
    expect(faultOf('10,000,000,000.00', 'GBP')).toBe(1_000_000_000_000n);
    expect(faultOf('10,000,000,000.01', 'GBP')).toBe('AMOUNT_TOO_LARGE');
  });
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
        {
          line: 3,
          column: 1,
          code: 'NOT_A_DAY',
          values: { written: '30/02/2026', form: 'dd/MM/yyyy' },
          message: '"30/02/2026" is not a day written dd/MM/yyyy',
        },
        {
          line: 4,
          column: 3,
          code: 'NOT_AN_AMOUNT',
          values: { written: '2.0O', mark: '.' },
          message: '"2.0O" is not an amount with decimal point',
        },
      ],
    });
  });

  it('stops at a row with too few cells, at an open quote and at a missing column', () => {
    const faultsOf = (text: string): unknown => readBankCsv(text, uk, 'GBP');
    const head = 'Date,Description,Amount,Balance\n';
    expect(faultsOf(`${head}03/06/2026,a\n`)).toMatchObject({
      faults: [{ line: 2, code: 'OTHER_NUMBER_OF_CELLS', values: { cells: '2' } }],
    });
    for (const row of ['03/06/2026,"a,1,1', '03/06/2026,"a"b,1,1', '03/06/2026,a"b",1,1'])
      expect(faultsOf(`${head}${row}\n`)).toMatchObject({ faults: [{ line: 2, column: 2, code: 'QUOTES_DO_NOT_PAIR' }] });
    expect(faultsOf(`${head}03/06/2026,${'a'.repeat(21_000)},1,1\n`)).toMatchObject({ faults: [{ line: 2, code: 'LINE_TOO_LONG' }] });
    expect(faultsOf('Date,Text,Amount,Balance\n')).toMatchObject({
      faults: [{ code: 'NO_SUCH_COLUMN', message: 'there is no column "Description"' }],
    });
    expect(faultsOf('')).toMatchObject({ faults: [{ code: 'NO_HEADINGS' }] });
  });

  it('takes one of two columns and never both', () => {
    const two: CsvMapping = { ...uk, amount: undefined, moneyIn: 'In', moneyOut: 'Out', balance: undefined };
    expect(readBankCsv('Date,Description,In,Out\n03/06/2026,a,5.00,\n03/06/2026,b,,7.00\n', two, 'GBP')).toMatchObject({
      lines: [{ amountMinor: 500n }, { amountMinor: -700n }],
    });
    expect(readBankCsv('Date,Description,In,Out\n03/06/2026,a,5.00,5.00\n', two, 'GBP')).toMatchObject({
      faults: [{ line: 2, column: 3, code: 'ONE_OF_TWO', values: { moneyIn: 'In', moneyOut: 'Out' } }],
    });
  });

  it('counts lines of nothing and books none', () => {
    expect(readBankCsv('Date,Description,Amount,Balance\n03/06/2026,info,0.00,1\n', uk, 'GBP')).toEqual({
      lines: [],
      balances: [],
      zeroLines: 1,
    });
  });
});
