import { Injectable } from '@nestjs/common';
import { move } from '#kernel';
import { type EventScope, UnitOfWork, accessRefusals } from '#platform';
import { Proposals } from '#proposals';
import { BALLOT_STATES } from '../rules/ballot.js';
import { ballotVoided } from '../rules/voting.facts.js';
import { refuse } from '../rules/voting.refusals.js';
import { BallotsStore } from '../store/ballots.store.js';
import { OptionsStore } from '../store/options.store.js';

/** Ends a vote without a result: the only way when its frozen rules turn out wrong (VOT-6). Its proposals may stand again. */
@Injectable()
export class VoidBallot {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ballots: BallotsStore,
    private readonly options: OptionsStore,
    private readonly proposals: Proposals,
  ) {}

  execute(scope: EventScope, id: string, reason: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      await this.ballots.holdCasts(tx, id);
      const ballot = await this.ballots.byId(tx, scope.eventId, id);
      if (!ballot) throw accessRefusals.NOT_FOUND();
      move(BALLOT_STATES, ballot.state, 'void');
      if (!(await this.ballots.makeVoid(tx, ballot, reason))) throw refuse.VOTE_CLOSED();
      const ids = (await this.options.of(tx, scope.eventId, id)).map((o) => o.option_id);
      if (ballot.state === 'open' && ballot.pot_minor !== null)
        await this.proposals.takeOffBallot(tx, scope.eventId, ids, 'the vote is void');
      await tx.audit({
        action: 'ballot void',
        eventId: scope.eventId,
        subjectKind: 'ballot',
        subjectId: id,
        from: ballot.state,
        to: 'void',
        reason,
      });
      await tx.fact(ballotVoided(scope.eventId, id));
    });
  }
}
