import { checkBallot } from '#voting/count';
import { type TrialQuestion, ballotsFromSupports, madeBallots } from './trial-ballots.js';

const options = ['a', 'b', 'c', 'd', 'e'].map((id, at) => ({ id, cost: BigInt(10 + at * 10) }));
const ids = new Set(options.map(({ id }) => id));
const question = (method: TrialQuestion['method'], rest: Partial<TrialQuestion> = {}): TrialQuestion => ({
  ...{ method, options, maxChoices: 3, pot: 60n, minSpend: null, pointsBudget: 10, pointsCap: 6 },
  ...rest,
});

describe('trial ballots', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(madeBallots(question('approval'), 50, 7)).toEqual(madeBallots(question('approval'), 50, 7));
    expect(madeBallots(question('approval'), 50, 8)).not.toEqual(madeBallots(question('approval'), 50, 7));
  });

  it('are ballots that the vote would take, in every method', () => {
    const costs = new Map(options.map(({ id, cost }) => [id, cost]));
    for (const ballot of madeBallots(question('approval'), 200, 1))
      expect(checkBallot({ method: 'approval', options: ids, min: 0, max: 3 }, ballot).ok).toBe(true);
    for (const ballot of madeBallots(question('knapsack'), 200, 1))
      expect(checkBallot({ method: 'knapsack', options: ids, costs, pot: 60n, minSpend: null }, ballot).ok).toBe(true);
    for (const ballot of madeBallots(question('points'), 200, 1))
      expect(checkBallot({ method: 'points', options: ids, budget: 10, cap: 6 }, ballot).ok).toBe(true);
    for (const ballot of madeBallots(question('ranked'), 200, 1))
      expect(checkBallot({ method: 'ranked', options: ids, ties: false, gaps: 'refuse', max: 3 }, ballot).ok).toBe(true);
  });

  it('are empty where somebody likes too little for a declared minimum (PBG-3)', () => {
    const groups = [
      { options: ['a'], people: 1 },
      { options: ['b', 'c'], people: 1 },
    ];
    const chosen = ballotsFromSupports(question('knapsack', { minSpend: 50n }), groups, 1).map((ballot) =>
      ballot.kind === 'choices' ? ballot.choices.length : 0,
    );
    expect(chosen).toEqual([0, 2]);
  });

  it('follow who supports what, one ballot a person', () => {
    const ballots = ballotsFromSupports(
      question('approval'),
      [
        { options: ['a', 'c'], people: 2 },
        { options: ['b'], people: 1 },
      ],
      1,
    );
    expect(ballots.map((ballot) => (ballot.kind === 'choices' ? [...ballot.choices].sort() : []))).toEqual([['a', 'c'], ['a', 'c'], ['b']]);
    expect(ballotsFromSupports(question('approval', { maxChoices: 1 }), [{ options: ['a', 'b', 'c'], people: 1 }], 1)).toEqual([
      { kind: 'choices', choices: [expect.any(String)] },
    ]);
  });
});
