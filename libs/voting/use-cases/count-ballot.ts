import { Injectable } from '@nestjs/common';
import { Database, Job, type JobWorker, UnitOfWork } from '#platform';
import { Proposals } from '#proposals';
import { canonicalJson, sha256 } from '#voting/count';
import { type Outcome, type ResultDocument, decisionOf, fundedBy } from '../rules/result-document.js';
import { ballotCounted } from '../rules/voting.facts.js';
import { type BallotRow, BallotsStore } from '../store/ballots.store.js';
import { OptionsStore } from '../store/options.store.js';
import { ResultsStore } from '../store/results.store.js';
import { SecrecyStore } from '../store/secrecy.store.js';
import { SignalsStore } from '../store/signals.store.js';
import { BalanceOfVote } from './balance-of-vote.js';
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
    private readonly balance: BalanceOfVote,
    private readonly outcome: OutcomeOf,
    private readonly results: ResultsStore,
    private readonly proposals: Proposals,
    private readonly signals: SignalsStore,
    private readonly secrecy: SecrecyStore,
  ) {}

  async work({ ballotId }: { ballotId: string }): Promise<void> {
    const ballot = await this.ballots.anywhere(this.database, ballotId);
    if (ballot?.state === 'closing') await this.store(ballot, await this.count(ballot));
  }

  private async count(ballot: BallotRow): Promise<ResultDocument> {
    const balance = await this.balance.of(this.database, ballot);
    const outcome = await this.outcome.of(this.database, ballot);
    const flagged = await this.signals.flagged(this.database, ballot.id);
    return {
      ballotId: ballot.id,
      rulesHash: ballot.rules_hash!.toString('hex'),
      rule: ballot.rule,
      balance,
      quorum: { needed: ballot.quorum, met: balance.voted >= ballot.quorum },
      outcome,
      ...(flagged ? { sensitivity: { flagged, changed: await this.hangsOnFlagged(ballot, outcome) } } : {}),
    };
  }

  /** Whether the ballots that carry no sign of fraud alone would come to something else (VOT-11). */
  private async hangsOnFlagged(ballot: BallotRow, outcome: Outcome): Promise<boolean> {
    const without = await this.outcome.of(this.database, ballot, 'unflagged');
    return JSON.stringify(decisionOf(without)) !== JSON.stringify(decisionOf(outcome));
  }

  private store(ballot: BallotRow, document: ResultDocument): Promise<void> {
    const text = canonicalJson(document);
    const funded = fundedBy(document);
    return this.unitOfWork.run(async (tx) => {
      if (!(await this.ballots.finishClosing(tx, ballot))) return;
      await this.results.add(tx, ballot.id, text, sha256(text));
      if (ballot.anonymous && document.sensitivity) {
        await this.secrecy.takeTime(tx);
        await this.signals.forgetFlags(tx, ballot.id);
      }
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
