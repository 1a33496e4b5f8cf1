import type { Ballot } from '../casting/ballot.js';
import type { BuiltKit, KitRequest } from '../kit/build-kit.js';
import { buildKit } from '../kit/build-kit.js';
import type { StoredBallots } from '../kit/stored-ballots.js';
import { canonicalBallot, canonicalJson } from '../receipts/canonical.js';
import { chainHeads, commitment, receiptCode, sha256 } from '../receipts/commitments.js';

/** Five options that are known by one letter; prices in pence where there is a pot. */
const TITLES = ['Stage <b>', 'Tea; "strong"', 'Quiet room', 'Stage <b>', 'Café'];
const PRICES = [300_00, 20_00, 150_00, 90_50, 40_00];
export const optionId = (letter: string): string => `0000000${letter.charCodeAt(0) - 96}-aaaa-4aaa-8aaa-aaaaaaaaaaaa`;

const CONSENT = ['agree', 'abstain', 'disagree', 'block'];
const DATES = ['no', 'maybe', 'yes'];

/** One cast: `a c`, `a:3 b:1`, `a>c=b`, `a:yes b:no` or `agree`, by method. */
function ballotOf(method: string, text: string): Ballot {
  const words = text.split(/[ >]/).filter((word) => word !== '');
  const pairs = words.map((word) => word.split(':') as [string, string]);
  if (method === 'consent') return { kind: 'consent', answer: text as 'agree' };
  if (method === 'points') return { kind: 'points', points: pairs.map(([a, n]) => ({ option: optionId(a), points: Number(n) })) };
  if (method === 'dates') return { kind: 'dates', answers: pairs.map(([a, w]) => ({ option: optionId(a), answer: w as 'yes' })) };
  if (method !== 'ranked') return { kind: 'choices', choices: words.map(optionId) };
  return { kind: 'ranked', ranks: words.flatMap((group, at) => group.split('=').map((a) => ({ option: optionId(a), rank: at + 1 }))) };
}

function stored(ballot: Ballot): StoredBallots {
  const number = (option: string): number => Number(option[7]);
  const rows = ((): [number, number][] => {
    switch (ballot.kind) {
      case 'choices':
        return ballot.choices.map((option) => [number(option), 0]);
      case 'points':
        return ballot.points.map(({ option, points }) => [number(option), points]);
      case 'ranked':
        return ballot.ranks.map(({ option, rank }) => [number(option), rank]);
      case 'dates':
        return ballot.answers.map(({ option, answer }) => [number(option), DATES.indexOf(answer)]);
      case 'consent':
        return [];
    }
  })().sort(([a], [b]) => a - b);
  if (ballot.kind === 'consent') return { choices: [], points: [CONSENT.indexOf(ballot.answer) + 1], count: 1 };
  return { choices: rows.map(([n]) => n), points: ballot.kind === 'choices' ? null : rows.map(([, value]) => value), count: 1 };
}

export interface SampleKit extends BuiltKit {
  readonly request: KitRequest;
  /** In order of casting; the first one was replaced by the second. */
  readonly casts: readonly { readonly ballot: Ballot; readonly code: string }[];
}

/** A closed vote: the texts are casts in order; the first voter cast the first two. */
export function kitSample(
  rules: { method: string; rule: string; pot?: number; [more: string]: unknown },
  texts: readonly string[],
): SampleKit {
  const { pot, ...rest } = rules;
  const casts = texts.map((text, at) => ({
    ballot: ballotOf(rules.method, text),
    code: receiptCode(Uint8Array.from({ length: 16 }, (_, byte) => at * 7 + byte)),
  }));
  const commitments = casts.map(({ ballot, code }) => commitment(canonicalBallot(ballot), code));
  const options = TITLES.map((title, at) => ({
    optionId: optionId(String.fromCharCode(97 + at)),
    proposalId: null,
    title,
    cost: pot === undefined ? null : { amount: PRICES[at], currency: 'GBP' },
    startsAt: null,
  }));
  const rulesText = canonicalJson({
    ...{ title: 'What shall we do?', question: 'You </script> decide', currency: 'GBP', seats: 1, threshold: 0, maxChoices: 5 },
    ...{ pot: pot === undefined ? null : { amount: pot, currency: 'GBP' }, incrementMinor: pot === undefined ? null : '100' },
    ...{ lotSeed: 'ab', options: rules.method === 'consent' ? [] : options },
    ...rest,
  });
  const heads = chainHeads(sha256(rulesText), commitments);
  const request: KitRequest = {
    ...{ rulesText, event: 'fair', place: 'Europe/London', openedOn: '2026-05-01', closedOn: '2026-05-08' },
    standing: rules.method === 'consent' ? [] : [1, 2, 3, 4, 5],
    ballots: casts.slice(1).map(({ ballot }) => stored(ballot)),
    chain: Buffer.from(commitments.join(''), 'hex'),
    counted: Buffer.from(commitments.slice(1).reverse().join(''), 'hex'),
    shownHeads: [2, 3].map((position) => ({ position, hash: heads[position - 1]!, day: `2026-05-0${position}` })),
  };
  return { ...buildKit(request), request, casts };
}

/** One sample for every form of ballot file. */
export const KIT_SAMPLES: readonly [string, () => SampleKit][] = [
  ['ballots.pb', () => kitSample({ method: 'approval', rule: 'mes_cost_add1u', pot: 350_00 }, ['a', 'a b', 'b c', 'a', '', 'c d e', 'b'])],
  [
    'ballots.pb',
    () => kitSample({ method: 'knapsack', rule: 'greedy_votes_per_cost', pot: 350_00 }, ['a', 'a b', 'b c', 'a', 'e', 'c d e']),
  ],
  [
    'ballots.pb',
    () => kitSample({ method: 'points', rule: 'mes_points_add1', pot: 350_00 }, ['a:1', 'a:3 b:1', 'b:2 c:2', 'e:4', '', 'd:1 e:1']),
  ],
  ['ballots.pb', () => kitSample({ method: 'approval', rule: 'phragmen', pot: 350_00 }, ['a', 'a b', 'b c', 'a', '', 'c d e'])],
  ['ballots.soi', () => kitSample({ method: 'ranked', rule: 'schulze' }, ['a>b', 'b>a>c', 'c>d', 'e', '', 'b'])],
  [
    'ballots.toi',
    () => kitSample({ method: 'ranked', rule: 'scottish_stv', seats: 2, equalRanks: true }, ['a', 'b=a>c', 'c>d', 'e', 'b', 'b>e']),
  ],
  [
    'ballots.soc',
    () => kitSample({ method: 'ranked', rule: 'irv' }, ['a', 'a>b>c>d>e', 'b>a>c>d>e', 'e>d>c>b>a', 'e>d>c>b>a', 'e>a>c>b>d']),
  ],
  [
    'ballots.cat',
    () => kitSample({ method: 'dates', rule: 'most_yes' }, ['a:no', 'a:yes b:maybe', 'a:yes c:no', 'b:yes', '', 'c:yes a:maybe']),
  ],
  ['ballots.cat', () => kitSample({ method: 'consent', rule: 'consent' }, ['block', 'agree', 'agree', 'disagree', 'abstain', 'agree'])],
  [
    'ballots.cat',
    () => kitSample({ method: 'support', rule: 'most_votes', seats: 2, threshold: 2 }, ['a', 'a b', 'b c', 'a', '', 'c d e']),
  ],
  ['ballots.csv', () => kitSample({ method: 'points', rule: 'most_votes', seats: 2 }, ['a:1', 'a:3 b:1', 'b:2 c:2', 'e:4', '', 'd:1 e:1'])],
];
