import fc from 'fast-check';
import { compare, rational } from '../arithmetic/rational.js';
import type { BallotGroup, BudgetInstance } from '../instance.js';
import { budgetSample } from '../spec-support/samples.js';
import { BudgetCount } from './budget-count.js';
import { budgetRulesFor } from './budget-rules.js';
import { accountFor, paymentsOfBallot } from './equal-shares-account.js';
import { supported } from './tally.js';

const PROJECTS = 6;

/** Small votes with cumulative points, rich in equal costs and equal support. */
const votes = fc
  .record({
    costs: fc.array(fc.integer({ min: 0, max: 15 }), { minLength: PROJECTS, maxLength: PROJECTS }),
    budget: fc.integer({ min: 1, max: 40 }),
    ballots: fc.array(
      fc.record({
        count: fc.integer({ min: 1, max: 4 }),
        points: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: PROJECTS, maxLength: PROJECTS }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  })
  .map(({ costs, budget, ballots }): BudgetInstance => {
    const groups = ballots.map(({ count, points }): BallotGroup => {
      const choices = points.flatMap((own, at) => (own > 0 ? [at] : []));
      return { count, choices, points: choices.map((at) => points[at] ?? 0) };
    });
    const base = budgetSample(budget, Object.fromEntries(costs.map((cost, at) => [`p${at}`, cost])), []);
    return { ...base, voteType: 'cumulative', ballots: groups };
  });

const outcomes = (instance: BudgetInstance): Record<string, string[]> => {
  const count = new BudgetCount(instance);
  return Object.fromEntries(budgetRulesFor(instance).map((rule) => [rule, count.by(rule).winners.map((at) => instance.projects[at]!.id)]));
};

describe('every budget rule', () => {
  it('keeps within the pot and elects nobody without a supporter', () => {
    fc.assert(
      fc.property(votes, (instance) => {
        const count = new BudgetCount(instance);
        for (const rule of budgetRulesFor(instance)) {
          const { winners, totalCost } = count.by(rule);
          expect(totalCost).toBeLessThanOrEqual(instance.budget);
          expect(new Set(winners).size).toBe(winners.length);
          for (const at of winners) expect(count.tally.votes[at]).toBeGreaterThan(0);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same outcome in any order of ballots and with groups split into single ballots', () => {
    fc.assert(
      fc.property(votes, (instance) => {
        const single = instance.ballots.flatMap((ballot) => Array.from({ length: ballot.count }, () => ({ ...ballot, count: 1 })));
        const expected = outcomes(instance);
        expect(outcomes({ ...instance, ballots: single })).toEqual(expected);
        expect(outcomes({ ...instance, ballots: [...instance.ballots].reverse() })).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  it('depends on the order of projects only where the lot decides', () => {
    fc.assert(
      fc.property(votes, (instance) => {
        // Costs made distinct leave nothing for the lot to decide.
        const projects = instance.projects.map((project, at) => ({ ...project, cost: project.cost * 10n + BigInt(at + 1) }));
        const distinct = { ...instance, budget: instance.budget * 10n, projects };
        const last = projects.length - 1;
        const turned = distinct.ballots.map((ballot) => ({
          ...ballot,
          choices: [...ballot.choices].reverse().map((at) => last - at),
          points: [...(ballot.points ?? [])].reverse(),
        }));
        expect(outcomes({ ...distinct, projects: [...projects].reverse(), ballots: turned })).toEqual(outcomes(distinct));
      }),
      { numRuns: 100 },
    );
  });

  it('conserves money under equal shares: payments of single ballots make up every cost, and nobody pays more than the share', () => {
    fc.assert(
      fc.property(votes, fc.constantFrom('cost' as const, 'cardinality' as const, 'points' as const), (instance, utility) => {
        const count = new BudgetCount(instance);
        const { run } = count.by(`mes_${utility}_add1`).equalShares!;
        const account = accountFor(count.engine(utility), run);
        const paid = new Map(account.purchases.map(({ project }) => [project, rational(0n)]));
        for (const ballot of instance.ballots) {
          const supports = supported(ballot);
          const weights = utility === 'points' ? ballot.points : undefined;
          const mine = paymentsOfBallot(account, supports, weights);
          expect(compare(mine.left, rational(0n))).toBeGreaterThanOrEqual(0);
          for (const { project, paid: own } of mine.payments) {
            const sum = paid.get(project)!;
            paid.set(project, rational(sum.n * own.d + BigInt(ballot.count) * own.n * sum.d, sum.d * own.d));
          }
        }
        for (const [project, sum] of paid) expect(sum).toEqual(rational(instance.projects[project]!.cost));
        const { endowment, moneySpent, moneyLeft } = account;
        expect(rational(moneySpent * moneyLeft.d + moneyLeft.n, moneyLeft.d)).toEqual(
          rational(endowment.n * BigInt(count.tally.ballots), endowment.d),
        );
      }),
      { numRuns: 200 },
    );
  });
});
