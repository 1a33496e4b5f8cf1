import { Injectable } from '@nestjs/common';
import { move } from '#kernel';
import { type EventScope, type Tx, UnitOfWork, accessRefusals } from '#platform';
import { BALLOT_STATES } from '../rules/ballot.js';
import { ballotClosed } from '../rules/voting.facts.js';
import { refuse } from '../rules/voting.refusals.js';
import { type BallotRow, BallotsStore } from '../store/ballots.store.js';
import { CountBallot } from './count-ballot.js';
import { EndLinks } from './end-links.js';

/** Closes a vote, exactly once: no ballot is taken after it, none that was answered is lost, and nobody can tell any more who chose what. */
@Injectable()
export class CloseBallot {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ballots: BallotsStore,
    private readonly links: EndLinks,
    private readonly counting: CountBallot,
  ) {}

  /** By an organiser, at any time while it is open. */
  execute(scope: EventScope, id: string, reason: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const seen = await this.ballots.byId(tx, scope.eventId, id);
      if (!seen) throw accessRefusals.NOT_FOUND();
      move(BALLOT_STATES, seen.state, 'closing');
      await this.ballots.holdCasts(tx, id);
      if (!(await this.close(tx, seen, reason))) throw refuse.VOTE_CLOSED();
    });
  }

  /** When its time has come; somebody may have been faster. */
  atItsTime(eventId: string, id: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      await this.ballots.holdCasts(tx, id);
      const ballot = await this.ballots.byId(tx, eventId, id);
      if (ballot?.state === 'open' && ballot.closes_at <= tx.now) await this.close(tx, ballot, 'its time has come');
    });
  }

  private async close(tx: Tx, ballot: BallotRow, reason: string): Promise<boolean> {
    if (!(await this.ballots.beginClosing(tx, ballot))) return false;
    await this.links.of(tx, ballot);
    await tx.audit({
      action: 'ballot closed',
      eventId: ballot.event_id,
      subjectKind: 'ballot',
      subjectId: ballot.id,
      from: 'open',
      to: 'closing',
      reason,
    });
    await tx.fact(ballotClosed(ballot.event_id, ballot.id));
    await this.counting.later(tx, ballot.id);
    return true;
  }
}
