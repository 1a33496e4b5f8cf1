import type { Ballot, BallotRules } from './ballot.js';
import { checkBallot } from './check-ballot.js';

const options = new Set(['a', 'b', 'c', 'd']);
const approval: BallotRules = { method: 'approval', options, min: 2, max: 3 };
const knapsack: BallotRules = {
  method: 'knapsack',
  options,
  costs: new Map([...options].map((id, at) => [id, BigInt(at + 1) * 100n])),
  pot: 500n,
  minSpend: null,
};
const dots: BallotRules = { method: 'points', options, budget: 10, cap: 6 };
const ranked: BallotRules = { method: 'ranked', options, ties: false, gaps: 'close', max: null };
const choices = (...ids: string[]): Ballot => ({ kind: 'choices', choices: ids });
const points = (given: Record<string, number>): Ballot => ({
  kind: 'points',
  points: Object.entries(given).map(([option, own]) => ({ option, points: own })),
});
const ranks = (given: [string, number][]): Ballot => ({ kind: 'ranked', ranks: given.map(([option, rank]) => ({ option, rank })) });
const codes = (rules: BallotRules, ballot: Ballot): string[] => {
  const verdict = checkBallot(rules, ballot);
  return verdict.ok ? [] : verdict.refusals.map((refusal) => refusal.code);
};

describe('checking a ballot', () => {
  it('accepts it in canonical form, and an empty one as empty (VOT-1)', () => {
    expect(checkBallot(approval, choices('c', 'a'))).toEqual({ ok: true, ballot: choices('a', 'c'), empty: false });
    expect(checkBallot(approval, choices())).toMatchObject({ ok: true, empty: true });
  });

  it('refuses too few, too many, unknown and repeated options, and says which', () => {
    expect(codes(approval, choices('a'))).toEqual(['TOO_FEW']);
    expect(codes(approval, choices('a', 'b', 'c', 'd'))).toEqual(['TOO_MANY']);
    expect(checkBallot(approval, choices('a', 'z'))).toEqual({ ok: false, refusals: [{ code: 'UNKNOWN_OPTION', option: 'z' }] });
    expect(codes(approval, choices('a', 'a'))).toEqual(['DUPLICATE_OPTION']);
  });

  it('refuses a knapsack dearer than the pot, and lets one through that costs exactly the pot', () => {
    expect(codes(knapsack, choices('a', 'd'))).toEqual([]);
    expect(checkBallot(knapsack, choices('b', 'd'))).toEqual({ ok: false, refusals: [{ code: 'OVER_BUDGET', bound: 500n, found: 600n }] });
  });

  it('asks for no minimum unless the vote declares one, and then of every ballot but the empty one; the refusal names the bound (PBG-3)', () => {
    expect(codes(knapsack, choices('a'))).toEqual([]);
    const least: BallotRules = { ...knapsack, minSpend: 300n };
    expect(checkBallot(least, choices('b'))).toEqual({ ok: false, refusals: [{ code: 'UNDER_MINIMUM', bound: 300n, found: 200n }] });
    expect(codes(least, choices('c'))).toEqual([]);
    expect(codes(least, choices('a', 'b'))).toEqual([]);
    expect(checkBallot(least, choices())).toEqual({ ok: true, ballot: choices(), empty: true });
  });

  it('asks for no number of choices by default, so that one choice is a ballot (PBG-3)', () => {
    expect(codes({ ...approval, min: 0 }, choices('a'))).toEqual([]);
  });

  it('wants whole points within the cap and the budget of dots, and drops zeros', () => {
    expect(checkBallot(dots, points({ b: 4, a: 6, c: 0 }))).toMatchObject({ ok: true, ballot: points({ a: 6, b: 4 }) });
    expect(codes(dots, points({ a: 7 }))).toEqual(['POINTS_RANGE']);
    expect(codes(dots, points({ a: 1.5 }))).toEqual(['POINTS_RANGE']);
    expect(codes(dots, points({ a: -1 }))).toEqual(['POINTS_RANGE']);
    expect(codes(dots, points({ a: 6, b: 5 }))).toEqual(['POINTS_SUM']);
    expect(codes(dots, points({ a: Number.NaN }))).toContain('POINTS_RANGE');
  });

  it('closes gaps in ranks, or refuses them, and allows ties only where the poll does', () => {
    expect(
      checkBallot(
        ranked,
        ranks([
          ['b', 5],
          ['a', 2],
        ]),
      ),
    ).toMatchObject({
      ok: true,
      ballot: ranks([
        ['a', 1],
        ['b', 2],
      ]),
    });
    expect(
      codes(
        { ...ranked, gaps: 'refuse' },
        ranks([
          ['a', 1],
          ['b', 3],
        ]),
      ),
    ).toEqual(['RANK_GAP']);
    expect(
      codes(
        ranked,
        ranks([
          ['a', 1],
          ['b', 1],
        ]),
      ),
    ).toEqual(['RANK_TIE']);
    expect(
      codes(
        { ...ranked, ties: true },
        ranks([
          ['a', 1],
          ['b', 1],
          ['c', 2],
        ]),
      ),
    ).toEqual([]);
    expect(codes(ranked, ranks([['a', 0]]))).toEqual(['RANK_RANGE']);
    expect(
      codes(
        { ...ranked, max: 1 },
        ranks([
          ['a', 1],
          ['b', 2],
        ]),
      ),
    ).toEqual(['TOO_MANY']);
  });

  it('wants a reason for a block and knows only its own answers', () => {
    const consent: BallotRules = { method: 'consent' };
    expect(codes(consent, { kind: 'consent', answer: 'block', reason: ' ' })).toEqual(['REASON_REQUIRED']);
    expect(checkBallot(consent, { kind: 'consent', answer: 'agree' })).toMatchObject({ ok: true });
    expect(codes(consent, { kind: 'consent', answer: 'shrug' as 'agree' })).toEqual(['UNKNOWN_ANSWER']);
    const dates: BallotRules = { method: 'dates', options };
    expect(codes(dates, { kind: 'dates', answers: [{ option: 'a', answer: 'perhaps' as 'maybe' }] })).toEqual(['UNKNOWN_ANSWER']);
  });

  it('refuses a ballot made for another method', () => {
    expect(codes(approval, points({ a: 1 }))).toEqual(['WRONG_METHOD']);
  });
});
