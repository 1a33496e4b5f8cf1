import { formatFraction, formatMinor, formatRounded, parseDecimal, unitsAt } from './decimal.js';
import { compare, floor, rational, toNumber } from './rational.js';

describe('exact numbers', () => {
  it('reads plain decimals with a point or a comma and nothing else', () => {
    expect(parseDecimal('12.50')).toEqual({ units: 125n, places: 1 });
    expect(parseDecimal(' 66,67 ')).toEqual({ units: 6667n, places: 2 });
    expect(parseDecimal('-6')).toEqual({ units: -6n, places: 0 });
    for (const text of ['', '.', '1e3', '1.2.3', 'ten', '0x10']) expect(parseDecimal(text)).toBeNull();
  });

  it('writes minor units with as many places as asked for', () => {
    expect(unitsAt({ units: 125n, places: 1 }, 2)).toBe(1250n);
    expect(formatMinor(1250n, 2)).toBe('12.5');
    expect(formatMinor(1250n, 2, true)).toBe('12.50');
    expect(formatMinor(-5n, 2)).toBe('-0.05');
  });

  it('writes fractions reduced and rounds half to even', () => {
    expect(formatFraction({ n: 100000n, d: 84n })).toBe('25000/21');
    expect(formatFraction({ n: 6n, d: 3n })).toBe('2');
    expect(formatRounded({ n: 1n, d: 8n }, 2)).toBe('0.12');
    expect(formatRounded({ n: 3n, d: 8n }, 2)).toBe('0.38');
    expect(formatRounded({ n: -7200n, d: 43n }, 6)).toBe('-167.441860');
  });

  it('compares, floors and approximates fractions of any length', () => {
    const huge = 10n ** 400n;
    expect(compare({ n: huge + 1n, d: huge }, { n: 1n, d: 1n })).toBe(1);
    expect(floor({ n: -7n, d: 2n })).toBe(-4n);
    expect(toNumber({ n: huge * 5n, d: huge * 2n })).toBe(2.5);
    expect(rational(6n, -4n)).toEqual({ n: -3n, d: 2n });
  });
});
