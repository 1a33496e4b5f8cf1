import { basketOf } from './knapsack';

const options = [
  { id: 'hall', cost: 600 },
  { id: 'food', cost: 300 },
  { id: 'band', cost: 250 },
];

describe('a basket within the pot', () => {
  it('adds up, and says by how much something does not fit (PBG-2)', () => {
    const basket = basketOf(options, new Set(['hall', 'food']), 1_000);
    expect(basket).toEqual({ total: 900, left: 100, tooDear: new Map([['band', 150]]) });
  });

  it('never complains of what is chosen already', () => {
    expect(basketOf(options, new Set(['hall', 'food', 'band']), 1_000)).toMatchObject({ left: -150, tooDear: new Map() });
  });
});
