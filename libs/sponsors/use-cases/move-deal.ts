import { Injectable } from '@nestjs/common';
import { type Actor, type EventScope, type Tx, UnitOfWork } from '#platform';
import { type DealState, HOLDING, moveDeal } from '../domain/deal.js';
import { type DealRow, DealsStore } from '../store/deals.store.js';
import { PackagesStore } from '../store/packages.store.js';
import { InvoiceDeal, type InvoiceTerms } from './invoice-deal.js';

export interface DealStep extends InvoiceTerms {
  to: DealState;
  reason?: string | undefined;
}

/** Takes a deal one step along its pipeline, with what that step brings: a place held, an invoice issued or credited. */
@Injectable()
export class MoveDeal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deals: DealsStore,
    private readonly packages: PackagesStore,
    private readonly invoices: InvoiceDeal,
  ) {}

  execute(scope: EventScope, actor: Actor, dealId: string, step: DealStep): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const deal = await this.deals.lock(tx, scope.eventId, dealId);
      const to = moveDeal(deal, step.to, actor.accountId, step.reason);
      await this.deals.move(tx, scope.eventId, deal.id, deal.state, to, actor.accountId, step.reason ?? null);
      await this.keepPlace(tx, scope, deal, to);
      if (to === 'invoiced') await this.invoices.issue(tx, scope, actor, deal, step);
      if (deal.state === 'invoiced' && (to === 'lost' || to === 'withdrawn')) await this.invoices.credit(tx, scope, deal);
      await tx.audit({
        action: 'sponsor deal moved',
        eventId: scope.eventId,
        subjectKind: 'sponsor deal',
        subjectId: deal.id,
        from: deal.state,
        to,
        reason: step.reason ?? null,
      });
      await tx.fact({ type: 'DealMoved', eventId: scope.eventId, body: { dealId: deal.id, from: deal.state, to } });
    });
  }

  /** A package's place is held from `agreed` on and free again when the deal is given up. */
  private async keepPlace(tx: Tx, { eventId }: EventScope, deal: DealRow, to: DealState): Promise<void> {
    if (!deal.packageId) return;
    if (HOLDING.includes(to) && !HOLDING.includes(deal.state)) await this.packages.takePlace(tx, eventId, deal.packageId, deal.id);
    if (!HOLDING.includes(to) && HOLDING.includes(deal.state)) await this.packages.freePlace(tx, eventId, deal.id);
  }
}
