import { Injectable } from '@nestjs/common';
import { Database, Job, type JobWorker, type Tx, UnitOfWork } from '#platform';
import { Proposals } from '#proposals';
import { type CountedVote, countInThread } from '../count-in-thread.js';
import type { StoredVote } from '../rules/stored-vote.js';
import { ballotCounted } from '../rules/voting.facts.js';
import { type BallotRow, BallotsStore } from '../store/ballots.store.js';
import { ResultsStore } from '../store/results.store.js';
import { SecrecyStore } from '../store/secrecy.store.js';
import { SignalsStore } from '../store/signals.store.js';
import { VotesStore } from '../store/votes.store.js';
import { BalanceOfVote } from './balance-of-vote.js';
import { VoteToCount } from './vote-to-count.js';

interface Counted extends CountedVote {
  vote: StoredVote;
  met: boolean;
  flagged: boolean;
}

/** Counts a closed vote off the event loop and stores the result once. It may run any number of times. */
@Injectable()
@Job('count-ballot')
export class CountBallot implements JobWorker<{ ballotId: string }> {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly ballots: BallotsStore,
    private readonly balance: BalanceOfVote,
    private readonly vote: VoteToCount,
    private readonly votes: VotesStore,
    private readonly results: ResultsStore,
    private readonly proposals: Proposals,
    private readonly signals: SignalsStore,
    private readonly secrecy: SecrecyStore,
  ) {}

  /** Counted by a job once the transaction stands. Jobs of one vote come one after the other: a second one finds it counted. */
  async later(tx: Tx, ballotId: string): Promise<void> {
    const one = `count-ballot:${ballotId}`;
    await tx.enqueue('count-ballot', { ballotId }, { key: one, queue: one });
  }

  async work({ ballotId }: { ballotId: string }): Promise<void> {
    const ballot = await this.ballots.anywhere(this.database, ballotId);
    if (ballot?.state !== 'closing') return;
    // Counted again where something was withdrawn meanwhile.
    while (!(await this.store(ballot, await this.count(ballot))));
  }

  private async count(ballot: BallotRow): Promise<Counted> {
    const { database } = this;
    const vote = await this.vote.of(database, ballot);
    const balance = await this.balance.of(database, ballot);
    const flagged = await this.signals.flagged(database, ballot.id);
    const met = balance.voted >= ballot.quorum;
    const counted = await countInThread({
      vote,
      groups: await this.votes.groups(database, ballot.id),
      result: {
        ballotId: ballot.id,
        rulesHash: ballot.rules_hash!.toString('hex'),
        rule: ballot.rule,
        balance,
        quorum: { needed: ballot.quorum, met },
      },
      odd: flagged ? { flagged, others: await this.votes.groups(database, ballot.id, 'unflagged') } : null,
    });
    return { ...counted, vote, met, flagged: flagged > 0 };
  }

  /** Once. False when the options that stand are no longer those that were counted. */
  private store(ballot: BallotRow, { vote, text, hash, funded, met, flagged }: Counted): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      const { state } = (await this.ballots.lock(tx, ballot.event_id, ballot.id))!;
      if (state !== 'closing') return true;
      const standing = (await this.vote.of(tx, ballot)).options.map(({ id }) => id);
      if (standing.join() !== vote.options.map(({ id }) => id).join()) return false;
      await this.ballots.finishClosing(tx, ballot);
      await this.results.add(tx, ballot.id, text, hash);
      if (ballot.anonymous && flagged) {
        await this.secrecy.takeTime(tx);
        await this.signals.forgetFlags(tx, ballot.id);
      }
      const proposals = ballot.pot_minor === null ? [] : standing;
      const notFunded = met ? proposals.filter((id) => !funded.includes(id)) : [];
      if (met) await this.proposals.recordOutcome(tx, ballot.event_id, { ballotId: ballot.id, funded, notFunded });
      else await this.proposals.takeOffBallot(tx, ballot.event_id, proposals, 'too few people voted');
      await tx.audit({
        action: 'ballot counted',
        eventId: ballot.event_id,
        subjectKind: 'ballot',
        subjectId: ballot.id,
        from: 'closing',
        to: 'closed',
        details: { resultHash: hash },
      });
      await tx.fact(ballotCounted(ballot.event_id, ballot.id, funded, notFunded));
      return true;
    });
  }
}
