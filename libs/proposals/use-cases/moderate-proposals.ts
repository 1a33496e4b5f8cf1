import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ModeratedKinds, PublicFacts } from '#events';
import type { Db, Tx } from '#platform';
import { ProposalsStore } from '../store/proposals.store.js';
import { MoveProposal } from './move-proposal.js';

/** How proposals are hidden and put back, and which of their facts everybody may follow. */
@Injectable()
export class ModerateProposals implements OnModuleInit {
  constructor(
    private readonly kinds: ModeratedKinds,
    private readonly facts: PublicFacts,
    private readonly proposals: ProposalsStore,
    private readonly moveProposal: MoveProposal,
  ) {}

  onModuleInit(): void {
    for (const type of ['ProposalPublished', 'ProposalEdited', 'ProposalWithdrawn', 'ProposalFunded', 'ProposalNotFunded'])
      this.facts.show(type);
    this.kinds.register('proposal', {
      find: async (db: Db, id: string) => {
        const p = await this.proposals.anywhere(db, id);
        return p && p.state !== 'draft'
          ? { eventId: p.event_id, authorId: p.author_id, excerpt: `${p.title}\n${p.body}`.slice(0, 300) }
          : null;
      },
      hide: async (tx: Tx, id: string) => {
        const p = await this.locked(tx, id);
        if (p.state !== 'hidden') await this.moveProposal.to(tx, p, 'hidden');
      },
      restore: async (tx: Tx, id: string) => {
        const p = await this.locked(tx, id);
        if (p.hidden_from) await this.moveProposal.to(tx, p, p.hidden_from);
      },
    });
  }

  private async locked(tx: Tx, id: string): ReturnType<MoveProposal['lock']> {
    const p = await this.proposals.anywhere(tx, id);
    return this.moveProposal.lock(tx, p?.event_id ?? id, id);
  }
}
