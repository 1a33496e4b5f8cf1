import { ballotBody, contentOf, saysSomething } from './ballot-body';

describe('the ballot that a form says', () => {
  it('is what was ticked, nothing included', () => {
    expect(
      ballotBody('approval', [
        ['choice', 'a'],
        ['receipt', ''],
        ['choice', 'b'],
      ]),
    ).toEqual({ choices: ['a', 'b'] });
    expect(ballotBody('knapsack', [])).toEqual({ choices: [] });
  });

  it('is the points that were given', () => {
    expect(
      ballotBody('points', [
        ['points-a', '3'],
        ['points-b', ''],
        ['points-c', '0'],
        ['points-d', ' 2 '],
      ]),
    ).toEqual({
      points: [
        { optionId: 'a', points: 3 },
        { optionId: 'd', points: 2 },
      ],
    });
  });

  it('is the ranks that were given', () => {
    expect(
      ballotBody('ranked', [
        ['rank-a', '2'],
        ['rank-b', '1'],
        ['rank-c', ''],
      ]),
    ).toEqual({
      ranks: [
        { optionId: 'a', rank: 2 },
        { optionId: 'b', rank: 1 },
      ],
    });
  });

  it('is an answer, with a reason only where it blocks', () => {
    expect(
      ballotBody('consent', [
        ['answer', 'block'],
        ['reason', 'No ramp.'],
      ]),
    ).toEqual({ answer: 'block', reason: 'No ramp.' });
    expect(
      ballotBody('consent', [
        ['answer', 'agree'],
        ['reason', 'Fine.'],
      ]),
    ).toEqual({ answer: 'agree' });
    expect(saysSomething('consent', ballotBody('consent', []))).toBe(false);
    expect(saysSomething('approval', ballotBody('approval', []))).toBe(true);
  });

  it('is an answer a date', () => {
    const body = ballotBody('dates', [
      ['date-x', 'yes'],
      ['date-y', 'maybe'],
    ]);
    expect(contentOf(body).dates).toEqual([
      { optionId: 'x', answer: 'yes' },
      { optionId: 'y', answer: 'maybe' },
    ]);
  });
});
