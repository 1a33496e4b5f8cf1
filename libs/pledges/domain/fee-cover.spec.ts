import fc from 'fast-check';
import { money } from '#kernel';
import { coverFor } from './fee-cover.js';

it('covers the fee of the whole charge with not a penny too much (PLG-4)', () => {
  fc.assert(
    fc.property(fc.bigInt(1n, 10n ** 9n), (minor) => {
      const { minor: cover } = coverFor(money(minor, 'GBP'));
      const feeAt = (c: bigint) => (minor + c) * 15n + 20_000n;
      expect(cover * 1000n >= feeAt(cover)).toBe(true);
      expect((cover - 1n) * 1000n >= feeAt(cover - 1n)).toBe(false);
    }),
  );
});

it('adds £1.06 to a pledge of £56.00', () => {
  expect(coverFor(money(5600n, 'GBP')).minor).toBe(106n);
});
