import { money } from '#kernel';
import { type Heard, twoVoices } from './two-voices.js';

const heard = (votes: readonly number[], pledged: readonly number[]): Heard[] =>
  votes.map((n, at) => ({
    proposalId: `p${at}`,
    title: `P ${at}`,
    votes: n,
    pledged: money(BigInt(pledged[at] ?? 0), 'GBP'),
    backers: pledged[at] ? 1 : 0,
  }));
const ranks = (items: ReturnType<typeof twoVoices>) => items.map((i) => [i.proposalId, i.voteRank, i.pledgeRank, i.apart]);

describe('two voices side by side', () => {
  it('rank people and money apart, equal votes by the lot', () => {
    expect(ranks(twoVoices(heard([3, 5, 3], [900, 100, 500])))).toEqual([
      ['p1', 1, 3, false],
      ['p0', 2, 1, false],
      ['p2', 3, 2, false],
    ]);
  });

  it('call proposals apart whose places differ by more than five, not by five', () => {
    const votes = [9, 8, 7, 6, 5, 4, 3];
    const items = twoVoices(heard(votes, [1, 20, 30, 40, 50, 60, 70]));
    expect(items.map((i) => [i.voteRank - i.pledgeRank, i.apart])).toEqual([
      [-6, true],
      [-4, false],
      [-2, false],
      [0, false],
      [2, false],
      [4, false],
      [6, true],
    ]);
    expect(twoVoices(heard(votes.slice(0, 6), [1, 2, 3, 4, 5, 6])).some((i) => i.apart)).toBe(false);
  });

  it('find nothing apart where nobody pledged', () => {
    expect(twoVoices(heard([1, 2, 3, 4, 5, 6, 7, 8, 9], [])).every((i) => i.voteRank === i.pledgeRank)).toBe(true);
  });

  it('give the same bytes of vote ranks whatever is pledged (PBG-7)', () => {
    const votes = [4, 1, 4, 2];
    const bytes = (pledged: number[]) => JSON.stringify(twoVoices(heard(votes, pledged)).map((i) => [i.proposalId, i.votes, i.voteRank]));
    expect(bytes([0, 1_000_000, 0, 0])).toBe(bytes([]));
    expect(bytes([7, 3, 2, 9])).toBe(bytes([]));
  });
});
