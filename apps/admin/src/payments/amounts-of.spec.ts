import { amountsOf } from './amounts-of.js';

describe('the amounts of what did not fit', () => {
  it('are read as the API writes them, and nothing else is taken for one', () => {
    expect(amountsOf({ expected: '2000 GBP', charged: '2500 GBP', source: '0198' })).toEqual([
      { name: 'expected', amount: { amount: 2_000, currency: 'GBP' } },
      { name: 'charged', amount: { amount: 2_500, currency: 'GBP' } },
    ]);
    expect(amountsOf({ type: 'adjustment', net: '-120 EUR' })).toEqual([{ name: 'net', amount: { amount: -120, currency: 'EUR' } }]);
    expect(amountsOf({ net: 'much', charged: 5 })).toEqual([]);
  });
});
