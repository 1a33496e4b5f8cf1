import { decimalOf, formatDate, formatInstant, formatMoney, instantOf, readMoney, wallOf } from './format.js';

const gbp = (amount: number) => ({ amount, currency: 'GBP' });

describe('money as people read and type it', () => {
  it('always shows the sign and both decimals', () => {
    expect(formatMoney(gbp(1_100_000), 'en')).toBe('£11,000.00');
    expect(formatMoney(gbp(-5), 'en')).toBe('-£0.05');
  });

  it('shows as many decimals as the currency has', () => {
    expect(decimalOf({ amount: 500, currency: 'JPY' })).toBe('500');
    expect(decimalOf({ amount: 1500, currency: 'KWD' })).toBe('1.500');
  });

  it.each([
    ['12', 1200],
    ['12.5', 1250],
    ['£1,234.50', 123450],
    ['1 234,50', 123450],
    ['1,234', 123400],
    ['12,5', 1250],
    ['-3.20', -320],
    ['12.50 £', 1250],
    ['GBP 12.50', 1250],
  ])('reads %s exactly', (text, minor) => {
    expect(readMoney(text, 'GBP')).toEqual(gbp(minor));
  });

  it.each(['', 'abc', '1.234.5', '12.345.6', '0.125', '0,125', '1.234', '1e3', '5x'])('does not take %j for an amount', (text) => {
    expect(readMoney(text, 'GBP')).toBeUndefined();
  });
});

describe('instants and dates', () => {
  it('shows an instant in the event’s zone', () => {
    expect(formatInstant('2016-06-01T11:00:00Z', 'en', 'Europe/London')).toContain('12:00');
  });

  it('does not move a date across zones', () => {
    expect(formatDate('2016-06-01', 'en')).toBe('1 Jun 2016');
  });

  it('turns a wall clock into the instant it shows, in summer and in winter', () => {
    expect(instantOf('2016-06-01T12:00', 'Europe/London')).toBe('2016-06-01T11:00:00.000Z');
    expect(instantOf('2016-12-01T12:00', 'Europe/London')).toBe('2016-12-01T12:00:00.000Z');
    expect(wallOf('2016-06-01T11:00:00Z', 'Europe/London')).toBe('2016-06-01T12:00');
  });
});
