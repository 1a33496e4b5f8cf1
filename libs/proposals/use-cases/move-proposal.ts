import { Injectable } from '@nestjs/common';
import { move } from '#kernel';
import { type Tx, accessRefusals } from '#platform';
import { LISTED, PROPOSAL_STATES, type ProposalState } from '../domain/proposal.js';
import { proposalPublished, proposalWithdrawn } from '../domain/proposals.facts.js';
import { type Ending, type ProposalRow, ProposalsStore } from '../store/proposals.store.js';

/** Moves a locked proposal from state to state, with its audit row and fact. Every verb that moves one uses it. */
@Injectable()
export class MoveProposal {
  constructor(private readonly proposals: ProposalsStore) {}

  async lock(tx: Tx, eventId: string, id: string): Promise<ProposalRow> {
    const proposal = await this.proposals.lock(tx, eventId, id);
    if (!proposal) throw accessRefusals.NOT_FOUND();
    return proposal;
  }

  async to(tx: Tx, p: ProposalRow, state: ProposalState, ending?: Ending): Promise<ProposalRow> {
    const from = p.state;
    move(PROPOSAL_STATES, from, state);
    await this.proposals.move(tx, p, state, LISTED.includes(state), ending);
    await tx.audit({
      action: `proposal ${state}`,
      eventId: p.event_id,
      subjectKind: 'proposal',
      subjectId: p.id,
      from,
      to: state,
      reason: ending?.because,
    });
    if (state === 'published' && from === 'draft') await tx.fact(proposalPublished(p.event_id, p.id));
    if (state === 'withdrawn') await tx.fact(proposalWithdrawn(p.event_id, p.id));
    return {
      ...p,
      state,
      hidden_from: state === 'hidden' ? from : null,
      published_at: p.published_at ?? (state === 'published' ? tx.now : null),
    };
  }
}
