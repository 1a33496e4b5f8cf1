import { Injectable } from '@nestjs/common';
import { Database, type EventScope, Job, type JobWorker, type Tx, UnitOfWork, accessRefusals } from '#platform';
import { canonicalJson } from '#voting/count';
import { countInThread } from '../count-in-thread.js';
import { FEWEST_TO_PUBLISH, RESULT_IS_PUBLIC } from '../rules/ballot.js';
import type { Comparison } from '../rules/comparison.js';
import { refuseComparison } from '../rules/comparison.refusals.js';
import { isCompared } from '../rules/is-compared.js';
import { refuse } from '../rules/voting.refusals.js';
import { BallotsStore } from '../store/ballots.store.js';
import { ComparisonsStore } from '../store/comparisons.store.js';
import { VotesStore } from '../store/votes.store.js';
import { VoteToCount } from './vote-to-count.js';

/**
 * The counterfactual lab: after the count the same ballots run through every rule, off the event loop, and what came of it is stored once.
 * A job of its own, so that no result waits for it.
 */
@Injectable()
@Job('compare-rules')
export class CompareRules implements JobWorker<{ ballotId: string }> {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly ballots: BallotsStore,
    private readonly vote: VoteToCount,
    private readonly votes: VotesStore,
    private readonly comparisons: ComparisonsStore,
  ) {}

  /** Asked for when a result is stored. */
  async later(tx: Tx, ballotId: string): Promise<void> {
    await tx.enqueue('compare-rules', { ballotId }, { key: `compare-rules:${ballotId}` });
  }

  async work({ ballotId }: { ballotId: string }): Promise<void> {
    const ballot = await this.ballots.anywhere(this.database, ballotId);
    if (!ballot || !RESULT_IS_PUBLIC.includes(ballot.state) || !isCompared(ballot)) return;
    const vote = await this.vote.of(this.database, ballot);
    const comparison = await countInThread({ vote, groups: await this.votes.groups(this.database, ballotId), compare: true });
    await this.unitOfWork.run((tx) => this.comparisons.add(tx, ballotId, canonicalJson(comparison)));
  }

  /** For everybody, once the result is public; withheld where so few voted that it would tell what one of them chose. */
  async show(scope: EventScope, ballotId: string): Promise<Comparison> {
    const ballot = await this.ballots.byId(this.database, scope.eventId, ballotId);
    if (!ballot || ballot.state === 'draft') throw accessRefusals.NOT_FOUND();
    if (!RESULT_IS_PUBLIC.includes(ballot.state))
      throw refuse.RESULT_NOT_YET({ state: ballot.state, closesAt: ballot.closes_at.toISOString() });
    if (!isCompared(ballot)) throw refuseComparison.ONE_WAY_TO_COUNT({ method: ballot.method });
    const comparison = await this.comparisons.of(this.database, ballotId);
    if (!comparison) throw refuseComparison.COMPARISON_NOT_YET();
    if (comparison.ballots < FEWEST_TO_PUBLISH) throw refuse.TOO_FEW_TO_PUBLISH({ ballots: comparison.ballots, fewest: FEWEST_TO_PUBLISH });
    return comparison;
  }
}
