import { newSecret } from '#kernel';
import { openedWith, sealedWith } from './secret.js';

describe('a text that goes with a secret', () => {
  const secret = newSecret();
  const text = '/invitation?token=abc_DEF-123';

  it('is read with that secret, and is nowhere in what is stored', () => {
    const sealed = sealedWith(secret, text);
    expect(openedWith(secret, sealed)).toBe(text);
    expect(sealed.toString('latin1')).not.toContain('invitation');
  });

  it('is not read with another secret, nor after it was changed', () => {
    const sealed = sealedWith(secret, text);
    expect(() => openedWith(newSecret(), sealed)).toThrow();
    sealed[0]! ^= 1;
    expect(() => openedWith(secret, sealed)).toThrow();
  });
});
