import type { TwoVoicesItemView } from '../views/results';
import { slopes } from './two-voices';

const item = (id: string, voteRank: number, pledgeRank: number): TwoVoicesItemView => ({
  proposalId: id,
  title: id,
  votes: 0,
  voteRank,
  pledged: { amount: 0, currency: 'GBP' },
  backers: 0,
  pledgeRank,
  apart: Math.abs(voteRank - pledgeRank) > 5,
});

describe('two voices', () => {
  it('stand side by side by their own places, and are never added up', () => {
    const { height, lines } = slopes([item('a', 1, 7), item('b', 2, 1)]);
    expect(height).toBe(210);
    expect(lines).toEqual([
      { id: 'a', name: 'a', left: 15, right: 195, apart: true },
      { id: 'b', name: 'b', left: 45, right: 15, apart: false },
    ]);
  });
});
