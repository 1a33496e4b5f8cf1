import fc from 'fast-check';
import { rational } from '../arithmetic/rational.js';
import type { BallotGroup, BudgetInstance } from '../instance.js';
import { plainEqualShares } from '../spec-support/plain-equal-shares.js';
import { budgetSample, named, pointsSample } from '../spec-support/samples.js';
import { BudgetCount } from './budget-count.js';
import type { Utility } from './electorate.js';
import { EqualShares } from './equal-shares.js';

const repeat = (times: number, ballot: string): string[] => Array.from({ length: times }, () => ballot);

function run(instance: BudgetInstance, utility: Utility, n: bigint, d = 1n): string[] {
  const { free, purchases } = new EqualShares(instance, utility).run(rational(n, d));
  return named(instance, [...free, ...purchases]);
}

describe('equal shares', () => {
  it('gives a minority its part of the pot', () => {
    const camps = budgetSample(200, { m1: 50, m2: 50, m3: 50, m4: 50, n1: 50, n2: 50 }, [
      ...repeat(70, 'm1 m2 m3 m4'),
      ...repeat(30, 'n1 n2'),
    ]);
    expect(run(camps, 'cost', 200n, 100n)).toEqual(['m1', 'm2', 'n1']);
  });

  it('buys a project whose supporters hold exactly its cost and not one that is a unit short', () => {
    const exact = budgetSample(60, { p: 40, q: 21 }, [...repeat(4, 'p'), ...repeat(2, 'q')]);
    expect(run(exact, 'cost', 10n)).toEqual(['p']);
  });

  it('settles ties by lower cost, then more votes, then the lot (VOT-9)', () => {
    const equal = budgetSample(20, { k: 10, j: 10, i: 10 }, repeat(3, 'i j k'));
    expect(run(equal, 'cost', 20n, 3n)).toEqual(['k', 'j']);
    const dear = budgetSample(60, { dear: 30, cheap: 20 }, [...repeat(2, 'dear cheap')]);
    expect(run(dear, 'cost', 30n)).toEqual(['cheap', 'dear']);
  });

  it('elects free projects with support first and nothing without support', () => {
    const free = budgetSample(40, { paid: 30, free: 0, unloved: 0 }, ['free paid', 'free paid', 'free paid', 'free']);
    expect(run(free, 'cost', 10n)).toEqual(['free', 'paid']);
  });

  it('counts an empty ballot as a voter', () => {
    const outcome = new BudgetCount(budgetSample(60, { a: 30, b: 30 }, ['a', 'a', 'a', 'b', 'b', ''])).by('mes_cost_none');
    expect(outcome.equalShares?.run.endowment).toEqual({ n: 10n, d: 1n });
    expect(outcome.winners).toEqual([0]);
  });

  it('takes points as utilities and a listed project without points as no support', () => {
    const points = pointsSample(40, { a: 20, b: 20 }, ['a:3 b:0', 'a:1 b:2', 'b:3', 'b:3']);
    expect(run(points, 'points', 10n)).toEqual(['b']);
    expect(new BudgetCount(points).tally.votes).toEqual([2, 3]);
  });

  it('agrees with the plain reading of the rules on random votes full of ties', () => {
    const instances = fc.record({
      costs: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 7 }),
      ballots: fc.array(
        fc.record({
          count: fc.integer({ min: 1, max: 3 }),
          picks: fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 5 }),
          points: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 7, maxLength: 7 }),
        }),
        { minLength: 1, maxLength: 8 },
      ),
      endowment: fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 7 })),
      utility: fc.constantFrom<Utility>('cost', 'cardinality', 'points'),
    });
    fc.assert(
      fc.property(instances, ({ costs, ballots, endowment: [n, d], utility }) => {
        const base = budgetSample(1, Object.fromEntries(costs.map((cost, at) => [`p${at}`, cost])), []);
        const groups = ballots.map(({ count, picks, points }): BallotGroup => {
          const choices = [...new Set(picks.map((pick) => pick % costs.length))].sort((a, b) => a - b);
          return { count, choices, ...(utility === 'points' ? { points: choices.map((at) => points[at] ?? 0) } : {}) };
        });
        const instance: BudgetInstance = { ...base, ballots: groups };
        const endowment = rational(BigInt(n), BigInt(d));
        const run = new EqualShares(instance, utility).run(endowment);
        expect([...run.free, ...run.purchases]).toEqual(plainEqualShares(instance, utility, endowment));
        expect(new EqualShares(instance, utility, 'exact').run(endowment)).toEqual(run);
      }),
      { numRuns: 1_500 },
    );
  });
});
