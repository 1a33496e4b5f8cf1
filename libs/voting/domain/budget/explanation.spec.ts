import { budgetSample, named } from '../spec-support/samples.js';
import { BudgetCount } from './budget-count.js';
import type { BudgetRule } from './budget-rules.js';
import { accountFor, paymentsOfBallot } from './equal-shares-account.js';
import { explainBudget } from './explanation.js';
import type { Reason } from './reasons.js';

const repeat = (times: number, ballot: string): string[] => Array.from({ length: times }, () => ballot);
const sample = budgetSample(300, { stage: 120, lunch: 90, film: 80, talk: 50, huge: 900, none: 10 }, [
  ...repeat(4, 'stage lunch'),
  ...repeat(2, 'stage talk'),
  ...repeat(3, 'film talk'),
  'huge lunch',
]);

function reasons(rule: BudgetRule, instance = sample): Record<string, Reason> {
  const count = new BudgetCount(instance);
  return Object.fromEntries(explainBudget(count, count.by(rule)).projects.map(({ project, reason }) => [project, reason]));
}

describe('explanation of equal shares', () => {
  it('tells who paid what for a project that was bought', () => {
    expect(reasons('mes_cost_none')['stage']).toEqual({
      code: 'BOUGHT',
      step: 1,
      share: '20.000000',
      payFullShare: 6,
      payLastMoney: 0,
      hadNothingLeft: 0,
      effectiveVotes: '6.000000',
      tie: null,
    });
  });

  it('tells what supporters still had, what was missing and which purchases took their money', () => {
    const film = reasons('mes_cost_none')['film'];
    expect(film).toMatchObject({ code: 'SUPPORTERS_SHORT', supportersHave: '60.000000', shortBy: '20.000000', unaffordableAfterStep: 2 });
    expect(film).toMatchObject({ drainedBy: [{ project: 'talk', amount: '30.000000' }], leftAtEnd: null });
  });

  it('keeps apart what was added at the end', () => {
    const count = new BudgetCount(budgetSample(30, { a: 20, b: 20, c: 5 }, ['a', 'a', 'b', 'b', 'c']));
    const explanation = explainBudget(count, count.by('mes_cost_add1u'));
    const of = (id: string): Reason | undefined => explanation.projects.find((each) => each.project === id)?.reason;
    expect(of('c')).toMatchObject({ code: 'BOUGHT' });
    expect(of('a')).toEqual({ code: 'ADDED_AT_END', leftBefore: '25', tie: { with: ['b'], settledBy: 'LOT' } });
    expect(of('b')).toMatchObject({ code: 'SUPPORTERS_SHORT', leftAtEnd: '5' });
    expect(explanation).toMatchObject({ tieMattered: true, lotMattered: true, spent: '25', left: '5' });
  });

  it('says plainly when a project is dearer than the pot, has no votes or is free', () => {
    expect(reasons('mes_cost_add1u')).toMatchObject({ huge: { code: 'DEARER_THAN_POT' }, none: { code: 'NO_VOTES' } });
    expect(reasons('mes_cost_none', budgetSample(9, { free: 0, a: 9 }, ['free', 'a']))).toMatchObject({ free: { code: 'FREE' } });
  });

  it('measures how near a project came by its effective support', () => {
    const half = reasons('mes_cost_none', budgetSample(40, { a: 30, b: 10 }, ['a', 'b', 'b', 'b']));
    expect(half['a']).toMatchObject({ code: 'SUPPORTERS_SHORT', effectiveSupport: '0.333333', unaffordableAfterStep: 0 });
  });

  it('balances: every purchase is paid exactly, spent and left make up all shares', () => {
    const count = new BudgetCount(sample);
    const { equalShares } = count.by('mes_cost_add1');
    const account = accountFor(count.engine('cost'), equalShares!.run);
    const { n, d } = account.moneyLeft;
    expect(account.moneySpent * d + n).toBe(10n * account.endowment.n * d);
  });

  it('shows a voter what the own ballot paid and what is left', () => {
    const count = new BudgetCount(sample);
    const account = accountFor(count.engine('cost'), count.by('mes_cost_none').equalShares!.run);
    const mine = paymentsOfBallot(account, [0, 3]);
    expect(mine.payments.map(({ project, paid }) => [named(sample, [project])[0], paid])).toEqual([
      ['stage', { n: 20n, d: 1n }],
      ['talk', { n: 10n, d: 1n }],
    ]);
    expect(mine.left).toEqual({ n: 0n, d: 1n });
  });
});

describe('explanation of the other rules', () => {
  it('tells how much was left when the walk came by', () => {
    expect(reasons('greedy_votes')).toMatchObject({
      stage: { code: 'FITTED', leftBefore: '300' },
      lunch: { code: 'FITTED' },
      film: { code: 'DID_NOT_FIT', leftBefore: '40', shortBy: '40' },
      none: { code: 'NO_VOTES' },
    });
  });

  it('tells when Phragmén money sufficed and what ended the count', () => {
    const found = reasons('phragmen', budgetSample(100, { a: 60, b: 30, c: 30 }, ['a b', 'a b', 'a', 'c']));
    expect(found).toMatchObject({ b: { code: 'EARNED', earned: '15.000000' }, a: { code: 'COUNT_ENDED', stoppedBy: ['a'] } });
  });
});
