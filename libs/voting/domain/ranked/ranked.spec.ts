import { named, rankedSample } from '../spec-support/samples.js';
import { explainIrv, explainSchulze, explainStv } from './explanation.js';
import { RANKED_RULES, RankedCount } from './ranked-count.js';

const winners = (count: RankedCount): Record<string, string[]> =>
  Object.fromEntries(RANKED_RULES.map((rule) => [rule, named(count.instance, count.winners(rule))]));

/** Four towns choose a capital: the textbook case where the rules disagree. */
const capital = new RankedCount(
  rankedSample('Memphis Nashville Knoxville Chattanooga', [
    '42: Memphis Nashville Chattanooga Knoxville',
    '26: Nashville Chattanooga Knoxville Memphis',
    '17: Knoxville Chattanooga Nashville Memphis',
    '15: Chattanooga Knoxville Nashville Memphis',
  ]),
);

/** The published 45-voter example for the Schulze method. */
const fortyFive = new RankedCount(
  rankedSample('A B C D E', [
    '5: A C B E D',
    '5: A D E C B',
    '8: B E D A C',
    '3: C A B E D',
    '7: C A E B D',
    '2: C B A D E',
    '7: D C E B A',
    '8: E B A D C',
  ]),
);

describe('ranked rules', () => {
  it('elect the town that wins every duel, except by runoff', () => {
    expect(winners(capital)).toMatchObject({
      condorcet_winner: ['Nashville'],
      smith_set: ['Nashville'],
      borda: ['Nashville'],
      copeland: ['Nashville'],
      schulze: ['Nashville'],
      ranked_pairs: ['Nashville'],
      irv: ['Knoxville'],
    });
  });

  it('disagree where there is no such candidate', () => {
    expect(winners(fortyFive)).toEqual({
      condorcet_winner: [],
      smith_set: ['A', 'B', 'C', 'D', 'E'],
      borda: ['E'],
      copeland: ['E'],
      schulze: ['E'],
      ranked_pairs: ['A'],
      schulze_margins: ['E'],
      ranked_pairs_margins: ['A'],
      irv: ['C'],
      scottish_stv: ['C'],
    });
  });

  it('rank by strongest paths and by locked defeats', () => {
    expect(fortyFive.schulze().order.flatMap((group) => named(fortyFive.instance, group))).toEqual(['E', 'A', 'C', 'B', 'D']);
    const pairs = fortyFive.rankedPairs();
    expect(named(fortyFive.instance, pairs.order)).toEqual(['A', 'C', 'E', 'B', 'D']);
    expect(pairs.skipped.map((pair) => named(fortyFive.instance, pair).join('>'))).toEqual(['D>C', 'B>A', 'E>A']);
  });

  it('put candidates that a ballot leaves out below all others and equal to each other', () => {
    const count = new RankedCount(rankedSample('A B C', ['1: A', '1: B=C']));
    expect(count.pairwise()).toEqual([
      [0, 1, 1],
      [1, 0, 0],
      [1, 0, 0],
    ]);
    expect(count.bordaHalves()).toEqual([4, 4, 4]);
    expect(count.copelandHalves()).toEqual([2, 2, 2]);
  });

  it('leave a Schulze tie as a tie', () => {
    expect(winners(new RankedCount(rankedSample('A B C', ['1: A B C', '1: B A C'])))).toMatchObject({
      schulze: ['A', 'B'],
      copeland: ['A', 'B'],
    });
  });
});

describe('instant runoff', () => {
  it('exhausts a ballot for good when two continuing candidates share its next rank', () => {
    const { rounds } = new RankedCount(rankedSample('A B C', ['4: A', '3: B', '2: C A=B'])).irv();
    expect(rounds[1]).toMatchObject({ exhausted: 2 });
  });

  it('lets a tie in elimination go to the latest earlier round, then to the last in the lot', () => {
    const sample = rankedSample('Mon Tue Wed Thu', ['4: Mon Tue', '4: Tue Mon', '2: Wed Mon', '2: Thu Wed Tue']);
    const { rounds } = explainIrv(new RankedCount(sample));
    expect(rounds.map((round) => round.eliminated)).toEqual(['Thu', 'Wed', null]);
    expect(rounds[1]?.tied).toEqual(['Mon', 'Tue', 'Wed']);
    expect(winners(new RankedCount(sample))).toMatchObject({ irv: ['Mon'] });
  });

  it('shows transfers and exhausted ballots round by round', () => {
    const { rounds } = explainIrv(capital);
    expect(rounds[1]?.tally).toContainEqual({ candidate: 'Knoxville', ballots: 32, gained: 15 });
    expect(rounds.map((round) => round.decided)).toEqual([false, false, true]);
  });

  it('elects nobody without ballots', () => {
    expect(new RankedCount(rankedSample('A B', [])).winners('irv')).toEqual([]);
  });
});

describe('Schulze explained', () => {
  it('says when a winner beats everyone, and names the chain of duels where not', () => {
    expect(explainSchulze(capital)).toMatchObject([{ winner: 'Nashville', beatsEveryOther: true }]);
    const duels = explainSchulze(fortyFive)[0]?.duels ?? [];
    expect(duels.find((duel) => duel.against === 'C')).toEqual({
      against: 'C',
      votesFor: 21,
      votesAgainst: 24,
      outcome: 'LOST',
      chain: ['E', 'D', 'C'],
      chainStrength: 28,
      reverseStrength: 24,
    });
  });
});

describe('Scottish single transferable vote', () => {
  it('passes on surpluses at a reduced value cut to five decimals', () => {
    const count = new RankedCount(rankedSample('A B C', ['70: A B', '10: B', '20: C']), { seats: 2 });
    const { quota, elected, stages } = explainStv(count);
    expect(quota).toBe(34);
    expect(elected).toEqual(['A', 'B']);
    expect(stages[1]?.votes).toContainEqual({ candidate: 'B', votes: '45.99960' });
    expect(stages[1]?.votes).toContainEqual({ candidate: 'A', votes: '34.00000' });
  });

  it('keeps the value of papers when a candidate is excluded, and counts what finds no next preference', () => {
    const count = new RankedCount(rankedSample('A B C D', ['5: A', '4: B', '2: C B', '1: D']), { seats: 2 });
    const { stages, excluded } = explainStv(count);
    expect(excluded).toEqual(['D', 'C']);
    expect(stages.at(-1)).toMatchObject({ nonTransferable: '1.00000', elected: ['B'] });
  });

  it('elects those left as soon as they just fill the free seats, and ends a ballot at a shared rank', () => {
    const count = new RankedCount(rankedSample('A B C', ['3: A', '2: B=C']), { seats: 3 });
    expect(explainStv(count)).toMatchObject({ valid: 3, elected: ['A', 'B', 'C'] });
  });

  it('refuses a number of seats that is none', () => {
    expect(() => new RankedCount(rankedSample('A', ['1: A']), { seats: 0 }).scottishStv()).toThrow(RangeError);
  });
});
