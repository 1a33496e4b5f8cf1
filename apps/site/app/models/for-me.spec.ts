import { BudgetCount, accountFor, explainBudget, paymentsOfBallot } from '../../../../libs/voting/domain/index.js';
import { budgetSample, pointsSample } from '../../../../libs/voting/domain/spec-support/samples.js';
import { type Purchase, accountOf, millionths, supportsOf } from './for-me';

const asNumber = ({ n, d }: { n: bigint; d: bigint }): number => Number(n) / Number(d);
const NOTHING = { choices: null, points: null, ranks: null, answer: null, reason: null, dates: null };

describe('what one ballot paid', () => {
  const approval = budgetSample(100, { a: 40, b: 30, c: 50 }, ['a b', 'a b', 'a', 'c b', 'c']);
  const dots = pointsSample(90, { a: 40, b: 30, c: 50 }, ['a:3 b:1', 'a:2', 'c:5 b:2', 'c:1 a:1']);

  it.each([
    ['mes_cost_add1', approval],
    ['mes_cardinality_add1u', approval],
    ['mes_points_add1', dots],
  ] as const)('is under %s what the count made it pay, ballot by ballot', (rule, instance) => {
    const count = new BudgetCount(instance);
    const outcome = count.by(rule);
    const explained = explainBudget(count, outcome);
    const purchases = explained.projects.flatMap(({ project, reason }): Purchase[] =>
      reason.code === 'BOUGHT' ? [{ id: project, share: reason.share }] : [],
    );
    const { utility, run } = outcome.equalShares!;
    const exact = accountFor(count.engine(utility), run);
    const ids = instance.projects.map(({ id }) => id);
    let all = 0;
    for (const { choices, points, count: alike } of instance.ballots) {
      const view = points
        ? { ...NOTHING, points: choices.map((at, i) => ({ optionId: ids[at]!, points: points[i]! })) }
        : { ...NOTHING, choices: choices.map((at) => ids[at]!) };
      const mine = accountOf(explained.endowment!, purchases, supportsOf(view, rule));
      const theirs = paymentsOfBallot(exact, choices, utility === 'points' ? points : undefined);
      expect(mine.paid.map(({ id }) => id)).toEqual(theirs.payments.map(({ project }) => ids[project]));
      mine.paid.forEach(({ amount }, i) => expect(Number(amount) / 1e6).toBeCloseTo(asNumber(theirs.payments[i]!.paid), 5));
      expect(Number(mine.left) / 1e6).toBeCloseTo(asNumber(theirs.left), 5);
      expect(mine.paid.reduce((sum, { amount }) => sum + amount, mine.left)).toBe(mine.endowment);
      all += alike;
    }
    expect(all).toBe(explained.ballots);
  });

  it('is nothing for a ballot whose wishes were not bought', () => {
    const account = accountOf('12.500000', [{ id: 'a', share: '3.000000' }], new Map([['z', 1n]]));
    expect(account).toEqual({ endowment: 12_500_000n, paid: [], left: 12_500_000n });
  });

  it('says when it was the last money', () => {
    expect(accountOf('2.000000', [{ id: 'a', share: '3.000000' }], new Map([['a', 1n]])).paid).toEqual([
      { id: 'a', amount: 2_000_000n, last: true },
    ]);
  });

  it('reads decimals of any length', () => {
    expect([millionths('7'), millionths('7.5'), millionths('0.000001')]).toEqual([7_000_000n, 7_500_000n, 1n]);
  });
});
