import type { Ballot, ConsentAnswer, DateAnswer } from '#voting/count';

/** A ballot as its row holds it: option numbers from 1, and beside them points, ranks or answers. */
export interface StoredBallot {
  choices: readonly number[];
  points: readonly number[] | null;
  reason: string | null;
}

const CONSENT: readonly ConsentAnswer[] = ['agree', 'abstain', 'disagree', 'block'];
const DATES: readonly DateAnswer[] = ['no', 'maybe', 'yes'];

/** Writes a checked ballot down. `numberOf` gives an option's number. Options ascend, so that equal ballots are equal rows. */
export function toStored(ballot: Ballot, numberOf: (option: string) => number): StoredBallot {
  if (ballot.kind === 'consent') return { choices: [], points: [CONSENT.indexOf(ballot.answer) + 1], reason: ballot.reason ?? null };
  const pairs = valuesOf(ballot).map(([option, value]): [number, number] => [numberOf(option), value]);
  pairs.sort(([a], [b]) => a - b);
  return { choices: pairs.map(([at]) => at), points: ballot.kind === 'choices' ? null : pairs.map(([, value]) => value), reason: null };
}

/** Reads a row back. */
export function fromStored(kind: Ballot['kind'], { choices, points, reason }: StoredBallot, optionAt: (n: number) => string): Ballot {
  const each = choices.map((at, i) => ({ option: optionAt(at), value: points?.[i] ?? 0 }));
  switch (kind) {
    case 'choices':
      return { kind, choices: each.map((e) => e.option) };
    case 'points':
      return { kind, points: each.map((e) => ({ option: e.option, points: e.value })) };
    case 'ranked':
      return { kind, ranks: each.map((e) => ({ option: e.option, rank: e.value })).sort((a, b) => a.rank - b.rank) };
    case 'dates':
      return { kind, answers: each.map((e) => ({ option: e.option, answer: DATES[e.value] ?? 'no' })) };
    case 'consent':
      return { kind, answer: CONSENT[(points?.[0] ?? 2) - 1] ?? 'abstain', ...(reason ? { reason } : {}) };
  }
}

function valuesOf(ballot: Exclude<Ballot, { kind: 'consent' }>): [string, number][] {
  switch (ballot.kind) {
    case 'choices':
      return ballot.choices.map((option) => [option, 0]);
    case 'points':
      return ballot.points.map(({ option, points }) => [option, points]);
    case 'ranked':
      return ballot.ranks.map(({ option, rank }) => [option, rank]);
    case 'dates':
      return ballot.answers.map(({ option, answer }) => [option, DATES.indexOf(answer)]);
  }
}
