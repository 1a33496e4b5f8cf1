import { Injectable } from '@nestjs/common';
import { type Actor, type EventScope, UnitOfWork, accessRefusals } from '#platform';
import { BEFORE_BALLOT, type ProposalState } from '../domain/proposal.js';
import { refuse } from '../domain/proposals.refusals.js';
import type { Ending, ProposalRow } from '../store/proposals.store.js';
import { MoveProposal } from './move-proposal.js';

/** Takes a proposal along its way: publish, review, shortlist, reject, withdraw, schedule, deliver, drop. */
@Injectable()
export class SteerProposal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly moveProposal: MoveProposal,
  ) {}

  publish(actor: Actor, scope: EventScope, id: string): Promise<ProposalRow> {
    return this.unitOfWork.run(async (tx) => {
      const p = await this.moveProposal.lock(tx, scope.eventId, id);
      if (p.author_id !== actor.accountId) throw p.state === 'draft' ? accessRefusals.NOT_FOUND() : accessRefusals.NOT_ALLOWED();
      return this.moveProposal.to(tx, p, 'published');
    });
  }

  /** Moves that belong to the team; the route says who of them. */
  team(scope: EventScope, id: string, to: ProposalState, ending?: Ending): Promise<ProposalRow> {
    return this.unitOfWork.run(async (tx) => this.moveProposal.to(tx, await this.moveProposal.lock(tx, scope.eventId, id), to, ending));
  }

  /** By its author until it is on a ballot; afterwards only by an organiser (PRP-4). */
  withdraw(actor: Actor, scope: EventScope, id: string, ending: Ending): Promise<ProposalRow> {
    return this.unitOfWork.run(async (tx) => {
      const p = await this.moveProposal.lock(tx, scope.eventId, id);
      const organises = actor.rolesIn(scope.eventId).some((role) => role === 'organiser' || role === 'owner');
      if (p.author_id !== actor.accountId && !organises) throw accessRefusals.NOT_ALLOWED();
      if (!BEFORE_BALLOT.includes(p.state) && !organises) throw refuse.PROPOSAL_LOCKED({ state: p.state });
      return this.moveProposal.to(tx, p, 'withdrawn', ending);
    });
  }
}
