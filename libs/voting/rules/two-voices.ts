import type { Money } from '#kernel';

/** A proposal heard twice: how many people chose it, and how much money people promise to whom it matters. */
export interface Heard {
  proposalId: string;
  title: string;
  votes: number;
  pledged: Money;
  backers: number;
}

/** Its place in either order, from 1. */
export interface TwoVoices extends Heard {
  voteRank: number;
  pledgeRank: number;
  /** The places differ by more than five. */
  apart: boolean;
}

/** From here on two places count as far apart (participation spec, section 4 no. 3). */
const NEAR = 5;

/**
 * Ranks proposals by votes and by money, beside each other and never summed. Given in lot order, which settles equal votes; equal
 * money stands in the order of the votes, so that proposals without pledges are not told apart by chance. Money moves no vote rank.
 */
export function twoVoices(heard: readonly Heard[]): TwoVoices[] {
  const byVotes = [...heard].sort((a, b) => b.votes - a.votes);
  const byMoney = [...byVotes].sort((a, b) => (b.pledged.minor > a.pledged.minor ? 1 : b.pledged.minor < a.pledged.minor ? -1 : 0));
  const place = new Map(byMoney.map((each, at) => [each.proposalId, at + 1]));
  return byVotes.map((each, at) => {
    const [voteRank, pledgeRank] = [at + 1, place.get(each.proposalId)!];
    return { ...each, voteRank, pledgeRank, apart: Math.abs(voteRank - pledgeRank) > NEAR };
  });
}
