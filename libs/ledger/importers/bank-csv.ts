import { type Info, CsvError, parse } from 'csv-parse/sync';
import { DateTime } from 'luxon';
import { FIRST_DAY } from '../domain/day.js';
import { type FileFault, type FileFaultCode, UnreadableCell, faultAt } from '../domain/file-fault.js';
import type { BankLine } from '../domain/statement.js';
import { readAmount } from './amount.js';

export const SEPARATORS = [',', ';', '\t', '|'] as const;
export const DATE_FORMS = [
  'yyyy-MM-dd',
  'dd/MM/yyyy',
  'dd.MM.yyyy',
  'dd-MM-yyyy',
  'MM/dd/yyyy',
  'yyyyMMdd',
  'dd/MM/yy',
  'dd.MM.yy',
  'dd MMM yyyy',
] as const;

/** How one bank writes its files. Columns are named by their heading. */
export interface CsvMapping {
  separator: (typeof SEPARATORS)[number];
  decimalMark: '.' | ',';
  dateForm: (typeof DATE_FORMS)[number];
  /** Rows before the headings. */
  skipRows: number;
  date: string;
  /** One signed column … */
  amount?: string | undefined;
  /** … or one for money in and one for money out, both unsigned. */
  moneyIn?: string | undefined;
  moneyOut?: string | undefined;
  text: string[];
  counterparty?: string | undefined;
  reference?: string | undefined;
  balance?: string | undefined;
}

export type ReadFile = { lines: BankLine[]; balances: (bigint | null)[]; zeroLines: number } | { faults: FileFault[] };

const MOST_FAULTS = 20;

/** Reads a file, wholly or not at all: one cell that cannot be read, or a day after `last`, stops it, with line and column (REC-10). */
export function readBankCsv(text: string, mapping: CsvMapping, currency: string, last = '2099-12-31'): ReadFile {
  const table = rowsOf(text, mapping);
  if ('faults' in table) return table;
  const [head, ...rows] = table.rows;
  if (!head) return { faults: [faultAt(mapping.skipRows + 1, 1, 'NO_HEADINGS')] };
  const wanted = [
    mapping.date,
    mapping.amount,
    mapping.moneyIn,
    mapping.moneyOut,
    ...mapping.text,
    mapping.counterparty,
    mapping.reference,
    mapping.balance,
  ];
  const missing = wanted.filter((name): name is string => name !== undefined && !head.record.includes(name));
  if (missing.length) return { faults: missing.map((name) => faultAt(head.info.lines, 1, 'NO_SUCH_COLUMN', { name })) };
  const read = new RowReader(mapping, currency, head.record, last);
  const parsed = rows.map(({ record, info }) => read.row(record, info.lines));
  if (read.faults.length) return { faults: read.faults.slice(0, MOST_FAULTS) };
  const real = parsed.filter((p) => p.line.amountMinor !== 0n);
  return { lines: real.map((p) => p.line), balances: real.map((p) => p.balance), zeroLines: parsed.length - real.length };
}

type Row = { record: string[]; info: Info };

function rowsOf(text: string, { separator, skipRows }: CsvMapping): { rows: Row[] } | { faults: FileFault[] } {
  try {
    const rows = parse(text, {
      bom: true,
      delimiter: separator,
      from_line: skipRows + 1,
      info: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 20_000,
    });
    return { rows: rows as unknown as Row[] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { code, lines = 1, column, record } = error as { code: string; lines?: number; column?: unknown; record?: string[] };
    const cells = String(record?.length ?? 0);
    return { faults: [faultAt(lines, typeof column === 'number' ? column + 1 : 1, BROKEN_ROWS[code] ?? 'UNREADABLE', { cells })] };
  }
}

/** What the reader of CSV calls a row that it cannot take apart. */
const BROKEN_ROWS: Readonly<Record<string, FileFaultCode>> = {
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: 'OTHER_NUMBER_OF_CELLS',
  CSV_QUOTE_NOT_CLOSED: 'QUOTES_DO_NOT_PAIR',
  CSV_INVALID_CLOSING_QUOTE: 'QUOTES_DO_NOT_PAIR',
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: 'QUOTES_DO_NOT_PAIR',
  INVALID_OPENING_QUOTE: 'QUOTES_DO_NOT_PAIR',
  CSV_MAX_RECORD_SIZE: 'LINE_TOO_LONG',
};

class RowReader {
  readonly faults: FileFault[] = [];

  constructor(
    private readonly mapping: CsvMapping,
    private readonly currency: string,
    private readonly head: readonly string[],
    private readonly last: string,
  ) {}

  row(record: readonly string[], line: number): { line: BankLine; balance: bigint | null } {
    const { mapping } = this;
    const cell = (name: string | undefined): string => (name === undefined ? '' : (record[this.head.indexOf(name)] ?? ''));
    const at = <T>(name: string, otherwise: T, readCell: () => T): T => {
      try {
        return readCell();
      } catch (error) {
        if (!(error instanceof UnreadableCell)) throw error;
        this.faults.push(faultAt(line, this.head.indexOf(name) + 1, error.code, error.values));
        return otherwise;
      }
    };
    const amountOf = (name: string): bigint => at(name, 1n, () => readAmount(cell(name), mapping.decimalMark, this.currency));
    return {
      line: {
        lineNo: line,
        bookedOn: at(mapping.date, '', () => readDay(cell(mapping.date), mapping.dateForm, this.last)),
        amountMinor: mapping.amount !== undefined ? amountOf(mapping.amount) : this.twoColumns(cell, amountOf, line),
        currency: this.currency,
        text: plain(mapping.text.map(cell).join(' ')).slice(0, 1_000),
        counterparty: plain(cell(mapping.counterparty)).slice(0, 300),
        reference: plain(cell(mapping.reference)).slice(0, 200),
      },
      balance: mapping.balance !== undefined && cell(mapping.balance) !== '' ? amountOf(mapping.balance) : null,
    };
  }

  /** Exactly one of two columns is filled; some banks put a sign before money out all the same. */
  private twoColumns(cell: (name: string | undefined) => string, amountOf: (name: string) => bigint, line: number): bigint {
    const { moneyIn = '', moneyOut = '' } = this.mapping;
    const [into, out] = [cell(moneyIn), cell(moneyOut)];
    if ((into === '') === (out === '')) {
      this.faults.push(faultAt(line, this.head.indexOf(moneyIn) + 1, 'ONE_OF_TWO', { moneyIn, moneyOut }));
      return 1n;
    }
    if (into !== '') return amountOf(moneyIn);
    const minor = amountOf(moneyOut);
    return minor > 0n ? -minor : minor;
  }
}

function readDay(written: string, form: string, last: string): string {
  const day = DateTime.fromFormat(written, form, { locale: 'en-GB', zone: 'utc' });
  if (!day.isValid) throw new UnreadableCell('NOT_A_DAY', written, { form });
  const iso = day.toISODate();
  if (iso < FIRST_DAY || iso > last) throw new UnreadableCell('DAY_OUT_OF_RANGE', written, { from: FIRST_DAY, to: last });
  return iso;
}

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();
