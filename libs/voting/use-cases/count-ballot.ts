import { Injectable } from '@nestjs/common';
import { Database, Job, type JobWorker, UnitOfWork } from '#platform';
import { Proposals } from '#proposals';
import { canonicalJson, sha256 } from '#voting/count';
import { type ResultDocument, balanceOf, fundedBy } from '../rules/result-document.js';
import { ballotCounted } from '../rules/voting.facts.js';
import { type BallotRow, BallotsStore } from '../store/ballots.store.js';
import { ElectorsStore } from '../store/electors.store.js';
import { OptionsStore } from '../store/options.store.js';
import { ResultsStore } from '../store/results.store.js';
import { VotesStore } from '../store/votes.store.js';
import { OutcomeOf } from './outcome-of.js';

/** Counts a closed vote off the event loop and stores the result once. It may run any number of times. */
@Injectable()
@Job('count-ballot')
export class CountBallot implements JobWorker<{ ballotId: string }> {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly ballots: BallotsStore,
    private readonly options: OptionsStore,
    private readonly electors: ElectorsStore,
    private readonly votes: VotesStore,
    private readonly outcome: OutcomeOf,
    private readonly results: ResultsStore,
    private readonly proposals: Proposals,
  ) {}

  async work({ ballotId }: { ballotId: string }): Promise<void> {
    const ballot = await this.ballots.anywhere(this.database, ballotId);
    if (ballot?.state === 'closing') await this.store(ballot, await this.count(ballot));
  }

  private async count(ballot: BallotRow): Promise<ResultDocument> {
    const electors = await this.electors.count(this.database, ballot.id);
    const balance = balanceOf({
      // A vote from a file has no electors of ours; those it names are all it tells.
      eligible: electors || ballot.electorate_size!,
      ...(await this.votes.counted(this.database, ballot.id)),
      setAside: await this.votes.setAside(this.database, ballot.id),
    });
    return {
      ballotId: ballot.id,
      rulesHash: ballot.rules_hash!.toString('hex'),
      rule: ballot.rule,
      balance,
      quorum: { needed: ballot.quorum, met: balance.voted >= ballot.quorum },
      outcome: await this.outcome.of(this.database, ballot),
    };
  }

  private store(ballot: BallotRow, document: ResultDocument): Promise<void> {
    const text = canonicalJson(document);
    const funded = fundedBy(document);
    return this.unitOfWork.run(async (tx) => {
      if (!(await this.ballots.finishClosing(tx, ballot))) return;
      await this.results.add(tx, ballot.id, text, sha256(text));
      const standing =
        ballot.pot_minor === null
          ? []
          : (await this.options.of(tx, ballot.event_id, ballot.id)).filter((o) => o.withdrawn_at === null).map((o) => o.option_id);
      const notFunded = document.quorum.met ? standing.filter((id) => !funded.includes(id)) : [];
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
