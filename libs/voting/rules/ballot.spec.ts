import { faultsOf, move } from '#kernel';
import { BALLOT_STATES } from './ballot.js';

describe('the states of a ballot', () => {
  it('has no unreachable state and no unknown target', () => {
    expect(faultsOf(BALLOT_STATES, 'draft')).toEqual([]);
  });

  it('closes once and is never opened again', () => {
    expect(move(BALLOT_STATES, 'open', 'closing')).toBe('closing');
    expect(() => move(BALLOT_STATES, 'closing', 'open')).toThrow(expect.objectContaining({ code: 'WRONG_STATE' }));
    expect(() => move(BALLOT_STATES, 'closed', 'open')).toThrow(expect.objectContaining({ code: 'WRONG_STATE' }));
  });
});
