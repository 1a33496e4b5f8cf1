import { Injectable } from '@nestjs/common';
import { money } from '#kernel';
import { Database, type EventScope } from '#platform';
import { Pledges } from '#pledges';
import { type TwoVoices, twoVoices } from '../rules/two-voices.js';
import { type VotedProposal, lastCountedVote, votesByProposal } from '../store/two-voices.query.js';

const MOST_KEPT = 100;

/** Votes and pledges for the same proposals, side by side. Says nothing before a vote is counted (VOT-8). */
@Injectable()
export class ShowTwoVoices {
  /** Votes of counted ballots, which never change again. */
  private readonly counted = new Map<string, VotedProposal[]>();

  constructor(
    private readonly database: Database,
    private readonly pledges: Pledges,
  ) {}

  async execute(scope: EventScope): Promise<{ ballotId: string | null; items: TwoVoices[] }> {
    const ballotId = await lastCountedVote(this.database, scope.eventId);
    if (!ballotId) return { ballotId: null, items: [] };
    const votes = await this.votesOf(scope.eventId, ballotId);
    const wishes = new Map((await this.pledges.wishesOf(this.database, scope.eventId, scope.currency)).map((w) => [w.proposalId, w]));
    const heard = votes.map(({ proposal_id, title, votes: n }) => {
      const wish = wishes.get(proposal_id);
      return { proposalId: proposal_id, title, votes: n, pledged: wish?.pledged ?? money(0n, scope.currency), backers: wish?.backers ?? 0 };
    });
    return { ballotId, items: twoVoices(heard) };
  }

  private async votesOf(eventId: string, ballotId: string): Promise<VotedProposal[]> {
    const known = this.counted.get(ballotId);
    if (known) return known;
    const votes = await votesByProposal(this.database, eventId, ballotId);
    if (this.counted.size < MOST_KEPT) this.counted.set(ballotId, votes);
    return votes;
  }
}
