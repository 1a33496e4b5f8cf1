import { outcomeOf } from './outcome-of.js';
import { type StoredVote, budgetInstance, rankedInstance, singleBallots } from './stored-vote.js';

/** Four options at positions 1 to 5, of which the third was withdrawn. */
const vote = (over: Partial<StoredVote>): StoredVote => ({
  ...{ method: 'approval', rule: 'greedy_votes', pot: 10_000n, decimals: 2, increment: 100n, threshold: 0, seats: 1, maxChoices: 5 },
  options: [1, 2, 4, 5].map((number) => ({ id: `o${number}`, number, title: `Option ${number}`, cost: BigInt(number) * 1_000n })),
  ...over,
});
const parts = (...groups: [number, number[], number[] | null, string | null][][]): string[] => groups.map((part) => JSON.stringify(part));

describe('A closed vote as its rows hold it', () => {
  it('is put together from all parts, without what was withdrawn', () => {
    const groups = parts([[3, [1, 3, 5], null, null]], [[1, [3], null, null]], [[2, [], null, null]]);
    const instance = budgetInstance(vote({}), groups);
    expect(instance.projects.map(({ id, cost }) => [id, cost])).toEqual([
      ['o1', 1_000n],
      ['o2', 2_000n],
      ['o4', 4_000n],
      ['o5', 5_000n],
    ]);
    expect(instance.ballots).toEqual([
      { count: 3, choices: [0, 3] },
      { count: 1, choices: [] },
      { count: 2, choices: [] },
    ]);
    expect(outcomeOf(vote({}), groups)).toMatchObject({ kind: 'budget', winners: ['o1', 'o5'] });
  });

  it('keeps points beside their options', () => {
    const groups = parts([[2, [1, 3, 4], [5, 4, 1], null]]);
    const points = vote({ method: 'points' });
    expect(budgetInstance(points, groups)).toMatchObject({
      voteType: 'cumulative',
      ballots: [{ count: 2, choices: [0, 2], points: [5, 1] }],
    });
    expect(singleBallots(points, groups).ballots).toHaveLength(2);
    expect(outcomeOf(vote({ method: 'points', rule: 'most_votes', pot: null }), groups).winners).toEqual(['o1']);
  });

  it('keeps equal ranks together, and closes the gap that something withdrawn leaves', () => {
    const groups = parts([[4, [1, 2, 3, 5], [3, 1, 2, 3], null]]);
    expect(rankedInstance(vote({ method: 'ranked', pot: null }), groups).ballots).toEqual([{ count: 4, ranks: [[1], [0, 3]] }]);
    expect(outcomeOf(vote({ method: 'ranked', rule: 'irv', pot: null }), groups).winners).toEqual(['o2']);
  });

  it('reads answers to dates and to a question, whose reasons stand in the order of the alphabet', () => {
    const dates = parts([
      [2, [1, 2], [2, 1], null],
      [1, [2], [2], null],
    ]);
    expect(outcomeOf(vote({ method: 'dates', rule: 'most_yes', pot: null }), dates)).toMatchObject({
      winners: ['o1'],
      dates: [{ option: 'o1', yes: 2, maybe: 0, no: 1 }, { option: 'o2', yes: 1, maybe: 2, no: 0 }, { option: 'o4' }, { option: 'o5' }],
    });
    const consent = parts([
      [3, [], [1], null],
      [1, [], [4], 'Too late'],
      [1, [], [4], 'Rain'],
    ]);
    expect(outcomeOf(vote({ method: 'consent', rule: 'consent', pot: null, options: [] }), consent).consent).toEqual({
      counts: { agree: 3, abstain: 0, disagree: 0, block: 2 },
      outcome: 'BLOCKED',
      reasons: ['Rain', 'Too late'],
    });
  });
});
