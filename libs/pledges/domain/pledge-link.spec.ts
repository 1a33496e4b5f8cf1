import { linkFor, opens } from './pledge-link.js';

const secret = 'a-secret-of-at-least-thirty-two-characters';

describe("a backer's link (PLG-1)", () => {
  const link = linkFor(secret, 'pledge-1', 1);

  it('opens its own pledge and no other', () => {
    expect(opens(secret, link, 'pledge-1', 1)).toBe(true);
    expect(opens(secret, link, 'pledge-2', 1)).toBe(false);
  });

  it('is useless once a newer one was made, when changed, and under another secret', () => {
    expect(opens(secret, link, 'pledge-1', 2)).toBe(false);
    expect(opens(secret, `${link.slice(0, -1)}x`, 'pledge-1', 1)).toBe(false);
    expect(opens(secret, '', 'pledge-1', 1)).toBe(false);
    expect(opens(`${secret}!`, link, 'pledge-1', 1)).toBe(false);
  });
});
