import { costsMayChange, movesFrom, type Who } from './moves.js';

const owner: Who = { roles: ['owner'], mine: true };
const somebody = (...roles: Who['roles']): Who => ({ roles, mine: false });

describe('what may be asked for a proposal', () => {
  it('leads from the draft to the shortlist', () => {
    expect(['draft', 'published', 'under_review', 'costed'].map((state) => movesFrom(state, owner)[0]?.name)).toEqual([
      'publish',
      'review',
      'approve-costs',
      'shortlist',
    ]);
  });

  it('offers nothing while a vote runs, nor once it has ended', () => {
    for (const state of ['on_ballot', 'not_funded', 'rejected', 'withdrawn', 'delivered']) expect(movesFrom(state, owner)).toEqual([]);
  });

  it('leads what was funded to its delivery', () => {
    expect(['funded', 'scheduled'].map((state) => movesFrom(state, somebody('programme')).map(({ name }) => name))).toEqual([
      ['schedule'],
      ['deliver'],
    ]);
  });

  it('offers nobody what the API would refuse them', () => {
    for (const state of ['published', 'under_review', 'costed', 'funded']) expect(movesFrom(state, somebody('volunteer'))).toEqual([]);
    expect(movesFrom('published', { roles: ['volunteer'], mine: true }).map(({ name }) => name)).toEqual(['withdraw']);
    expect(movesFrom('under_review', somebody('treasurer')).map(({ name }) => name)).toEqual(['approve-costs']);
  });

  it('keeps costs as they are once they are approved', () => {
    expect(costsMayChange('under_review', somebody('estimator'))).toBe(true);
    expect(costsMayChange('under_review', somebody('treasurer'))).toBe(false);
    expect(costsMayChange('costed', owner)).toBe(false);
  });
});
