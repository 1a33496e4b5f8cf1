import type { Ballot } from '#voting/count';
import { fromStored, toStored } from './stored-ballot.js';

const OPTIONS = ['c', 'a', 'b'];
const numberOf = (option: string): number => OPTIONS.indexOf(option) + 1;
const optionAt = (n: number): string => OPTIONS[n - 1]!;

const ballots: Ballot[] = [
  { kind: 'choices', choices: ['c', 'b'] },
  { kind: 'choices', choices: [] },
  { kind: 'points', points: [{ option: 'a', points: 3 }] },
  {
    kind: 'ranked',
    ranks: [
      { option: 'b', rank: 1 },
      { option: 'c', rank: 2 },
    ],
  },
  { kind: 'consent', answer: 'block', reason: 'The date clashes with the union conference.' },
  { kind: 'consent', answer: 'agree' },
  {
    kind: 'dates',
    answers: [
      { option: 'c', answer: 'yes' },
      { option: 'a', answer: 'maybe' },
      { option: 'b', answer: 'no' },
    ],
  },
];

describe('A stored ballot', () => {
  it.each(ballots.map((ballot) => [JSON.stringify(ballot), ballot] as const))('reads back as it was cast: %s', (_, ballot) => {
    expect(fromStored(ballot.kind, toStored(ballot, numberOf), optionAt)).toEqual(ballot);
  });

  it('is the same row however its options were listed', () => {
    expect(toStored({ kind: 'choices', choices: ['b', 'c'] }, numberOf)).toEqual(
      toStored({ kind: 'choices', choices: ['c', 'b'] }, numberOf),
    );
  });
});
