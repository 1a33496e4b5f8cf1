import fc from 'fast-check';
import { add, fromDecimal, fromWire, money, split, toDecimal, toWire } from './money.js';

describe('Money (G1)', () => {
  it('refuses to add two currencies', () => {
    expect(() => add(money(1n, 'GBP'), money(1n, 'EUR'))).toThrow('cannot combine GBP with EUR');
  });

  it('refuses a currency that is not in the table', () => {
    expect(() => money(1n, 'XYZ')).toThrow('XYZ is not a currency we know');
  });

  it('splits without losing or inventing a minor unit', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.array(fc.bigInt(0n, 10n ** 6n), { minLength: 1 }), (minor, weights) => {
        fc.pre(weights.some((w) => w > 0n));
        const parts = split(money(minor, 'GBP'), weights);
        expect(parts.reduce((a, p) => a + p.minor, 0n)).toBe(minor);
      }),
    );
  });

  it('gives the odd penny to the largest remainder, the first on a tie', () => {
    expect(split(money(100n, 'GBP'), [1n, 1n, 1n]).map((p) => p.minor)).toEqual([34n, 33n, 33n]);
  });

  it.each([
    ['JPY', 500n, '500'],
    ['GBP', -5n, '-0.05'],
    ['KWD', 1234n, '1.234'],
  ])('writes %s with the digits of its currency', (code, minor, text) => {
    expect(toDecimal(money(minor, code))).toBe(text);
    expect(fromDecimal(text, code)).toEqual(money(minor, code));
  });

  it('refuses a fraction of a minor unit instead of rounding it', () => {
    expect(() => fromDecimal('1.005', 'GBP')).toThrow('1.005 is not an amount in GBP');
    expect(() => fromWire({ amount: 1.5, currency: 'GBP' })).toThrow('whole number');
  });

  it('crosses the wire as a safe integer', () => {
    expect(toWire(money(2500n, 'GBP'))).toEqual({ amount: 2500, currency: 'GBP' });
    expect(() => toWire(money(2n ** 60n, 'GBP'))).toThrow('wire format');
  });
});
