import { adviceOn } from './advice.js';
import { NEW_DRAFT, optionsOf, rulesOf, type Draft } from './draft.js';

const frame = { currency: 'GBP', timeZone: 'Europe/London' };
const shortlist = ['a', 'b'].map((id) => ({ id, title: id, cost: { amount: 6_000, currency: 'GBP' } }));
const codes = (change: Partial<Draft>): string[] => {
  const draft = { ...NEW_DRAFT, pot: '100', proposalIds: ['a', 'b'], ...change };
  return adviceOn(rulesOf(draft, optionsOf(draft, shortlist, frame, String), frame)).map(({ code }) => code);
};

describe('advice', () => {
  it('recommends three picks and warns against forcing them', () => {
    expect(codes({})).toContain('three_picks');
    expect(codes({ minChoices: 3 })).toContain('never_force');
  });

  it('says when no vote is needed, and when an option can never be bought', () => {
    expect(codes({ pot: '120' })).toContain('everything_fits');
    expect(codes({ pot: '59.99' }).filter((code) => code === 'dearer_than_pot')).toHaveLength(2);
    expect(codes({})).not.toEqual(expect.arrayContaining(['everything_fits']));
  });

  it('says when nobody could meet a minimum (PBG-3)', () => {
    expect(codes({ method: 'knapsack', minSpend: '100' })).not.toContain('minimum_out_of_reach');
    expect(codes({ method: 'knapsack', minSpend: '100.01' })).toContain('minimum_out_of_reach');
    expect(codes({ method: 'knapsack', pot: '200', minSpend: '130' })).toContain('minimum_out_of_reach');
  });

  it('weighs the rules', () => {
    expect(codes({ rule: 'greedy_votes' })).toContain('greedy');
    expect(codes({ rule: 'mes_cost_none' })).toContain('underspends');
    expect(codes({ increment: '5' })).toEqual(expect.arrayContaining(['recommended', 'own_increment']));
    expect(codes({ method: 'ranked', source: 'own', ownOptions: 'a\nb\nc', seats: 2 })).toContain('several_seats');
  });
});
