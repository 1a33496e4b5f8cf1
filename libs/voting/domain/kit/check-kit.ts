import type { Ballot } from '../casting/ballot.js';
import { canonicalBallot, canonicalJson } from '../receipts/canonical.js';
import { commitment, sha256 } from '../receipts/commitments.js';
import { FileFault } from '../files/file-fault.js';
import { contentOf, contentsOf, standingIn } from './ballot-contents.js';
import type { KitBallots } from './ballot-file.js';
import { readBallotFile } from './ballot-file.js';
import type { KitCount } from './kit-count.js';
import { countKit } from './kit-count.js';
import { KitFault } from './kit-fault.js';
import type { KitFiles } from './kit-files.js';
import { checkSums, textOf } from './kit-files.js';
import type { Chain } from './kit-log.js';
import { readChain, readCommitments } from './kit-log.js';
import type { PublishedHead } from './published-heads.js';
import { readHeads } from './published-heads.js';
import type { KitRules } from './kit-rules.js';
import { readKitRules } from './kit-rules.js';

/** result.json: what the official rule makes of the ballot file and rules.json, and nothing else. */
export function resultText(
  counted: KitCount,
  { rules, rulesHash, file, fileHash }: { rules: KitRules; rulesHash: string; file: string; fileHash: string },
): string {
  const { details, ...figures } = counted;
  const { method, rule, seats, threshold } = rules;
  return canonicalJson({
    format: 1,
    rulesHash,
    ballotFile: { name: file, sha256: fileHash },
    method,
    rule,
    seats,
    threshold,
    ...figures,
    ...details,
  });
}

/** A kit whose parts agree with each other. */
export interface CheckedKit {
  readonly rules: KitRules;
  readonly ballots: KitBallots;
  readonly result: string;
  readonly chain: Chain;
  readonly commitments: readonly string[];
  /** Heads as they were published, by day; the last one covers the whole chain. */
  readonly heads: readonly PublishedHead[];
}

/**
 * Checks a kit from its files alone: the hashes, the ballots against the frozen rules, the count, the commitments, the chain and the
 * heads that were published of it.
 * `trustSums` skips the list of hashes, to look for what else is wrong with a kit. Throws KitFault or FileFault with the place.
 */
export function checkKit(files: KitFiles, { trustSums = false } = {}): CheckedKit {
  if (!trustSums) checkSums(files);
  const rulesBytes = textOf(files, 'rules.json');
  const rules = readKitRules(rulesBytes);
  const rulesHash = sha256(rulesBytes);
  const name = [...files.keys()].find((each) => /^ballots\.[a-z]+$/.test(each));
  if (!name) throw new KitFault('kit-missing-file', 'ballots.*');
  const ballots = readBallotFile(files.get(name)!, rules);
  const counted = countKit(ballots, rules);
  const result = resultText(counted, { rules, rulesHash, file: name, fileHash: sha256(files.get(name)!) });
  const published = textOf(files, 'result.json');
  if (published !== result) throw new KitFault('kit-result-differs', `result.json character ${firstDifference(published, result) + 1}`);
  const commitments = readCommitments(textOf(files, 'commitments.txt'));
  const chain = readChain(textOf(files, 'chain.txt'), rulesHash);
  checkBalance(rules, counted.ballots, commitments, chain);
  const heads = readHeads(textOf(files, 'heads.txt'), chain);
  return { rules, ballots, result, chain, commitments, heads };
}

/** One commitment for each counted ballot, and each of them in the chain. */
function checkBalance(rules: KitRules, ballots: number, commitments: readonly string[], chain: Chain): void {
  const expected = rules.fromFile ? 0 : ballots;
  if (commitments.length !== expected)
    throw new KitFault('kit-commitments-differ', 'commitments.txt', `${commitments.length} for ${expected} ballots`);
  const cast = new Set(chain.commitments);
  if (cast.size !== chain.commitments.length) throw new KitFault('kit-chain-broken', 'chain.txt: a commitment is there twice');
  commitments.forEach((each, at) => {
    if (!cast.has(each)) throw new KitFault('kit-commitments-differ', `commitments.txt line ${at + 1}: not in chain.txt`, each);
  });
}

/**
 * What a voter learns from a kit. `NOT_IN_LOG`: no cast has this ballot and receipt; `NOT_COUNTED`: it was cast, and replaced or set
 * aside; `BALLOT_MISSING`: it was counted, but no ballot in the file says the same.
 */
export type KitVerdict = 'COUNTED' | 'NOT_IN_LOG' | 'NOT_COUNTED' | 'BALLOT_MISSING';

/** Looks a receipt up in a checked kit. `same` is how many ballots of the file say the same. */
export function findReceipt(
  kit: CheckedKit,
  ballot: Ballot,
  code: string,
): { verdict: KitVerdict; position: number; head: string; same: number } {
  const mine = commitment(canonicalBallot(ballot), code);
  const position = kit.chain.commitments.indexOf(mine) + 1;
  const content = contentOf(ballot, kit.rules, standingIn(kit.ballots, kit.rules));
  const same = contentsOf(kit.ballots, kit.rules).get(content) ?? 0;
  const head = kit.chain.heads[position - 1] ?? '';
  if (position === 0) return { verdict: 'NOT_IN_LOG', position, head, same };
  if (!kit.commitments.includes(mine)) return { verdict: 'NOT_COUNTED', position, head, same };
  return { verdict: same > 0 ? 'COUNTED' : 'BALLOT_MISSING', position, head, same };
}

/** True for what a broken kit or a broken file of it throws. */
export function isKitProblem(error: unknown): error is KitFault | FileFault {
  return error instanceof KitFault || error instanceof FileFault;
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}
