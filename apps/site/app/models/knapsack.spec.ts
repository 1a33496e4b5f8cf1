import { basketOf } from './knapsack';

const options = [
  { id: 'hall', cost: 600 },
  { id: 'food', cost: 300 },
  { id: 'band', cost: 250 },
];

describe('a basket within the pot', () => {
  it('adds up, and says by how much something does not fit (PBG-2)', () => {
    const basket = basketOf(options, new Set(['hall', 'food']), 1_000);
    expect(basket).toEqual({ total: 900, left: 100, tooDear: new Map([['band', 150]]), missing: 0 });
  });

  it('says what is missing to the least that a ballot spends, but never of an empty one or where none is declared (PBG-3)', () => {
    const missing = (...chosen: string[]): number => basketOf(options, new Set(chosen), 1_000, 500).missing;
    expect([missing('food'), missing('food', 'band'), missing('hall'), missing(), missing('gone')]).toEqual([200, 0, 0, 0, 0]);
    expect(basketOf(options, new Set(['band']), 1_000).missing).toBe(0);
  });

  it('never complains of what is chosen already', () => {
    expect(basketOf(options, new Set(['hall', 'food', 'band']), 1_000)).toMatchObject({ left: -150, tooDear: new Map() });
  });
});
