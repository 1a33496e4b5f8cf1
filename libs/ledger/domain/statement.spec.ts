import { type BankLine, arithmeticOf, identify } from './statement.js';

const line = (amountMinor: bigint, more: Partial<BankLine> = {}): BankLine => ({
  lineNo: 1,
  bookedOn: '2026-06-03',
  amountMinor,
  currency: 'GBP',
  text: 'gift',
  counterparty: '',
  reference: '',
  ...more,
});
const key = (l: { identity: Buffer; ordinal: number }) => `${l.identity.toString('hex')} ${l.ordinal}`;

describe('the identity of a line (REC-4)', () => {
  it('keeps two equal gifts of a day two, and the same in both files', () => {
    const [a, b] = identify([line(500n), line(500n)]).map(key);
    expect(a).not.toBe(b);
    expect(identify([line(700n), line(500n), line(500n)]).map(key)).toEqual(expect.arrayContaining([a, b]));
  });

  it('follows the reference of the bank and not how the text is written', () => {
    const [a] = identify([line(500n, { reference: 'R1', text: 'Gift' })]).map(key);
    expect(identify([line(500n, { reference: 'R1', text: 'GIFT ' })]).map(key)).toEqual([a]);
    expect(identify([line(500n, { reference: 'R1', bookedOn: '2026-07-03' })]).map(key)).not.toEqual([a]);
  });
});

describe('the arithmetic of a statement (REC-6)', () => {
  const up = [line(100n), line(-30n, { bookedOn: '2026-06-04' })];

  it('finds opening and closing whichever way the file is sorted', () => {
    expect(arithmeticOf(up, [150n, 120n], {})).toEqual({ opening: 50n, closing: 120n, sum: 70n, difference: 0n });
    expect(arithmeticOf([...up].reverse(), [120n, 150n], {})).toMatchObject({ opening: 50n, closing: 120n, difference: 0n });
    expect(arithmeticOf([line(100n), line(-30n)].reverse(), [120n, 150n], {})).toMatchObject({ opening: 50n, difference: 0n });
  });

  it('says by how much it does not add up', () => {
    expect(arithmeticOf(up, [150n, 119n], {})).toMatchObject({ difference: 1n });
    expect(arithmeticOf(up, [], { opening: 50n, closing: 125n })).toMatchObject({ difference: -5n });
  });

  it('does not say anything where the file does not', () => {
    expect(arithmeticOf(up, [null, null], {})).toMatchObject({ opening: null, difference: null });
  });
});
