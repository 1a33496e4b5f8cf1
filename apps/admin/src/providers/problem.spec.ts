import { fieldErrors, moneyErrorsOnTheBox } from './problem.js';

describe('the fields a problem names', () => {
  it('puts each message at the field its pointer names', () => {
    expect(
      fieldErrors([
        { pointer: '/name', message: 'is too long' },
        { pointer: '/lines/1/price', message: 'must be positive' },
      ]),
    ).toEqual({
      name: 'is too long',
      lines: [undefined, { price: 'must be positive' }],
    });
  });

  it('keeps the first message of a field', () => {
    expect(
      fieldErrors([
        { pointer: '/name', message: 'first' },
        { pointer: '/name', message: 'second' },
      ]),
    ).toEqual({ name: 'first' });
  });

  it('leaves out messages that belong to no field', () => {
    expect(fieldErrors([{ pointer: '', message: 'too many values' }])).toEqual({});
  });

  it('shows errors of an amount at its box', () => {
    expect(
      moneyErrorsOnTheBox([
        { pointer: '/goal/amount', message: 'a' },
        { pointer: '/amount', message: 'b' },
      ]),
    ).toEqual([
      { pointer: '/goal', message: 'a' },
      { pointer: '/amount', message: 'b' },
    ]);
  });
});
