import { rankedSample } from '../spec-support/samples.js';
import { explainDuels, explainRankedPairs } from './duels.js';
import { RankedCount } from './ranked-count.js';

/** Rock, paper, scissors: each wins one duel and loses one. */
const ring = new RankedCount(
  rankedSample('Rock Paper Scissors', ['7: Rock Scissors Paper', '5: Paper Rock Scissors', '6: Scissors Paper Rock']),
);

describe('the table of duels', () => {
  it('names who wins most duels first and leaves nobody against themselves', () => {
    const count = new RankedCount(rankedSample('A B C', ['3: B A C', '2: A B C']));
    expect(explainDuels(count)).toEqual({
      candidates: ['B', 'A', 'C'],
      votes: [
        [null, 3, 5],
        [2, null, 5],
        [0, 0, null],
      ],
    });
  });

  it('tells which duel was left out of ranked pairs because it would have closed a ring', () => {
    expect(explainRankedPairs(ring)).toEqual({
      winners: ['Rock'],
      order: ['Rock', 'Scissors', 'Paper'],
      leftOut: [{ winner: 'Paper', loser: 'Rock', votes: 11, against: 7 }],
      lotUsed: false,
    });
  });
});
