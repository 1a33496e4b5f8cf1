import { Injectable } from '@nestjs/common';
import { Database, Job, type JobWorker, UnitOfWork } from '#platform';
import { Proposals } from '#proposals';
import { canonicalJson, countBallots, sha256 } from '#voting/count';
import { countInThread } from '../count-in-thread.js';
import { COUNTED_RULES } from '../rules/frozen-rules.js';
import { type ResultDocument, fundedBy, resultDocument } from '../rules/result-document.js';
import { ballotCounted } from '../rules/voting.facts.js';
import { type BallotRow, BallotsStore } from '../store/ballots.store.js';
import { ElectorsStore } from '../store/electors.store.js';
import { ResultsStore } from '../store/results.store.js';
import { VotesStore } from '../store/votes.store.js';
import { PollInstance } from './poll-instance.js';

/** Counts a closed vote by every rule, off the event loop, and stores the result once. It may run any number of times. */
@Injectable()
@Job('count-ballot')
export class CountBallot implements JobWorker<{ ballotId: string }> {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly ballots: BallotsStore,
    private readonly electors: ElectorsStore,
    private readonly votes: VotesStore,
    private readonly instance: PollInstance,
    private readonly results: ResultsStore,
    private readonly proposals: Proposals,
  ) {}

  async work({ ballotId }: { ballotId: string }): Promise<void> {
    const ballot = await this.ballots.anywhere(this.database, ballotId);
    if (ballot?.state === 'closing') await this.store(ballot, await this.count(ballot));
  }

  private async count(ballot: BallotRow): Promise<ResultDocument> {
    const instance = await this.instance.of(this.database, ballot);
    const result = await countInThread({ instance, rules: COUNTED_RULES, increment: ballot.increment_minor! });
    const electors = await this.electors.count(this.database, ballot.id);
    const balance = {
      // A vote from a file has no electors of ours; those it names are all it tells.
      eligible: electors || ballot.electorate_size!,
      counted: countBallots(instance),
      setAside: await this.votes.setAside(this.database, ballot.id),
    };
    return resultDocument(
      { ballotId: ballot.id, rulesHash: ballot.rules_hash!.toString('hex'), rule: ballot.rule, quorum: ballot.quorum },
      balance,
      result,
    );
  }

  private store(ballot: BallotRow, document: ResultDocument): Promise<void> {
    const text = canonicalJson(document);
    const funded = fundedBy(document);
    const standing = document.outcomes[0]!.explanation.projects.map((p) => p.project);
    const notFunded = document.quorum.met ? standing.filter((id) => !funded.includes(id)) : [];
    return this.unitOfWork.run(async (tx) => {
      if (!(await this.ballots.finishClosing(tx, ballot))) return;
      await this.results.add(tx, ballot.id, text, sha256(text));
      if (document.quorum.met) await this.proposals.recordOutcome(tx, ballot.event_id, { ballotId: ballot.id, funded, notFunded });
      else await this.proposals.takeOffBallot(tx, ballot.event_id, standing, 'too few people voted');
      await tx.audit({
        action: 'ballot counted',
        eventId: ballot.event_id,
        subjectKind: 'ballot',
        subjectId: ballot.id,
        from: 'closing',
        to: 'closed',
        details: { resultHash: sha256(text) },
      });
      await tx.fact(ballotCounted(ballot.event_id, ballot.id, funded, notFunded));
    });
  }
}
