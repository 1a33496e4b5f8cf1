import type { ProjectResultView, RuleResultView } from '../views/results';
import { PAYERS_SCALE, moneyBar, payersOf, sharesOf } from './payers';

const project = (id: string, code: string, reason: object = {}, cost = 1_000): ProjectResultView => ({
  proposalId: id,
  title: id,
  cost: { amount: cost, currency: 'GBP' },
  votes: 1,
  funded: code !== 'NO_VOTES',
  position: null,
  reason: { code, ...reason },
});
const result = (projects: ProjectResultView[], left = '0'): RuleResultView => ({
  rule: 'mes_cost_add1u',
  official: true,
  winners: [],
  pot: '40.00',
  spent: '0',
  left,
  ballots: 10,
  emptyBallots: 0,
  ballotsWithNoFundedChoice: 0,
  endowment: '4',
  runs: 1,
  tieMattered: false,
  lotMattered: false,
  everythingFits: false,
  projects,
});

describe('who paid for what', () => {
  const shares = result([
    project('b', 'BOUGHT', { step: 2, share: '1', payFullShare: 4, payLastMoney: 1, hadNothingLeft: 0 }),
    project('a', 'BOUGHT', { step: 1, share: '2', payFullShare: 8, payLastMoney: 0, hadNothingLeft: 2 }),
    project('c', 'ADDED_AT_END', {}, 2_000),
  ]);

  it('is told in order of purchase, on one scale, and never of what was added at the end', () => {
    const rows = payersOf(shares);
    expect(rows.map(({ id, supporters }) => [id, supporters])).toEqual([
      ['a', 10],
      ['b', 5],
    ]);
    expect(rows[0]!.parts.map(({ from, width }) => [from, width])).toEqual([
      [0, 0.8 * PAYERS_SCALE],
      [0.8 * PAYERS_SCALE, 0],
      [0.8 * PAYERS_SCALE, 0.2 * PAYERS_SCALE],
    ]);
  });

  it('adds up: what was paid and what is left are all the shares together', () => {
    expect(sharesOf({ ...shares, endowment: '4.5' }, 2)).toEqual({ bought: 2_000, left: 2_500 });
    expect(sharesOf({ ...shares, endowment: null }, 2)).toBeNull();
  });

  it('splits the pot into bought, added and left, which together are all of it', () => {
    const bar = moneyBar(shares)!;
    expect([bar.bought, bar.added, bar.left]).toEqual([0.5, 0.5, 0]);
    const half = moneyBar(result(shares.projects.slice(), '20.00'))!;
    expect(half.bought + half.added + half.left).toBeCloseTo(1, 9);
    expect(moneyBar({ ...shares, pot: '0' })).toBeNull();
  });
});
