import type { ComparedRuleView } from '../views/results';
import { comparedRows, sameOutcomes } from './comparison';

const rule = (name: string, winners: string[], share: number, official = false): ComparedRuleView => ({
  rule: name,
  official,
  winners,
  spent: '0',
  left: '0',
  ballotsWithFundedChoice: 0,
  shareWithFundedChoice: share,
  sensitiveToTies: false,
});

describe('the same ballots by every rule', () => {
  const rows = comparedRows([
    rule('greedy_votes', ['a', 'b'], 0.7),
    rule('phragmen', ['c', 'a'], 0.9),
    rule('mes_cost_add1u', ['a', 'c'], 0.8, true),
  ]);

  it('puts the official rule first and says what each other would change', () => {
    expect(rows.map(({ rule: name, more, less }) => [name, more, less])).toEqual([
      ['mes_cost_add1u', [], []],
      ['phragmen', [], []],
      ['greedy_votes', ['b'], ['c']],
    ]);
  });

  it('puts rules with the same winners together, in whatever order they were elected', () => {
    expect(sameOutcomes(rows).map(({ rules }) => rules)).toEqual([['mes_cost_add1u', 'phragmen'], ['greedy_votes']]);
  });
});
