import { WAY_BACK } from './way-back.js';

describe('a way back', () => {
  it.each([
    '/',
    '/invitation?token=abc_DEF-123&done=x',
    '/sparks?sort=newest#text',
    '/admin/#/wgt16/team',
    '/events/caf%C3%A9',
    '/a//b',
    "/~a(b)!*'",
  ])('is a path of our own site: %j', (path) => {
    expect(WAY_BACK.test(path)).toBe(true);
  });

  it.each([
    '',
    'sparks',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\/evil',
    'https://evil.example',
    'javascript:alert(1)',
    '?a',
    '#a',
  ])('is never the address of another: %j', (path) => {
    expect(WAY_BACK.test(path)).toBe(false);
  });

  it.each([
    '/\t/evil.example',
    '/a\nb',
    '/a\r\nset-cookie: a=b',
    '/\0',
    '/a b',
    '/caf\u00e9',
    '/\u202egro',
    '/a\n',
    '\n/a',
    '/\u2028/evil.example',
    '/a\\b',
  ])('holds nothing that a browser leaves out or reads otherwise: %j', (path) => {
    expect(WAY_BACK.test(path)).toBe(false);
  });

  it('stays on our site whatever characters follow the first slash', () => {
    const every = Array.from({ length: 0x180 }, (_, code) => String.fromCharCode(code));
    const taken = every.flatMap((a) => every.map((b) => `/${a}${b}evil.example`)).filter((path) => WAY_BACK.test(path));
    expect(taken.length).toBeGreaterThan(8_000);
    expect(taken.filter((path) => new URL(path, 'https://here.example').origin !== 'https://here.example')).toEqual([]);
  });
});
