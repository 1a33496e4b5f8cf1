import { KitFault } from './kit-fault.js';
import type { Chain } from './kit-log.js';

/** A head of the chain as the public saw it. */
export interface PublishedHead {
  /** How many casts it covers. */
  readonly position: number;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
  /** Day in UTC, such as 2026-05-02. */
  readonly day: string;
}

/** heads.txt: `position head day` for each head that was shown while the vote was open, and at the end the one that covers all casts. */
export function writeHeads(shown: readonly PublishedHead[], chain: Chain, closedOn: string): string {
  const all = chain.commitments.length;
  const before = shown.filter(({ position }) => position < all).sort((a, b) => a.position - b.position);
  const last: PublishedHead = { position: all, hash: headAt(chain, all)!, day: closedOn };
  return [...before, last].map(({ position, hash, day }) => `${position} ${hash} ${day}\n`).join('');
}

/** Reads heads.txt: every head is the chain's at that place, places and days ascend, and the last one covers the whole chain. */
export function readHeads(text: string, chain: Chain): PublishedHead[] {
  const heads: PublishedHead[] = [];
  for (const [at, line] of text.split('\n').slice(0, -1).entries()) {
    const [, position, hash, day] = /^(\d+) ([0-9a-f]{64}) (\d{4}-\d\d-\d\d)$/.exec(line) ?? [];
    const head = { position: Number(position), hash: hash ?? '', day: day ?? '' };
    const before = heads.at(-1);
    const follows = !before || (head.position > before.position && head.day >= before.day);
    if (!day || !follows || headAt(chain, head.position) !== head.hash)
      throw new KitFault('kit-head-differs', `heads.txt line ${at + 1}: not on the chain at this place`, line);
    heads.push(head);
  }
  const covered = heads.at(-1)?.position;
  if (covered !== chain.commitments.length)
    throw new KitFault('kit-head-differs', 'heads.txt: the last head does not cover every cast', `${covered ?? 'none'}`);
  return heads;
}

const headAt = (chain: Chain, position: number): string | undefined => (position === 0 ? chain.genesis : chain.heads[position - 1]);
