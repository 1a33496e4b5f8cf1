import type { BudgetInstance } from '#voting/count';
import { budgetSample, pointsSample, rankedSample } from '../domain/spec-support/samples.js';
import { type ComparedRule, type Comparison, compareRules } from './comparison.js';

/**
 * A town like many: 130 of 250 want the four big works, the others something for their own quarter. Counting votes gives the
 * big works everything; equal shares leave each quarter its part.
 */
function town(): BudgetInstance {
  const costs = { stadium: 300, road: 280, pool: 250, square: 170, library: 60, garden: 50, stage: 55, ramp: 45, swings: 40 };
  const quarters = ['library garden', 'stage ramp', 'swings library', 'garden ramp'];
  const own = quarters.flatMap((ballot) => Array.from({ length: 29 }, () => ballot));
  return budgetSample(1_000, costs, [
    ...Array.from({ length: 130 }, () => 'stadium road pool square'),
    ...own,
    'swings',
    'stage',
    'stage',
    '',
  ]);
}

const by = (comparison: Comparison, rule: string): ComparedRule => comparison.rules.find((one) => one.rule === rule)!;

describe('the counterfactual lab', () => {
  it('shows how many voters each rule leaves with nothing', () => {
    const lab = compareRules({ kind: 'comparison', instance: town(), official: 'mes_cost_add1u' });
    expect(lab.ballots).toBe(250);
    expect(by(lab, 'greedy_votes')).toMatchObject({
      winners: ['square', 'pool', 'road', 'stadium'],
      left: '0',
      ballotsWithFundedChoice: 130,
    });
    expect(by(lab, 'mes_cost_add1u').ballotsWithFundedChoice).toBe(249);
    expect(lab.rules.filter((one) => one.official).map((one) => one.rule)).toEqual(['mes_cost_add1u']);
  });

  it('asks only for rules that fit the ballots', () => {
    const rulesOf = (comparison: Comparison): string[] => comparison.rules.map((one) => one.rule);
    const approvals = rulesOf(compareRules({ kind: 'comparison', instance: town(), official: 'greedy_votes' }));
    expect(approvals).toEqual(expect.arrayContaining(['greedy_stop_at_first_misfit', 'phragmen', 'mes_cardinality_add1']));
    expect(approvals).not.toEqual(expect.arrayContaining(['greedy_score']));
    expect(approvals).not.toContain('greedy_with_threshold');
    const points = compareRules({
      kind: 'comparison',
      instance: pointsSample(10, { a: 5 }, ['a:3']),
      official: 'greedy_score',
      threshold: 1,
    });
    expect(rulesOf(points)).toEqual(expect.arrayContaining(['greedy_score', 'mes_points_add1u', 'greedy_with_threshold']));
  });

  it('says when the lot decides, and when a tie was settled without it (VOT-9)', () => {
    const twins = budgetSample(10, { a: 10, b: 10, c: 10 }, ['a', 'b', 'c']);
    expect(by(compareRules({ kind: 'comparison', instance: twins, official: 'greedy_votes' }), 'greedy_votes')).toMatchObject({
      winners: ['a'],
      tieMattered: true,
      sensitiveToTies: true,
    });
    const cheaper = budgetSample(10, { a: 10, b: 9 }, ['a', 'b']);
    expect(by(compareRules({ kind: 'comparison', instance: cheaper, official: 'greedy_votes' }), 'greedy_votes')).toMatchObject({
      winners: ['b'],
      tieMattered: true,
      sensitiveToTies: false,
    });
  });

  it('sets ranked rules side by side, Borda for show only', () => {
    const instance = rankedSample('A B C', ['4: A B C', '3: B C A', '2: C B A']);
    const lab = compareRules({ kind: 'comparison', instance, official: 'irv' });
    expect(lab.rules.map(({ rule, winners }) => [rule, winners])).toEqual([
      ['irv', ['B']],
      ['schulze', ['B']],
      ['ranked_pairs', ['B']],
      ['borda', ['B']],
    ]);
    expect(by(lab, 'schulze')).toMatchObject({ spent: null, ballotsWithFundedChoice: 9, sensitiveToTies: false });
    expect(compareRules({ kind: 'comparison', instance, official: 'scottish_stv', seats: 2 }).rules.map((one) => one.rule)).toContain(
      'scottish_stv',
    );
    const tied = compareRules({ kind: 'comparison', instance: rankedSample('A B', ['1: A', '1: B']), official: 'irv' });
    expect(by(tied, 'irv')).toMatchObject({ winners: ['A'], sensitiveToTies: true });
  });

  it('counts nothing for nobody', () => {
    const lab = compareRules({ kind: 'comparison', instance: budgetSample(10, { a: 5 }, []), official: 'greedy_votes' });
    expect(lab).toMatchObject({ ballots: 0 });
    expect(lab.rules.every((one) => one.winners.length === 0 && !one.sensitiveToTies)).toBe(true);
  });
});
