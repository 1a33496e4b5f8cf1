import { formatFor, readAmount, toDecimal } from './format';

const gbp = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'GBP' });

describe('what a person types for an amount', () => {
  it.each([
    ['20', 2000],
    ['20.5', 2050],
    ['20,50', 2050],
    ['£20.50', 2050],
    ['GBP 20', 2000],
    ['1,234.56', 123456],
    ['1 234,56', 123456],
    ['1.234,56', 123456],
    ['0.01', 1],
  ])('reads %s', (typed, amount) => expect(readAmount(typed, 'GBP')).toEqual(gbp(amount)));

  it.each(['', '0', '0.00', '-5', 'twenty', '20.555', '1e3', '99999999999', '12 pounds'])('refuses “%s”', (typed) => {
    expect(readAmount(typed, 'GBP')).toBeUndefined();
  });

  it('has as many decimals as the currency', () => {
    expect(readAmount('500', 'JPY')).toEqual({ amount: 500, currency: 'JPY' });
    expect(readAmount('1.5', 'JPY')).toBeUndefined();
    expect(readAmount('1.234', 'KWD')).toEqual({ amount: 1234, currency: 'KWD' });
  });
});

describe('money as people read it', () => {
  it('is never rounded and carries its sign', () => {
    expect(formatFor('en').money(gbp(1234567))).toBe('£12,345.67');
    expect(formatFor('en').money(gbp(-5))).toBe('-£0.05');
    expect(formatFor('en').money({ amount: 900_719_925_474_099, currency: 'GBP' })).toBe('£9,007,199,254,740.99');
  });

  it('is written as the language writes it', () => {
    expect(formatFor('fr').money(gbp(123456)).replace(/\s/gu, ' ')).toBe('1 234,56 £');
  });

  it('turns into plain decimals for a form', () => {
    expect(toDecimal(gbp(5))).toBe('0.05');
    expect(toDecimal({ amount: 5, currency: 'JPY' })).toBe('5');
  });
});

describe('shares and times as people read them', () => {
  it('says 100 % only for all of it', () => {
    expect(formatFor('en').percent(0.9999)).toBe('99%');
    expect(formatFor('en').percent(1)).toBe('100%');
  });

  it('tells instants in the zone of the event', () => {
    expect(formatFor('en').dateTime('2016-06-01T22:59:00Z', 'Europe/London')).toContain('23:59');
    expect(formatFor('en').date('2016-06-18')).toBe('18 June 2016');
  });
});
