import { Injectable } from '@nestjs/common';
import { type Actor, type EventScope, UnitOfWork, accessRefusals, badFields } from '#platform';
import { type CostLine, faultsOfSheet, totalsOf } from '../domain/costs.js';
import { TAKES_COSTS } from '../domain/proposal.js';
import { refuse } from '../domain/proposals.refusals.js';
import { CostsStore } from '../store/costs.store.js';
import type { ProposalRow } from '../store/proposals.store.js';
import { MoveProposal } from './move-proposal.js';

/** Puts in what a proposal costs, and freezes it by a second person's approval (PRP-6). */
@Injectable()
export class CostProposal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly costs: CostsStore,
    private readonly moveProposal: MoveProposal,
  ) {}

  /** By its author, or by those who estimate for the event. */
  put(actor: Actor, scope: EventScope, id: string, lines: readonly CostLine[]): Promise<ProposalRow> {
    return this.unitOfWork.run(async (tx) => {
      const p = await this.moveProposal.lock(tx, scope.eventId, id);
      const estimates = actor.rolesIn(scope.eventId).some((role) => role === 'estimator' || role === 'organiser' || role === 'owner');
      if (p.author_id !== actor.accountId && !estimates) throw accessRefusals.NOT_ALLOWED();
      if (!TAKES_COSTS.includes(p.state) || p.prices_frozen_at) throw refuse.PRICES_FROZEN({ state: p.state });
      const faults = faultsOfSheet(lines, scope.currency);
      if (faults.length) throw badFields(faults);
      const totals = totalsOf(lines, scope.currency);
      if (!(await this.costs.replace(tx, p, lines, totals, actor.accountId))) throw refuse.PRICES_FROZEN();
      await tx.audit({
        action: 'cost sheet put in',
        eventId: scope.eventId,
        subjectKind: 'proposal',
        subjectId: id,
        details: { total: totals.total.minor.toString(), min: totals.min.minor.toString(), lines: lines.length },
      });
      return { ...p, cost_minor: totals.total.minor, cost_min_minor: totals.min.minor, costed_by: actor.accountId };
    });
  }

  /** Whoever put in the prices cannot approve them. */
  approve(actor: Actor, scope: EventScope, id: string): Promise<ProposalRow> {
    return this.unitOfWork.run(async (tx) => {
      const p = await this.moveProposal.lock(tx, scope.eventId, id);
      if (p.cost_minor === null) throw refuse.NO_COST_SHEET();
      if (p.costed_by === actor.accountId) throw refuse.ESTIMATOR_APPROVES();
      if (p.prices_frozen_at) throw refuse.PRICES_FROZEN();
      // The prices are frozen first: the database holds that a costed proposal has them.
      await this.costs.freeze(tx, p, actor.accountId);
      return this.moveProposal.to(tx, { ...p, prices_frozen_at: tx.now }, 'costed');
    });
  }
}
