import fc from 'fast-check';
import { PLEDGE_STATES } from './pledge.js';
import { progressOf } from './progress.js';

it('shows collected, in retry, needing action, charging and dropped figures that add up to what was pledged (DUN-6)', () => {
  const tally = fc.record({
    state: fc.constantFrom(...PLEDGE_STATES),
    amount_minor: fc.bigInt(0n, 10n ** 9n),
    refunded_minor: fc.constant(0n),
    pledges: fc.nat(500),
  });
  fc.assert(
    fc.property(fc.uniqueArray(tally, { selector: (t) => t.state }), (tallies) => {
      const p = progressOf(tallies);
      const parts = [p.collected, p.retrying, p.needsAction, p.charging, p.dropped];
      expect(parts.reduce((sum, f) => sum + f.minor, 0n)).toBe(p.pledged.minor);
      expect(parts.reduce((sum, f) => sum + f.pledges, 0)).toBe(p.pledged.pledges);
    }),
  );
});

it('never counts a transfer that has not arrived (CAM-3)', () => {
  const p = progressOf([{ state: 'awaiting_transfer', amount_minor: 5000n, refunded_minor: 0n, pledges: 1 }]);
  expect([p.pledged.minor, p.awaited.minor]).toEqual([0n, 5000n]);
});
