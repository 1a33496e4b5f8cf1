import { inRankOrder, movedTo } from './ranking';

describe('a ranking', () => {
  it('moves one up, down, or to another place', () => {
    expect(movedTo(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b']);
    expect(movedTo(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  });

  it('stays as it is when there is nowhere to go', () => {
    expect(movedTo(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(movedTo(['a', 'b'], 5, 0)).toEqual(['a', 'b']);
  });

  it('shows ranked ones first and the others as they were', () => {
    const ranks = new Map([
      ['c', 1],
      ['a', 2],
    ]);
    expect(inRankOrder(['a', 'b', 'c', 'd'], (id) => ranks.get(id))).toEqual(['c', 'a', 'b', 'd']);
  });
});
