import { hashPassword, passwordFits, refuseWeak } from './password.js';

describe('a password', () => {
  it.each([
    'aaaaaaaaaaaa',
    '112112112112',
    'abcdefghijkl',
    'my password is long',
    'q1w2e3r4t5y6',
    'QAZwsxEDC123',
    ' unbelievable ',
    'ann.example 12',
  ])('is refused when it is among the first to be guessed: %s', async (password) => {
    await expect(refuseWeak(password, { name: 'Ann Example', email: 'ann.example@example.org' })).rejects.toMatchObject({
      code: 'WEAK_PASSWORD',
    });
  });

  it.each(['correct horse battery', 'four plausible words', 'très longue phrase à moi', '🦊 hops over 12 hills'])(
    'is taken: %s',
    async (password) => {
      await expect(refuseWeak(password, { name: 'Ann', email: 'ann@example.org' })).resolves.toBeUndefined();
    },
  );

  it('takes as long to be refused where there is none as where there is another', async () => {
    const stored = await hashPassword('correct horse battery');
    expect(await passwordFits(stored, 'correct horse battery')).toBe(true);
    const took = async (hash: string | null): Promise<number> => {
      const from = performance.now();
      for (let i = 0; i < 8; i += 1) expect(await passwordFits(hash, `wrong ${i}`)).toBe(false);
      return performance.now() - from;
    };
    await took(null);
    expect((await took(null)) / (await took(stored))).toBeGreaterThan(0.2);
  });
});
