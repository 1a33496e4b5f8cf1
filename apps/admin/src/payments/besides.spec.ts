import { besides } from './besides.js';

const gbp = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'GBP' });

describe('what happened to a payment besides its being paid', () => {
  it('is nothing when no amount says otherwise', () => {
    expect(besides({ feeCovered: gbp(0), refunding: gbp(0), lost: gbp(0) })).toEqual([]);
  });

  it('is said with its amounts, and only what happened', () => {
    expect(besides({ feeCovered: gbp(58), refunding: gbp(0), lost: gbp(2_058) })).toEqual([
      { name: 'feeCovered', amount: gbp(58) },
      { name: 'lost', amount: gbp(2_058) },
    ]);
    expect(besides({ feeCovered: gbp(0), refunding: gbp(2_000), lost: gbp(0) })).toEqual([{ name: 'refunding', amount: gbp(2_000) }]);
  });
});
