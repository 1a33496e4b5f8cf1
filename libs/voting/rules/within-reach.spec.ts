import { isWithinReach } from './within-reach.js';

describe('a minimum to spend (PBG-3)', () => {
  it('is in reach when some choice within the pot costs as much', () => {
    expect(isWithinReach([60n, 40n, 30n], 100n, 100n)).toBe(true);
    expect(isWithinReach([30n, 40n, 60n], 95n, 100n)).toBe(true);
    expect(isWithinReach([60n], 60n, 100n)).toBe(true);
  });

  it('is out of reach when everything together costs less, or what would do is more than the pot', () => {
    expect(isWithinReach([20n, 30n], 51n, 100n)).toBe(false);
    expect(isWithinReach([60n, 60n, 55n], 70n, 100n)).toBe(false);
    expect(isWithinReach([], 1n, 100n)).toBe(false);
  });

  it('is taken to be in reach where there are too many choices to look at', () => {
    const odd = Array.from({ length: 40 }, (_, at) => 2n ** BigInt(at + 1));
    expect(isWithinReach(odd, 2n ** 50n, 2n ** 51n)).toBe(true);
  });
});
