import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical.js';

const CODE = /^[0-9a-f]{32}$/;
const HASH = /^[0-9a-f]{64}$/;

/** SHA-256 of bytes or UTF-8 text, in lower-case hexadecimal. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The hash published at opening: options, costs, pot, rule, parameters, lot order, size of the electorate. */
export function frozenHash(rules: unknown): string {
  return sha256(canonicalJson(rules));
}

/** A receipt code of 128 bits from 16 random bytes. Throws RangeError for another length. */
export function receiptCode(random: Uint8Array): string {
  if (random.length !== 16) throw new RangeError('a receipt code takes 16 random bytes');
  return Buffer.from(random).toString('hex');
}

/** SHA-256 of the canonical ballot and the receipt code. Throws RangeError when the code is not 32 hexadecimal digits. */
export function commitment(canonicalBallot: string, code: string): string {
  if (!CODE.test(code)) throw new RangeError('a receipt code has 32 hexadecimal digits');
  return sha256(`${canonicalBallot}\n${code}`);
}

/** h_k = SHA-256(h_(k-1) | commitment), over the bytes of both; h_0 is the frozen hash of the vote. */
export function nextHead(head: string, added: string): string {
  if (!HASH.test(head) || !HASH.test(added)) throw new RangeError('chain heads and commitments are SHA-256 in hexadecimal');
  return sha256(Buffer.from(head + added, 'hex'));
}

/** All heads of a chain, h_1 … h_n. */
export function chainHeads(genesis: string, commitments: readonly string[]): string[] {
  let head = genesis;
  return commitments.map((added) => (head = nextHead(head, added)));
}

/** What a voter holds: the position in the log and the head at that position. */
export interface Receipt {
  readonly code: string;
  readonly position: number;
  readonly head: string;
}

/** What a check of a receipt found. `NOT_IN_LOG`: the log has another commitment there; `CHAIN_BROKEN`: the heads disagree. */
export type ReceiptVerdict = 'COUNTED' | 'NOT_IN_LOG' | 'CHAIN_BROKEN' | 'NOT_PUBLISHED';

/**
 * Checks a receipt against the log of commitments in order of casting, and, once published, the sorted list of commitments
 * of the counted ballots.
 */
export function checkReceipt(
  receipt: Receipt,
  canonicalBallot: string,
  log: { genesis: string; commitments: readonly string[] },
  published?: readonly string[],
): ReceiptVerdict {
  const mine = commitment(canonicalBallot, receipt.code);
  if (log.commitments[receipt.position - 1] !== mine) return 'NOT_IN_LOG';
  if (chainHeads(log.genesis, log.commitments.slice(0, receipt.position)).at(-1) !== receipt.head) return 'CHAIN_BROKEN';
  return published && !published.includes(mine) ? 'NOT_PUBLISHED' : 'COUNTED';
}
