import { createHash } from 'node:crypto';

const NUMBERS_IN_A_HASH = 8;

/**
 * Distinct numbers below 2^32, drawn from SHA-256 of the seed. Given to ballots in order of their content and then sorted, they
 * shuffle the ballots by nothing but the seed and what the ballots say.
 */
export function newIds(count: number, seed: string): number[] {
  const drawn = new Set<number>();
  for (let round = 0; drawn.size < count; round += 1) {
    const hash = createHash('sha256').update(`${seed}:${round}`).digest();
    for (let at = 0; at < NUMBERS_IN_A_HASH && drawn.size < count; at += 1) drawn.add(hash.readUInt32BE(at * 4));
  }
  return [...drawn];
}
