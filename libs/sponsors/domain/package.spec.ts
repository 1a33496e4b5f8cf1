import { compareWithPackage } from './package.js';

it('shows what a customised deal adds and removes, with the effect on price and value (SPO-3)', () => {
  const pack = {
    priceMinor: 100_000n,
    lines: [
      { id: 'logo', name: 'Logo', valueMinor: 5_000n },
      { id: 'stand', name: 'Stand', valueMinor: 30_000n },
    ],
  };
  const deal = {
    priceMinor: 90_000n,
    lines: [
      { packageBenefitId: 'logo', name: 'Logo', valueMinor: 5_000n },
      { packageBenefitId: null, name: 'Bags', valueMinor: 10_000n },
    ],
  };
  expect(compareWithPackage(pack, deal)).toEqual({ added: ['Bags'], removed: ['Stand'], priceEffect: -10_000n, valueEffect: -20_000n });
});
