import { faultsOf, move } from '#kernel';
import { BEFORE_BALLOT, PROPOSAL_STATES, editMakesVersion } from './proposal.js';

describe('the states of a proposal (PRP-1)', () => {
  it('has no unreachable state and no unknown target', () => {
    expect(faultsOf(PROPOSAL_STATES, 'draft')).toEqual([]);
  });

  it('answers a refused move with those that are allowed', () => {
    expect(() => move(PROPOSAL_STATES, 'draft', 'funded')).toThrow(
      expect.objectContaining({ code: 'WRONG_STATE', details: { from: 'draft', to: 'funded', allowed: ['published', 'withdrawn'] } }),
    );
  });

  it('may be withdrawn from every state before the ballot (PRP-4)', () => {
    for (const state of BEFORE_BALLOT) expect(PROPOSAL_STATES[state]).toContain('withdrawn');
  });
});

describe('editing a proposal (PRP-3)', () => {
  const published = new Date('2016-03-01T10:00:00Z');

  it('is free for five minutes after publishing', () => {
    expect(editMakesVersion(null, published)).toBe(false);
    expect(editMakesVersion(published, new Date('2016-03-01T10:04:59.999Z'))).toBe(false);
  });

  it('makes a version from then on', () => {
    expect(editMakesVersion(published, new Date('2016-03-01T10:05:00Z'))).toBe(true);
  });
});
