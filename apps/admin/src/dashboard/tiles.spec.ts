import { DESKS, desksOf } from './tiles.js';

describe('the desks', () => {
  it('have at most six tiles, none twice', () => {
    for (const tiles of Object.values(DESKS)) {
      expect(tiles.length).toBeLessThanOrEqual(6);
      expect(new Set(tiles).size).toBe(tiles.length);
    }
  });

  it('give one desk for each kind of work', () => {
    expect(desksOf({ roles: ['owner', 'organiser', 'treasurer'], isAdmin: false })).toEqual(['organiser', 'treasurer']);
  });

  it('give whoever runs the installation a desk without any role', () => {
    expect(desksOf({ roles: [], isAdmin: true })).toEqual(['admin']);
  });

  it('give nobody a desk they have no role for', () => {
    expect(desksOf({ roles: [], isAdmin: false })).toEqual([]);
  });
});
