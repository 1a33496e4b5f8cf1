import { Cursors } from './cursors.js';

describe('pages of a keyset list', () => {
  it('needs no cursor for the first page', () => {
    expect(new Cursors().of('sparks', 1)).toBeUndefined();
  });

  it('knows where the next page begins once a page was read', () => {
    const cursors = new Cursors();
    cursors.note('sparks', 1, 'abc');
    expect(cursors.of('sparks', 2)).toBe('abc');
  });

  it('walks on from the nearest page it knows', () => {
    const cursors = new Cursors();
    cursors.note('sparks', 1, 'abc');
    expect(cursors.nearest('sparks', 5)).toBe(2);
    expect(cursors.nearest('proposals', 5)).toBe(1);
  });

  it('forgets the next page when the list has become shorter', () => {
    const cursors = new Cursors();
    cursors.note('sparks', 1, 'abc');
    cursors.note('sparks', 1, null);
    expect(cursors.of('sparks', 2)).toBeUndefined();
  });
});
