/** What a place of a bank's file can have wrong with it, in English; front ends have a sentence of their own for each. */
const SENTENCES = {
  NO_HEADINGS: () => 'there are no headings',
  NO_SUCH_COLUMN: ({ name }) => `there is no column "${name}"`,
  NOT_AN_AMOUNT: ({ written, mark }) => `"${written}" is not an amount with decimal ${mark === ',' ? 'comma' : 'point'}`,
  TOO_MANY_DECIMALS: ({ written, currency }) => `"${written}" has more decimals than ${currency}`,
  AMOUNT_TOO_LARGE: ({ written }) => `"${written}" is more than these books can hold`,
  NOT_A_DAY: ({ written, form }) => `"${written}" is not a day written ${form}`,
  DAY_OUT_OF_RANGE: ({ written, from, to }) => `"${written}" is not a day from ${from} to ${to}`,
  ONE_OF_TWO: ({ moneyIn, moneyOut }) => `exactly one of "${moneyIn}" and "${moneyOut}" must be filled`,
  OTHER_NUMBER_OF_CELLS: ({ cells }) => `this line has ${cells} cells, the headings have another number`,
  QUOTES_DO_NOT_PAIR: () => 'a quotation mark is not closed, or stands inside a cell that has none around it',
  LINE_TOO_LONG: () => 'this line is too long to be one of a bank',
  UNREADABLE: () => 'this line cannot be read',
} satisfies Record<string, (values: Values) => string>;

type Values = Readonly<Record<string, string>>;

export type FileFaultCode = keyof typeof SENTENCES;

/** What could not be read, and where. Line and column count from 1. */
export interface FileFault {
  line: number;
  column: number;
  code: FileFaultCode;
  /** What the sentence speaks of: what is written there, how it should be. */
  values: Values;
  message: string;
}

export function faultAt(line: number, column: number, code: FileFaultCode, values: Values = {}): FileFault {
  return { line, column, code, values, message: SENTENCES[code](values) };
}

const LONGEST = 40;

/** Thrown by the reader of a cell, who does not know where it stands. */
export class UnreadableCell extends RangeError {
  readonly values: Values;

  constructor(
    readonly code: FileFaultCode,
    written: string,
    values: Values = {},
  ) {
    super(code);
    this.values = { written: written.slice(0, LONGEST), ...values };
  }
}
