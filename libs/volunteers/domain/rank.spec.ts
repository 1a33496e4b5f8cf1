import fc from 'fast-check';
import { evenRanks, rankBetween } from './rank.js';

const rank = fc.stringMatching(/^[0-9A-Za-z]{0,8}[1-9A-Za-z]$/);

describe('ranks (TSK-3)', () => {
  it('lie strictly between their neighbours and never end in 0', () => {
    fc.assert(
      fc.property(fc.option(rank), fc.option(rank), (a, b) => {
        const [low, high] = a !== null && b !== null && a > b ? [b, a] : [a, b];
        fc.pre(low === null || high === null || low !== high);
        const between = rankBetween(low, high);
        expect(low === null || low < between).toBe(true);
        expect(high === null || between < high).toBe(true);
        expect(between).toMatch(/^[0-9A-Za-z]*[1-9A-Za-z]$/);
      }),
    );
  });

  it('keep any order of insertions, wherever they fall', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 60 }), (places) => {
        const ranks: string[] = [];
        for (const place of places) {
          const at = place % (ranks.length + 1);
          ranks.splice(at, 0, rankBetween(ranks[at - 1] ?? null, ranks[at] ?? null));
        }
        expect([...ranks].sort()).toEqual(ranks);
        expect(new Set(ranks).size).toBe(ranks.length);
      }),
    );
  });

  it('are short and in order when a column is renumbered', () => {
    for (const count of [0, 1, 60, 61, 62, 2_000]) {
      const ranks = evenRanks(count);
      expect(new Set(ranks).size).toBe(count);
      expect([...ranks].sort()).toEqual(ranks);
      expect(ranks.every((r) => r.length <= 2 + Number(count > 3_000) && !r.endsWith('0'))).toBe(true);
    }
  });

  it('refuse a gap that is none', () => {
    expect(() => rankBetween('b', 'b')).toThrow(RangeError);
    expect(() => rankBetween('c', 'b')).toThrow(RangeError);
  });
});
