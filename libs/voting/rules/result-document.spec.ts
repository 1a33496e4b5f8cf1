import type { RankedResult } from '#voting/count';
import { balanceOf, datesOutcome, rankedOutcome, totalsOutcome } from './result-document.js';

const total = (option: string, votes: number, supporters = votes) => ({ option, total: votes, supporters });

describe('The outcome of a vote without a pot', () => {
  it('goes to those with the most votes, as many as there are seats', () => {
    expect(totalsOutcome([total('a', 5), total('b', 4), total('c', 1)], 2, 0)).toMatchObject({ winners: ['a', 'b'], lotMattered: false });
  });

  it('says when the lot had to settle the last seat (VOT-9)', () => {
    expect(totalsOutcome([total('a', 5), total('b', 4), total('c', 4)], 2, 0).lotMattered).toBe(true);
    expect(totalsOutcome([total('a', 5), total('b', 4), total('c', 3)], 2, 0)).toMatchObject({ tieMattered: false, lotMattered: false });
    expect(totalsOutcome([total('b', 6, 3), total('c', 6, 2)], 1, 0)).toMatchObject({ tieMattered: true, lotMattered: false });
  });

  it('leaves out what nobody wants and what has too few supporters (VOT-1: cap and minimum)', () => {
    expect(totalsOutcome([total('a', 9, 2), total('b', 4, 4), total('c', 0)], 3, 3).winners).toEqual(['b']);
  });

  it('chooses a date by yes, then by yes and maybe together', () => {
    const dates = [
      { option: 'a', yes: 3, maybe: 1, no: 0 },
      { option: 'b', yes: 3, maybe: 1, no: 0 },
      { option: 'c', yes: 0, maybe: 0, no: 4 },
    ];
    expect(datesOutcome(dates, 1)).toMatchObject({ winners: ['a'], lotMattered: true });
    expect(datesOutcome(dates, 3).winners).toEqual(['a', 'b']);
  });
});

describe('The outcome of a ranked vote', () => {
  const ranked = (over: object): RankedResult => ({
    ...{ kind: 'ranked', irv: null, schulze: null, stv: null, rankedPairs: null, duels: { candidates: [], votes: [] } },
    outcomes: (['irv', 'scottish_stv', 'ranked_pairs'] as const).map((rule) => ({ rule, winners: ['a'] })),
    ...over,
  });
  const stv = (settledBy: string | null) => ({ stv: { quota: 1, valid: 1, elected: ['a'], excluded: [], stages: [], settledBy } });
  const pairs = (leftOut: object[]) => ({ rankedPairs: { winners: ['a'], order: ['a'], leftOut, lotUsed: true } });

  it.each([
    ['scottish_stv', stv(null), false, false],
    ['scottish_stv', stv('RULE'), true, false],
    ['scottish_stv', stv('LOT'), true, true],
    ['ranked_pairs', pairs([]), false, false],
    ['ranked_pairs', pairs([{}]), true, true],
  ] as const)('by %s says whether a tie or the lot mattered on the way: %j', (rule, over, tieMattered, lotMattered) => {
    expect(rankedOutcome(rule, 1, ranked(over))).toMatchObject({ tieMattered, lotMattered });
  });
});

describe('The balance of a vote', () => {
  it('adds up: eligible = voted + not voted, voted = counted + set aside', () => {
    expect(balanceOf({ eligible: 10, counted: 6, empty: 1, setAside: [{ reason: 'suspended', count: 1 }] })).toMatchObject({
      voted: 7,
      notVoted: 3,
    });
  });
});
