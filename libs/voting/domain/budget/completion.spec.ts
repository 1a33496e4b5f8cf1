import { budgetSample, named } from '../spec-support/samples.js';
import { BudgetCount } from './budget-count.js';
import type { BudgetRule } from './budget-rules.js';

const repeat = (times: number, ballot: string): string[] => Array.from({ length: times }, () => ballot);

describe('completion of equal shares', () => {
  const equal = budgetSample(20, { k: 10, j: 10, i: 10 }, repeat(3, 'i j k'));

  it('raises the endowment by whole steps until nothing else fits', () => {
    const { equalShares, winners } = new BudgetCount(equal).by('mes_cost_add1');
    expect(named(equal, winners)).toEqual(['k', 'j']);
    expect(equalShares).toMatchObject({ runs: 2, run: { endowment: { n: 7n, d: 1n } } });
  });

  it('goes on until the next step would overspend when that is the stop rule', () => {
    const { equalShares } = new BudgetCount(equal).by('mes_cost_add1_until_overspend');
    expect(equalShares).toMatchObject({ runs: 5, run: { endowment: { n: 9n, d: 1n } } });
  });

  it('takes larger steps when the increment is larger', () => {
    const { equalShares } = new BudgetCount(equal, { increment: 5n }).by('mes_cost_add1');
    expect(equalShares).toMatchObject({ runs: 2, run: { endowment: { n: 6n, d: 1n } } });
    expect(() => new BudgetCount(equal, { increment: 0n }).by('mes_cost_add1')).toThrow(RangeError);
  });

  it('counts whole currency units where amounts have minor units', () => {
    const pence = { ...budgetSample(2000, { k: 1000, j: 1000, i: 1000 }, repeat(3, 'i j k')), decimals: 2 };
    expect(new BudgetCount(pence).by('mes_cost_add1').equalShares?.run.endowment).toEqual({ n: 700n, d: 1n });
  });

  it('funds everything with support in a single run when everything fits', () => {
    const small = budgetSample(30, { a: 12, b: 7, c: 10 }, ['a b', 'a b', 'b c', 'b c']);
    const outcome = new BudgetCount(small).by('mes_cost_add1u');
    expect(named(small, outcome.winners)).toEqual(['b', 'c', 'a']);
    expect(outcome.equalShares).toMatchObject({ runs: 1, everythingFits: true });
  });

  it('ends although a project without support would still fit', () => {
    const unloved = budgetSample(30, { a: 10, unloved: 5, huge: 100 }, ['a', 'a huge']);
    const rules: BudgetRule[] = ['mes_cost_add1', 'mes_cost_add1_until_overspend', 'mes_cardinality_add1u'];
    for (const rule of rules) expect(named(unloved, new BudgetCount(unloved).by(rule).winners)).toEqual(['a']);
  });

  it('fills up by votes at the end', () => {
    const short = budgetSample(30, { a: 20, b: 20 }, ['a', 'a', 'b', 'b']);
    expect(new BudgetCount(short).by('mes_cost_add1').winners).toEqual([]);
    expect(named(short, new BudgetCount(short).by('mes_cost_add1u').winners)).toEqual(['a']);
  });

  it('elects nobody without ballots', () => {
    expect(new BudgetCount(budgetSample(30, { a: 20 }, [])).by('mes_cost_add1u').winners).toEqual([]);
  });
});
