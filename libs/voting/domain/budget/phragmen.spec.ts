import { budgetSample, named } from '../spec-support/samples.js';
import { phragmen } from './phragmen.js';

describe('sequential Phragmén', () => {
  it('buys a project the moment its supporters have earned its cost', () => {
    const sample = budgetSample(100, { a: 60, b: 30, c: 30 }, ['a b', 'a b', 'a', 'c']);
    const { purchases } = phragmen(sample);
    expect(
      named(
        sample,
        purchases.map((purchase) => purchase.project),
      ),
    ).toEqual(['b', 'c']);
    expect(purchases.map((purchase) => purchase.at)).toEqual([
      { n: 15n, d: 1n },
      { n: 30n, d: 1n },
    ]);
  });

  it('ends at the first project that no longer fits', () => {
    const sample = budgetSample(100, { a: 60, b: 30, c: 30 }, ['a b', 'a b', 'a', 'c']);
    expect(named(sample, phragmen(sample).stoppedBy)).toEqual(['a']);
  });

  it('never lets take part what is dearer than the pot or has no support', () => {
    const sample = budgetSample(50, { huge: 500, unloved: 5, s: 20 }, ['huge s', 'huge']);
    expect(phragmen(sample)).toMatchObject({ purchases: [{ project: 2 }], stoppedBy: [] });
  });

  it('settles exact ties by cost, votes and the lot', () => {
    const sample = budgetSample(30, { k: 10, j: 10 }, ['k j', 'k j', 'k j']);
    expect(phragmen(sample).purchases[0]).toMatchObject({ project: 0, at: { n: 10n, d: 3n }, tiedWith: [1] });
  });
});
