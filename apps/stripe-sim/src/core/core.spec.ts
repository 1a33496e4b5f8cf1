import { inWords } from './amounts.js';
import { addBusinessDays, isBusinessDay } from './business-days.js';
import { TEST_CARDS } from './cards.js';
import { SimClock } from './clock.js';
import { feeFor, UK_FEES } from './fees.js';
import { Ids } from './ids.js';
import { page } from './lists.js';

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 1000;

describe('Business days', () => {
  it('leave out weekends and English bank holidays', () => {
    expect(addBusinessDays(day('2026-06-02') + 36_000, 3)).toBe(day('2026-06-05'));
    expect(addBusinessDays(day('2026-04-02'), 1)).toBe(day('2026-04-07'));
    expect(addBusinessDays(day('2026-12-24'), 1)).toBe(day('2026-12-29'));
    expect(isBusinessDay(day('2027-12-27'))).toBe(false);
  });
});

describe('Fees', () => {
  it.each([
    [2000, 50],
    [5000, 95],
    [10_000, 170],
    [33, 20],
    [34, 21],
  ])('on %d pence are %d, halves rounded up', (amount, fee) => {
    expect(feeFor(UK_FEES, 'domestic', amount, 'gbp')).toBe(fee);
  });
});

describe('Ids', () => {
  it('are the same for the same seed, and never repeat', () => {
    const [a, b] = [new Ids('seed'), new Ids('seed')];
    const drawn = Array.from({ length: 20_000 }, () => a.next('pi_'));
    expect(drawn.slice(0, 100)).toEqual(Array.from({ length: 100 }, () => b.next('pi_')));
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(drawn[0]).toMatch(/^pi_[0-9A-Za-z]{24}$/);
    expect(new Ids('other').next('pi_')).not.toBe(drawn[0]);
  });
});

describe('The clock', () => {
  it('stands still, is set, and ticks on from there', () => {
    let machine = 1_000;
    const clock = new SimClock({ now: () => machine });
    clock.set(5_000);
    machine += 10;
    expect(clock.now()).toBe(5_010);
    clock.freeze();
    machine += 10;
    expect(clock.now()).toBe(5_010);
    clock.thaw();
    machine += 10;
    expect(clock.now()).toBe(5_020);
  });
});

describe('Test cards', () => {
  it('have one number and one name each', () => {
    const names = TEST_CARDS.flatMap((c) => c.names);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(TEST_CARDS.map((c) => c.number)).size).toBe(TEST_CARDS.length);
  });
});

describe('Amounts in words', () => {
  it.each([
    [2000, 'gbp', 'en', '£20.00'],
    [2000, 'jpy', 'en', '¥2,000'],
    [1234, 'kwd', 'en', 'KWD 1.234'],
    [2000, 'eur', 'fr', '20,00 €'],
  ])('%d %s', (amount, currency, locale, expected) => {
    expect(inWords(amount, currency, locale).replace(/[\u00a0\u202f]/g, ' ')).toBe(expected);
  });
});

describe('A page of a list', () => {
  const rows = Array.from({ length: 5 }, (_, i) => ({ id: `x_${i}`, created: i }));

  it('is newest first and says whether there is more', () => {
    expect(page(rows, { limit: 2 }, '/v1/x')).toEqual({ object: 'list', data: [rows[4], rows[3]], has_more: true, url: '/v1/x' });
    expect(page(rows, { created: { gte: 1, lt: 3 } }, '/v1/x').data).toEqual([rows[2], rows[1]]);
    expect(page(rows, { ending_before: 'x_1', limit: 2 }, '/v1/x')).toMatchObject({ data: [rows[3], rows[2]], has_more: true });
  });

  it.each([{ limit: 0 }, { limit: 101 }, { starting_after: 'x_9' }, { starting_after: 'x_1', ending_before: 'x_2' }])(
    'refuses %p',
    (params) => {
      expect(() => page(rows, params, '/v1/x')).toThrow();
    },
  );
});
