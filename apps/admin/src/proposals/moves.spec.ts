import { costsMayChange, movesFrom } from './moves.js';

describe('what may be asked for a proposal', () => {
  it('leads from the draft to the shortlist', () => {
    expect(['draft', 'published', 'under_review', 'costed'].map((state) => movesFrom(state)[0]?.name)).toEqual([
      'publish',
      'review',
      'approve-costs',
      'shortlist',
    ]);
  });

  it('offers nothing while a vote runs, nor once it has ended', () => {
    for (const state of ['on_ballot', 'not_funded', 'rejected', 'withdrawn', 'delivered']) expect(movesFrom(state)).toEqual([]);
  });

  it('leads what was funded to its delivery', () => {
    expect(['funded', 'scheduled'].map((state) => movesFrom(state)[0]?.name)).toEqual(['schedule', 'deliver']);
  });

  it('keeps costs as they are once they are approved', () => {
    expect(costsMayChange('under_review')).toBe(true);
    expect(costsMayChange('costed')).toBe(false);
  });
});
