import { webcrypto } from 'node:crypto';
import { type Ballot, canonicalBallot, commitment } from '../../../../libs/voting/domain/index.js';
import type { BallotContentView } from '../views/ballots';
import { ballotText, fingerprint } from './ballot-text';

const EMPTY: BallotContentView = { choices: null, points: null, ranks: null, answer: null, reason: null, dates: null };

describe('the text of a ballot', () => {
  const pairs: [BallotContentView, Ballot][] = [
    [
      { ...EMPTY, choices: ['b', 'a'] },
      { kind: 'choices', choices: ['a', 'b'] },
    ],
    [
      { ...EMPTY, choices: [] },
      { kind: 'choices', choices: [] },
    ],
    [
      { ...EMPTY, points: [{ optionId: 'b', points: 3 }] },
      { kind: 'points', points: [{ option: 'b', points: 3 }] },
    ],
    [
      {
        ...EMPTY,
        ranks: [
          { optionId: 'b', rank: 1 },
          { optionId: 'a', rank: 2 },
        ],
      },
      {
        kind: 'ranked',
        ranks: [
          { option: 'b', rank: 1 },
          { option: 'a', rank: 2 },
        ],
      },
    ],
    [
      { ...EMPTY, answer: 'block', reason: 'It is too loud.' },
      { kind: 'consent', answer: 'block', reason: 'It is too loud.' },
    ],
    [
      { ...EMPTY, dates: [{ optionId: 'd', answer: 'maybe' }] },
      { kind: 'dates', answers: [{ option: 'd', answer: 'maybe' }] },
    ],
  ];

  it.each(pairs)('is the one that the count commits to: %j (VOT-7)', (view, ballot) => {
    expect(ballotText(view)).toBe(canonicalBallot(ballot));
  });

  it('has with its receipt the fingerprint that is published', async () => {
    const receipt = '0123456789abcdef0123456789abcdef';
    const [view, ballot] = pairs[0]!;
    const made = await fingerprint(ballotText(view)!, receipt, webcrypto.subtle as SubtleCrypto);
    expect(made).toBe(commitment(canonicalBallot(ballot), receipt));
  });

  it('is nothing for a ballot that was not kept', () => {
    expect(ballotText(EMPTY)).toBeNull();
  });
});
