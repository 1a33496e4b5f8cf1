import { paperBody } from './paper-body.js';

describe('what a sheet of paper says, by method (VOT-12)', () => {
  const code = 'ABCD-EFGH-JKLM';

  it.each([
    ['approval', { choices: { a: true, b: false } }, { choices: ['a'] }],
    ['support', { choices: { a: true } }, { choices: ['a'] }],
    ['knapsack', {}, { choices: [] }],
    ['points', { points: { a: 7, b: null } }, { points: [{ optionId: 'a', points: 7 }] }],
    [
      'ranked',
      { ranks: { a: 2, b: 1, c: '' } },
      {
        ranks: [
          { optionId: 'a', rank: 2 },
          { optionId: 'b', rank: 1 },
        ],
      },
    ],
    ['dates', { dates: { a: 'yes', b: undefined } }, { dates: [{ optionId: 'a', answer: 'yes' }] }],
    ['consent', { answer: 'agree', reason: 'left over' }, { answer: 'agree' }],
    ['consent', { answer: 'block', reason: 'Too loud' }, { answer: 'block', reason: 'Too loud' }],
  ])('%s: %j', (method, values, body) => {
    expect(paperBody(method, { code: ` ${code} `, ...values })).toEqual({ code, ...body });
  });
});
