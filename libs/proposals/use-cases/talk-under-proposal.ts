import { Injectable } from '@nestjs/common';
import { Discuss, type ThreadPage } from '#events';
import { type Actor, Database, type EventScope, UnitOfWork } from '#platform';
import { LISTED } from '../domain/proposal.js';
import { refuse } from '../domain/proposals.refusals.js';
import { SupportsStore } from '../store/supports.store.js';
import { ShowProposals } from './show-proposals.js';

/** Talk under a proposal: open to members as long as it is in the list. */
@Injectable()
export class TalkUnderProposal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly show: ShowProposals,
    private readonly supports: SupportsStore,
    private readonly discuss: Discuss,
  ) {}

  async say(
    actor: Actor,
    scope: EventScope,
    id: string,
    saying: { text: string; parentId?: string; stance?: 'for' | 'neutral' | 'against' },
  ): Promise<{ id: string }> {
    const proposal = await this.show.visible(actor, scope, id);
    if (!LISTED.includes(proposal.state)) throw refuse.PROPOSAL_TAKES_NO_SUPPORT({ state: proposal.state });
    return this.unitOfWork.run(async (tx) => {
      await this.supports.noteComment(tx, id);
      return this.discuss.say(tx, { id, kind: 'proposal', eventId: scope.eventId }, { ...saying, authorId: actor.accountId });
    });
  }

  async read(viewer: Actor | undefined, scope: EventScope, id: string, after: string | undefined, limit: number): Promise<ThreadPage> {
    await this.show.visible(viewer, scope, id);
    return this.discuss.read(this.database, id, after, limit);
  }
}
