import type { Ballot, ConsentAnswer } from './ballot.js';
import { budgetInstanceOf, rankedInstanceOf } from './ballots-to-instance.js';
import { consentTotals, dateTotals, optionTotals } from './totals.js';

const choices = (...ids: string[]): Ballot => ({ kind: 'choices', choices: ids });
const consent = (...answers: ConsentAnswer[]): Ballot[] => answers.map((answer) => ({ kind: 'consent', answer }));

describe('totals', () => {
  it('order options by votes or points, then by supporters, then by lot', () => {
    expect(optionTotals(['x', 'y', 'z'], [choices('z', 'y'), choices('y', 'z')]).map((each) => each.option)).toEqual(['y', 'z', 'x']);
    const dots: Ballot[] = [
      { kind: 'points', points: [{ option: 'x', points: 2 }] },
      { kind: 'points', points: [{ option: 'y', points: 1 }] },
    ];
    expect(optionTotals(['y', 'x'], dots)[0]).toEqual({ option: 'x', total: 2, supporters: 1 });
  });

  it('end a consent poll by block, consent, majority or nobody', () => {
    expect(consentTotals(consent('agree', 'block')).outcome).toBe('BLOCKED');
    expect(consentTotals(consent('agree', 'abstain')).outcome).toBe('CONSENT');
    expect(consentTotals(consent('agree', 'agree', 'disagree')).outcome).toBe('AGREED');
    expect(consentTotals(consent('agree', 'disagree')).outcome).toBe('REJECTED');
    expect(consentTotals(consent('abstain')).outcome).toBe('NO_ANSWERS');
  });

  it('order dates by yes, then by yes and maybe; what is not mentioned is a no', () => {
    const ballots: Ballot[] = [
      {
        kind: 'dates',
        answers: [
          { option: 'mon', answer: 'yes' },
          { option: 'tue', answer: 'yes' },
        ],
      },
      { kind: 'dates', answers: [{ option: 'tue', answer: 'maybe' }] },
    ];
    expect(dateTotals(['mon', 'tue', 'wed'], ballots)).toEqual([
      { option: 'tue', yes: 1, maybe: 1, no: 0 },
      { option: 'mon', yes: 1, maybe: 0, no: 1 },
      { option: 'wed', yes: 0, maybe: 0, no: 2 },
    ]);
  });
});

describe('ballots as an instance', () => {
  const question = { projects: ['a', 'b'].map((id) => ({ id, name: id, cost: 5n, details: {} })), budget: 10n, decimals: 2 };

  it('merge alike and keep the lot order', () => {
    const instance = budgetInstanceOf(question, [choices('b', 'a'), choices('a', 'b'), choices()]);
    expect(instance.ballots).toEqual([
      { count: 2, choices: [0, 1] },
      { count: 1, choices: [] },
    ]);
    const dots: Ballot = { kind: 'points', points: [{ option: 'b', points: 2 }] };
    expect(budgetInstanceOf(question, [dots])).toMatchObject({ voteType: 'cumulative', ballots: [{ choices: [1], points: [2] }] });
  });

  it('rank groups by their ranks', () => {
    const ballot: Ballot = {
      kind: 'ranked',
      ranks: [
        { option: 'b', rank: 1 },
        { option: 'a', rank: 2 },
        { option: 'c', rank: 2 },
      ],
    };
    expect(rankedInstanceOf(['a', 'b', 'c'], [ballot, ballot]).ballots).toEqual([{ count: 2, ranks: [[1], [0, 2]] }]);
    expect(budgetInstanceOf(question, [{ kind: 'ranked', ranks: [{ option: 'b', rank: 1 }] }])).toMatchObject({
      voteType: 'ordinal',
      ballots: [{ choices: [1] }],
    });
  });

  it('refuse options that are not on the ballot and ballots of another kind', () => {
    expect(() => budgetInstanceOf(question, [choices('z')])).toThrow(RangeError);
    expect(() => rankedInstanceOf(['a'], [choices('a')])).toThrow(RangeError);
    expect(() => budgetInstanceOf(question, consent('agree'))).toThrow(RangeError);
  });
});
