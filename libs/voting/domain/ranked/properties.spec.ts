import fc from 'fast-check';
import type { RankedBallotGroup, RankedInstance } from '../instance.js';
import { RANKED_RULES, RankedCount } from './ranked-count.js';

const CANDIDATES = ['A', 'B', 'C', 'D', 'E'];

/** Rankings with ties and gaps over five candidates. */
const votes = fc
  .array(
    fc.record({ count: fc.integer({ min: 1, max: 9 }), places: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 5, maxLength: 5 }) }),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((ballots): RankedInstance => {
    const groups = ballots.map(({ count, places }): RankedBallotGroup => {
      const used = [...new Set(places)].filter((place) => place > 0).sort();
      return { count, ranks: used.map((place) => places.flatMap((own, at) => (own === place ? [at] : []))) };
    });
    return { kind: 'ranked', candidates: CANDIDATES, ballots: groups, meta: {} };
  });

const outcomes = (instance: RankedInstance): unknown => {
  const count = new RankedCount(instance, { seats: 2 });
  return RANKED_RULES.map((rule) => count.winners(rule));
};

describe('every ranked rule', () => {
  it('gives the same outcome in any order of ballots and with groups split into single ballots', () => {
    fc.assert(
      fc.property(votes, (instance) => {
        const single = instance.ballots.flatMap(({ count, ranks }) => Array.from({ length: count }, () => ({ count: 1, ranks })));
        const expected = outcomes(instance);
        expect(outcomes({ ...instance, ballots: single })).toEqual(expected);
        expect(outcomes({ ...instance, ballots: [...instance.ballots].reverse() })).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  it('elects a candidate who wins every duel by Schulze, ranked pairs and Copeland', () => {
    fc.assert(
      fc.property(votes, (instance) => {
        const count = new RankedCount(instance);
        const best = count.winners('condorcet_winner');
        fc.pre(best.length === 1);
        for (const rule of ['schulze', 'schulze_margins', 'ranked_pairs', 'ranked_pairs_margins', 'copeland', 'smith_set'] as const) {
          expect(count.winners(rule)).toEqual(best);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('elects from the Smith set by Schulze, and has at least one Schulze and one ranked pairs winner', () => {
    fc.assert(
      fc.property(votes, (instance) => {
        const count = new RankedCount(instance);
        const smith = count.winners('smith_set');
        expect(count.winners('schulze').length).toBeGreaterThan(0);
        expect(count.winners('ranked_pairs').length).toBeGreaterThan(0);
        for (const at of count.winners('schulze')) expect(smith).toContain(at);
      }),
      { numRuns: 200 },
    );
  });

  it('never gives Schulze winners that depend on the order of candidates', () => {
    fc.assert(
      fc.property(votes, (instance) => {
        const last = CANDIDATES.length - 1;
        const turned = instance.ballots.map(({ count, ranks }) => ({ count, ranks: ranks.map((group) => group.map((at) => last - at)) }));
        const winners = new RankedCount({ ...instance, ballots: turned }).winners('schulze').map((at) => last - at);
        expect([...winners].sort()).toEqual(new RankedCount(instance).winners('schulze'));
      }),
      { numRuns: 150 },
    );
  });
});
