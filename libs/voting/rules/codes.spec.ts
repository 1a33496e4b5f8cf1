import { randomBytes } from 'node:crypto';
import { CODE_BYTES, codeFrom, codeHash, readCode } from './codes.js';

describe('a code on paper (VOT-12)', () => {
  it('has twelve letters in three groups and is read back however it is typed', () => {
    const code = codeFrom(new Uint8Array([0, 1, 17, 18, 31, 32, 33, 49, 50, 63, 20, 21]));
    expect(code).toBe('01HJ-Z01H-JZMN');
    expect(readCode(' o1hj z0lH-jzmn ')).toBe('01HJZ01HJZMN');
  });

  it('is refused when it is too short, too long or holds a strange letter', () => {
    for (const typed of ['', '01HJ-Z01H-JZM', '01HJ-Z01H-JZMN-A', '01HJ-Z01H-JZM!', '01HJ-Z01H-JZMU']) expect(readCode(typed)).toBeNull();
  });

  it('is stored as a hash that another salt changes and another spelling does not', () => {
    const code = codeFrom(randomBytes(CODE_BYTES));
    const [one, two] = [randomBytes(16), randomBytes(16)];
    expect(codeHash(one, code)).toMatch(/^[0-9a-f]{64}$/);
    expect(codeHash(one, code.toLowerCase().replaceAll('-', ' '))).toBe(codeHash(one, code));
    expect(codeHash(two, code)).not.toBe(codeHash(one, code));
    expect(codeHash(one, 'not a code')).toBeNull();
  });
});
