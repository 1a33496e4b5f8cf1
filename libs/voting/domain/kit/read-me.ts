import { formatMinor } from '../arithmetic/decimal.js';
import type { KitRules } from './kit-rules.js';

interface Figures {
  readonly fileName: string;
  readonly rulesHash: string;
  readonly resultHash: string;
  readonly ballots: number;
  readonly casts: number;
}

/** README.txt of a kit: what it is, how to count again, how to use the public tool. */
export function readMe(rules: KitRules, figures: Figures): string {
  return (
    [about(rules, figures), recounting(figures), publicTools(rules, figures), limits(rules)].map((part) => part.trim()).join('\n\n') + '\n'
  );
}

function about({ title, method, rule }: KitRules, { fileName, rulesHash, resultHash, ballots, casts }: Figures): string {
  return `
RECOUNT KIT
${title}

Official rule: ${rule} (ballots: ${method}). ${ballots} ballots counted, ${casts} accepted casts, replaced ones included.
Rules:  SHA-256 ${rulesHash}
Result: SHA-256 ${resultHash}
Compare both with the ones on the result page, or with a copy that somebody else has fetched.

${fileName.padEnd(18)}the ballots without their voters: new random numbers, shuffled, no time, no place
rules.json        what was frozen at the opening: options in lot order with their prices, pot, rule, every parameter
result.json       what the rule makes of the ballots: a function of the two files above and of nothing else
commitments.txt   one fingerprint for each counted ballot, sorted: SHA-256 of the ballot and the voter's receipt code
chain.txt         fingerprints of all accepted casts in order, each with the head of the chain: SHA-256(head before | fingerprint)
heads.txt         heads as they were published: casts covered, head, day (UTC); compare them with what you noted on that day
index.html        for voters: enter receipt and choices and see whether the ballot was counted; works without a network
SHA256SUMS        check with: sha256sum -c SHA256SUMS`;
}

function recounting({ fileName }: Figures): string {
  return `
COUNT AGAIN
With a copy of the WeGetTogether source (no database, no network):
  npm run wgt -- recount kit.zip
checks every file against every other, counts the ballots, and prints the same bytes as result.json. Exit status 1 and a code with the
place when anything was changed. One receipt: npm run wgt -- recount kit.zip --receipt CODE --choose 1,4
${fileName.endsWith('.csv') || fileName.endsWith('.cat') ? '' : `Every other rule over the same ballots: npm run wgt -- recount ${fileName}`}`;
}

function publicTools(rules: KitRules, { fileName }: Figures): string {
  if (fileName.endsWith('.pb')) return budgetTool(rules, fileName);
  if (fileName.endsWith('.csv'))
    return `BY HAND\nAdd up the columns of ${fileName}; the numbers in its first line are places in the options of rules.json.`;
  if (fileName.endsWith('.cat'))
    return `BY HAND\nEach line of ${fileName} begins with how many ballots say what follows; add them up for each alternative.`;
  return `OTHER PROGRAMS\n${fileName} is a PrefLib file; programs for preference data (such as preflibtools or votekit) read it.`;
}

function budgetTool(rules: KitRules, fileName: string): string {
  const equalShares = /^mes_(cost|cardinality)_(none|add1u?|add1_until_overspend)$/.exec(rules.rule);
  if (!equalShares || rules.method === 'points') {
    return `OTHER PROGRAMS\n${fileName} is a Pabulib file; its format and further programs are described at pabulib.org. For ${rules.rule} see the rules in the source.`;
  }
  const completion = { none: 'none', add1: 'Add1', add1u: 'Add1u', add1_until_overspend: 'Add1' }[equalShares[2]!]!;
  const steps = [
    `Open equalshares.net/tools/compute and choose ${fileName}.`,
    'Voters’ ballots: approval.',
    `Satisfaction measure: ${equalShares[1] === 'cost' ? 'cost' : 'number of projects (cardinality)'}.`,
    `Completion method: ${completion}${rules.increment === null || completion === 'none' ? '' : `, increment ${formatMinor(rules.increment, rules.decimals)}`}.`,
    ...(completion === 'none'
      ? []
      : [
          `Stop rule: ${rules.rule.endsWith('overspend') ? 'go on until the next step would overspend' : 'exhaustive'}; start with an integral share.`,
        ]),
    'Tie-breaking: lowest cost first, then highest number of votes.',
    'Accuracy: fractions. Comparison step: none.',
    'Compute, and compare the winners with those marked "selected".',
  ];
  const known = [
    'Where cost and votes are equal too, the tool stops: our lot is the order of the projects in the file.',
    'The tool may fund projects nobody voted for, leaves out those that cost nothing, and can run for ever on small files where everything fits.',
  ];
  return ['THE PUBLIC EQUAL SHARES TOOL', ...steps.map((step, at) => `${at + 1}. ${step}`), ...known].join('\n');
}

function limits({ fromFile }: KitRules): string {
  const receipts = fromFile
    ? 'This vote came in as a file: it has no receipts, so chain.txt, heads.txt and commitments.txt tell of no cast.'
    : 'A receipt proves its ballot to whoever holds it: keep it to yourself.';
  return `LIMITS\n${receipts}\nWhether enough people voted, and ballots that were set aside with the reasons, stand on the result page.`;
}
