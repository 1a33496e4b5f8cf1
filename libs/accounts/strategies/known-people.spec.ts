import type { Id } from '#kernel';
import type { KnownPerson } from '../store/credentials.store.js';
import { knownPeople } from './known-people.js';

describe('looking up who asks', () => {
  const hash = (n: number): Buffer => Buffer.alloc(32, n);
  const valid = new Set([1, 2, 3]);
  const asked: number[][] = [];
  const personOf = knownPeople(async (hashes) => {
    asked.push(hashes.map((h) => h[0]!));
    await new Promise((next) => setImmediate(next));
    return hashes
      .filter((h) => valid.has(h[0]!))
      .map((token_hash): KnownPerson => ({
        token_hash,
        id: String(token_hash[0]) as Id<'account'>,
        name: '',
        is_admin: false,
        seen_at: new Date(0),
        roles: null,
      }));
  });
  beforeEach(() => asked.splice(0));

  it('asks once for all that come together, and gives each their own person', async () => {
    const people = await Promise.all([1, 2, 9, 2, 3].map((n) => personOf(hash(n))));
    expect(people.map((p) => p?.id)).toEqual(['1', '2', undefined, '2', '3']);
    expect(asked).toEqual([[1], [2, 9, 3]]);
  });

  it('remembers nobody: what was revoked is refused the next time', async () => {
    expect(await personOf(hash(3))).toBeDefined();
    valid.delete(3);
    expect(await personOf(hash(3))).toBeUndefined();
  });
});
