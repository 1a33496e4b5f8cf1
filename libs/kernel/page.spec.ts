import { fromCursor, idAfter, pageOf, toCursor } from './page.js';

const ID = '0198a000-0000-7000-8000-000000000000';

describe('A page of a list', () => {
  it('goes on where it ended, by a cursor of its last row', () => {
    const page = pageOf([{ n: 3 }, { n: 2 }, { n: 1 }], 2, (row) => [row.n, ID]);
    expect(page.items).toEqual([{ n: 3 }, { n: 2 }]);
    expect(fromCursor(page.next!, 'count', 'id')).toEqual([2, ID]);
  });

  it('has no next where nothing is left', () => {
    expect(pageOf([{ n: 1 }], 1, (row) => [row.n]).next).toBeNull();
    expect(idAfter(undefined)).toBeNull();
  });

  it('takes every kind of key that we write', () => {
    const key = [ID, -7, (-(2n ** 63n)).toString(), '2028-02-29', '2028-02-29T12:00:00.000Z'];
    expect(fromCursor(toCursor(key), 'id', 'count', 'bigint', 'day', 'instant')).toEqual(key);
  });

  it.each([
    ['id', 'x'],
    ['id', 7],
    ['id', ID.toUpperCase()],
    ['count', '7'],
    ['count', 1.5],
    ['count', 2 ** 31],
    ['bigint', (2n ** 63n).toString()],
    ['bigint', '0x7'],
    ['day', '2026-02-29'],
    ['day', '2026-02-28T00:00:00.000Z'],
    ['instant', '2026-02-28'],
    ['instant', 'tomorrow'],
  ] as const)('refuses a key that is no %s: %p', (part, value) => {
    expect(() => fromCursor(toCursor([value]), part)).toThrow(expect.objectContaining({ code: 'BAD_CURSOR' }));
  });

  it.each(['', '%', 'bm8', toCursor([]), toCursor([ID, ID]), Buffer.from('{"0":1}').toString('base64url')])(
    'refuses what is no cursor of this list: %p',
    (cursor) => {
      expect(() => fromCursor(cursor, 'id')).toThrow(expect.objectContaining({ code: 'BAD_CURSOR' }));
    },
  );
});
