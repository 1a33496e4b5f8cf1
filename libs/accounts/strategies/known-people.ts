import { Batch } from '#platform';
import type { KnownPerson } from '../store/credentials.store.js';

/**
 * Finds out whom secrets belong to, with one question for all that come at the same time. Each is asked anew, after its request has come:
 * what was revoked before is refused.
 */
export function knownPeople(ask: (hashes: Buffer[]) => Promise<KnownPerson[]>): (hash: Buffer) => Promise<KnownPerson | undefined> {
  const together = new Batch(async (hashes: string[]) => {
    const people = await ask([...new Set(hashes)].map((hash) => Buffer.from(hash, 'hex')));
    const byHash = new Map(people.map((person) => [person.token_hash.toString('hex'), person]));
    return hashes.map((hash) => byHash.get(hash));
  });
  return (hash) => together.add(hash.toString('hex'));
}
