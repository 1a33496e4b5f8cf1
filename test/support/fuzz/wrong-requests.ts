import { toCursor } from '#kernel';

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Path values that name nothing, and some that try more. */
export const BAD_PATHS = ['not-a-uuid', '%00', '%ff%fe', '..%2f..%2fetc', '0', 'x'.repeat(150), '%F0%9F%8E%89', '{id}', "1'--", NOBODY];
/** Query strings that break bounds, repeat or flood. */
export const BAD_QUERIES = [
  'limit=-1', 'limit=0', 'limit=abc', 'limit=1e9', 'limit=1.5', 'limit=', 'limit=101', 'limit=1&limit=2', 'limit[]=1', 'limit[a]=1',
  'after=nonsense', 'after=%00', 'after=', `after=${'x'.repeat(600)}`, 'after=W251bGwsbnVsbF0', 'after=eyJhIjoxfQ', 'after=a&after=b',
  'sort=sideways', 'state=none', 'unknown=1', '__proto__[a]=1', 'constructor=1', '%ff=%fe', 'link=short', 'asOf=2026-02-31', 'amount=1e308',
  Array.from({ length: 60 }, (_, i) => `p${i}=1`).join('&'),
]; // oxfmt-ignore
/** Cursors as we write them, of parts that are no id, count, day or instant. */
export const FORGED_CURSORS = [
  ...[['x'], [7], [1e300], ['00000000-0000-0000-0000-00000000000']],
  ...[
    ['x', 'x'],
    [1e300, 'x'],
    [-1.5, NOBODY],
    ['2026-02-31', NOBODY],
    ['infinity', NOBODY],
    ['2026-02-28T25:00:00.000Z', NOBODY],
  ],
  ...[
    ['x', 'x', 'x'],
    [NOBODY, '9'.repeat(19), NOBODY],
    [NOBODY, '1', 'x'],
  ],
].map((key) => `after=${toCursor(key)}`);
/** Headers that a client may get wrong. */
export const BAD_HEADERS: Record<string, string>[] = [
  { 'idempotency-key': 'short' },
  { 'idempotency-key': '' },
  { 'idempotency-key': 'k'.repeat(300) },
  { 'idempotency-key': 'with blanks in it' },
  { 'idempotency-key': 'schlüssel-schlüssel' },
  { authorization: 'Bearer nonsense' },
  { authorization: 'Bearer' },
  { authorization: 'Basic dTpw' },
  { cookie: 'wgt_session=nonsense; wgt_session=%00', origin: 'null' },
  { cookie: '__Host-wgt_session=%E0%A4%A', 'sec-fetch-site': 'same-origin' },
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/x-www-form-urlencoded' },
  { 'content-type': 'application/json; charset=utf-7' },
  { 'content-type': 'nonsense' },
  { 'content-encoding': 'gzip' },
  { accept: 'image/png', 'accept-language': 'tlh' },
  { 'x-http-method-override': 'DELETE' },
];
