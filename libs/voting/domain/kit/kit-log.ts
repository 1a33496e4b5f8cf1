import { nextHead } from '../receipts/commitments.js';
import { KitFault } from './kit-fault.js';

const BYTES = 32;
const HASH = /^[0-9a-f]{64}$/;

/** Hashes of 32 bytes that stand one after the other, in hexadecimal. Throws RangeError for another length. */
export function hashesIn(bytes: Uint8Array): string[] {
  if (bytes.length % BYTES !== 0) throw new RangeError('hashes take 32 bytes each');
  const hex = Buffer.from(bytes).toString('hex');
  return Array.from({ length: bytes.length / BYTES }, (_, at) => hex.slice(at * 2 * BYTES, (at + 1) * 2 * BYTES));
}

/** commitments.txt: those of the counted ballots, sorted, one a line. */
export function writeCommitments(commitments: readonly string[]): string {
  return [...commitments]
    .sort()
    .map((each) => `${each}\n`)
    .join('');
}

/** Reads commitments.txt; refuses what is no hash, not sorted or there twice. */
export function readCommitments(text: string): string[] {
  const lines = linesOf(text);
  lines.forEach((line, at) => {
    const place = `commitments.txt line ${at + 1}`;
    if (!HASH.test(line)) throw new KitFault('kit-commitments-differ', place, line);
    if (at > 0 && line <= lines[at - 1]!) throw new KitFault('kit-commitments-differ', `${place}: not sorted`, line);
  });
  return lines;
}

/** chain.txt: every accepted cast in order, `position commitment head`, after the head it begins with. */
export function writeChain(genesis: string, commitments: readonly string[]): string {
  let head = genesis;
  const lines = commitments.map((commitment, at) => `${at + 1} ${commitment} ${(head = nextHead(head, commitment))}\n`);
  return `0 - ${genesis}\n${lines.join('')}`;
}

export interface Chain {
  readonly genesis: string;
  readonly commitments: readonly string[];
  readonly heads: readonly string[];
}

/** Reads chain.txt and computes every head again; refuses a chain that does not begin with `genesis` or breaks on its way. */
export function readChain(text: string, genesis: string): Chain {
  const lines = linesOf(text);
  if (lines[0] !== `0 - ${genesis}`) throw new KitFault('kit-chain-broken', 'chain.txt line 1: does not begin with the rules', lines[0]);
  let head = genesis;
  const [commitments, heads]: [string[], string[]] = [[], []];
  lines.slice(1).forEach((line, at) => {
    const [position, commitment = '', stated = ''] = line.split(' ');
    const place = `chain.txt position ${at + 1}`;
    if (Number(position) !== at + 1 || !HASH.test(commitment)) throw new KitFault('kit-chain-broken', place, line);
    head = nextHead(head, commitment);
    if (stated !== head) throw new KitFault('kit-chain-broken', place, stated);
    commitments.push(commitment);
    heads.push(head);
  });
  return { genesis, commitments, heads };
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}
