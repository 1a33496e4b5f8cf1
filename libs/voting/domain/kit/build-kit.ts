import { sha256 } from '../receipts/commitments.js';
import { contentsOf } from './ballot-contents.js';
import { readBallotFile } from './ballot-file.js';
import { resultText } from './check-kit.js';
import { countKit } from './kit-count.js';
import type { KitFiles } from './kit-files.js';
import { SUMS, writeSums } from './kit-files.js';
import { hashesIn, readChain, writeChain, writeCommitments } from './kit-log.js';
import { formOf, readKitRules } from './kit-rules.js';
import { receiptPage } from './page/receipt-page.js';
import type { PublishedHead } from './published-heads.js';
import { writeHeads } from './published-heads.js';
import { readMe } from './read-me.js';
import type { StoredBallots } from './stored-ballots.js';
import type { VoteFacts } from './write-ballots.js';
import { BallotWriter } from './write-ballots.js';

/** A closed vote as plain data. */
export interface KitRequest extends VoteFacts {
  readonly ballots: readonly StoredBallots[];
  /** Commitments of all accepted casts in order, 32 bytes each. */
  readonly chain: Uint8Array;
  /** Commitments of the counted ballots, 32 bytes each, in any order. */
  readonly counted: Uint8Array;
  /** Heads of the chain that were shown to the public while the vote was open. */
  readonly shownHeads: readonly PublishedHead[];
}

export interface BuiltKit {
  readonly files: KitFiles;
  /** The ballot file among them. */
  readonly ballotFile: string;
  /** The same rankings for STV programs; null for other votes. Not in the zip. */
  readonly blt: string | null;
  /** Option ids in order of election, by the recount of the files. */
  readonly winners: readonly string[];
  readonly resultHash: string;
}

/** Everything a stranger needs to count a vote again and a voter to find the receipt. Equal votes give equal bytes. */
export function buildKit(request: KitRequest): BuiltKit {
  const rules = readKitRules(request.rulesText);
  const rulesHash = sha256(request.rulesText);
  const writer = new BallotWriter(rules, request, request.ballots);
  // Counted from the file and not from the rows, so that the result is the file's; only the marks of the winners are added afterwards.
  const ballots = readBallotFile(writer.write([]).text, rules);
  const counted = countKit(ballots, rules);
  const { fileName, text } = writer.write(counted.winners);
  const result = resultText(counted, { rules, rulesHash, file: fileName, fileHash: sha256(text) });
  const commitments = hashesIn(request.counted);
  const chainText = writeChain(rulesHash, hashesIn(request.chain));
  const chain = readChain(chainText, rulesHash);
  const page = receiptPage({ rules, rulesHash, chain, commitments, contents: contentsOf(ballots, rules), counted, ballots });
  const texts: [string, string][] = [
    [fileName, text],
    ['rules.json', request.rulesText],
    ['result.json', result],
    ['commitments.txt', writeCommitments(commitments)],
    ['chain.txt', chainText],
    ['heads.txt', writeHeads(request.shownHeads, chain, request.closedOn)],
    ['index.html', page],
    [
      'README.txt',
      readMe(rules, { fileName, rulesHash, resultHash: sha256(result), ballots: counted.ballots, casts: chain.commitments.length }),
    ],
  ];
  const files = new Map(texts.map(([name, content]) => [name, new TextEncoder().encode(content)]));
  files.set(SUMS, new TextEncoder().encode(writeSums(files)));
  const blt = formOf(rules) === 'preflib' ? writer.blt() : null;
  return { files, ballotFile: fileName, blt, winners: counted.winners, resultHash: sha256(result) };
}
