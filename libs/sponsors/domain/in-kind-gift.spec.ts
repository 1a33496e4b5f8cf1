import { faultsOf } from '#kernel';
import { acceptGift, GIFT_STATES, needsSecond } from './in-kind-gift.js';

describe('a gift in kind (SPO-7)', () => {
  it('has a sound state table', () => {
    expect(faultsOf(GIFT_STATES, 'offered')).toEqual([]);
  });

  it('needs a second person above 1,000.00', () => {
    expect(needsSecond(100_000n)).toBe(false);
    expect(needsSecond(100_001n)).toBe(true);
  });

  it('is not accepted by its valuer above the threshold', () => {
    const gift = { state: 'valued' as const, valuedBy: 'ann', needsSecond: true };
    expect(() => acceptGift(gift, 'ann')).toThrow(expect.objectContaining({ code: 'SECOND_PERSON_NEEDED' }));
    expect(acceptGift(gift, 'ben')).toBe('accepted');
    expect(acceptGift({ ...gift, needsSecond: false }, 'ann')).toBe('accepted');
  });

  it('is not accepted before it has a value', () => {
    expect(() => acceptGift({ state: 'offered', valuedBy: null, needsSecond: false }, 'ann')).toThrow(
      expect.objectContaining({ code: 'WRONG_STATE' }),
    );
  });
});
