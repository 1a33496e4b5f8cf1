import { rankedSample } from '../spec-support/samples.js';
import { RankedCount } from './ranked-count.js';
import { explainRankedPairs } from './ranked-pairs-explanation.js';

/** Rock, paper, scissors: each wins one duel and loses one. */
const ring = new RankedCount(
  rankedSample('Rock Paper Scissors', ['7: Rock Scissors Paper', '5: Paper Rock Scissors', '6: Scissors Paper Rock']),
);

describe('ranked pairs, explained', () => {
  it('tells which duel was left out because it would have closed a ring', () => {
    expect(explainRankedPairs(ring)).toEqual({
      winners: ['Rock'],
      order: ['Rock', 'Scissors', 'Paper'],
      leftOut: [{ winner: 'Paper', loser: 'Rock', votes: 11, against: 7 }],
      lotUsed: false,
    });
  });

  it('leaves nothing out when somebody wins every duel and nobody stands in a ring', () => {
    const clear = new RankedCount(rankedSample('A B', ['3: A B', '1: B A']));
    expect(explainRankedPairs(clear)).toMatchObject({ winners: ['A'], order: ['A', 'B'], leftOut: [] });
  });
});
