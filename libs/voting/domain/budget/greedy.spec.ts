import { budgetSample, named, pointsSample } from '../spec-support/samples.js';
import { BudgetCount } from './budget-count.js';
import type { BudgetRule } from './budget-rules.js';
import { budgetRulesFor } from './budget-rules.js';

const ballots = ['a b', 'a b', 'a c', 'b', 'c d'];
const sample = budgetSample(100, { a: 60, b: 50, c: 40, d: 10, e: 1 }, ballots);
const winners = (rule: BudgetRule, instance = sample, parameters = {}): string[] =>
  named(instance, new BudgetCount(instance, parameters).by(rule).winners);

describe('greedy rules (PBG-4)', () => {
  it('walk by votes and skip what does not fit; cheaper first among equals', () => {
    expect(winners('greedy_votes')).toEqual(['b', 'c', 'd']);
  });

  it('walk by votes per cost', () => {
    expect(winners('greedy_votes_per_cost')).toEqual(['d', 'b', 'c']);
  });

  it('walk by points', () => {
    const points = pointsSample(30, { a: 20, b: 20, c: 10 }, ['a:1 b:3', 'a:1 c:1', 'a:1']);
    expect(winners('greedy_votes', points)).toEqual(['a', 'c']);
    expect(winners('greedy_score', points)).toEqual(['a', 'c']);
    const more = pointsSample(20, { a: 20, b: 20 }, ['a:1 b:3', 'a:1']);
    expect(winners('greedy_score', more)).toEqual(['b']);
  });

  it('stop at the first misfit, or leave out what has too few votes', () => {
    const tight = budgetSample(55, { a: 50, b: 50, d: 5 }, ['a b', 'a b', 'a', 'd']);
    expect(winners('greedy_votes', tight)).toEqual(['a', 'd']);
    expect(winners('greedy_stop_at_first_misfit', tight)).toEqual(['a']);
    expect(winners('greedy_with_threshold', tight, { threshold: 2 })).toEqual(['a']);
  });

  it('never fund what nobody voted for, and fund free projects with support', () => {
    const free = budgetSample(10, { free: 0, unloved: 0, paid: 10 }, ['free', 'paid', 'paid']);
    expect(winners('greedy_votes', free)).toEqual(['paid', 'free']);
    expect(winners('greedy_votes_per_cost', free)).toEqual(['free', 'paid']);
  });

  it('say how many ballots got nothing', () => {
    const outcome = new BudgetCount(sample).by('greedy_with_threshold');
    expect(outcome.ballotsWithNoFundedChoice).toBe(0);
    expect(outcome.fundedChoicesPerBallot).toEqual({ n: 6n, d: 5n });
  });

  it('are offered with points only where ballots have points or ranks', () => {
    expect(budgetRulesFor(sample)).not.toContain('greedy_score');
    expect(budgetRulesFor({ ...sample, voteType: 'ordinal' })).toContain('greedy_score');
    expect(budgetRulesFor({ ...sample, voteType: 'ordinal' })).not.toContain('mes_points_none');
    expect(budgetRulesFor({ ...sample, voteType: 'scoring' })).toContain('mes_points_add1u');
  });

  it('score ranks from the number of places down', () => {
    const ranks = {
      ...budgetSample(10, { a: 10, b: 10 }, []),
      voteType: 'ordinal' as const,
      maxLength: 2,
      ballots: [{ count: 3, choices: [1, 0] }],
    };
    expect(new BudgetCount(ranks).tally.scores).toEqual([3, 6]);
  });
});
