import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { type Actor, Database, type EventScope, accessRefusals } from '#platform';
import { refuse } from '../domain/proposals.refusals.js';
import { ProposalsStore } from '../store/proposals.store.js';
import { SupportsStore } from '../store/supports.store.js';

/** Gives a person's support to a proposal, or takes it back. One statement each: the hot path of a busy evening. */
@Injectable()
export class SupportProposal {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly supports: SupportsStore,
    private readonly proposals: ProposalsStore,
  ) {}

  async give(actor: Actor, scope: EventScope, id: string): Promise<void> {
    const outcome = await this.supports.give(this.database, scope.eventId, id, actor.accountId, this.clock.now());
    if (outcome === 'absent') throw accessRefusals.NOT_FOUND();
    if (outcome === 'closed') throw refuse.PROPOSAL_TAKES_NO_SUPPORT();
  }

  async takeBack(actor: Actor, scope: EventScope, id: string): Promise<void> {
    const gone = await this.supports.takeBack(this.database, scope.eventId, id, actor.accountId);
    // Nothing to take back is fine, twice is fine; of a proposal that this event does not have it is not.
    if (gone === 0 && !(await this.proposals.byId(this.database, scope.eventId, id))) throw accessRefusals.NOT_FOUND();
  }
}
