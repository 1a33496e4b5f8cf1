import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import { type Actor, type EventScope, UnitOfWork } from '#platform';
import { type BenefitState, confirmBenefit, type Evidence, moveBenefit } from '../domain/benefit.js';
import { type DealState } from '../domain/deal.js';
import type { PromisedBenefit } from '../domain/package.js';
import { refuse } from '../domain/sponsors.refusals.js';
import { BenefitsStore } from '../store/benefits.store.js';
import { DealsStore } from '../store/deals.store.js';

const CLOSED: readonly DealState[] = ['fulfilled', 'thanked', 'lost', 'withdrawn'];
/** Once it is contracted, a promise is kept, waived or made good; it does not vanish. */
const NEGOTIABLE: readonly DealState[] = ['lead', 'contacted', 'proposed', 'negotiating', 'agreed'];

/** What was promised to one sponsor, kept step by step with evidence (SPO-3, SPO-4). The deal's lock orders it all. */
@Injectable()
export class KeepBenefits {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deals: DealsStore,
    private readonly benefits: BenefitsStore,
  ) {}

  add(scope: EventScope, dealId: string, benefit: PromisedBenefit): Promise<Id<'benefit'>> {
    return this.unitOfWork.run(async (tx) => {
      const deal = await this.deals.lock(tx, scope.eventId, dealId);
      if (CLOSED.includes(deal.state)) throw refuse.DEAL_CLOSED({ state: deal.state });
      const id = await this.benefits.add(tx, scope.eventId, dealId, benefit, scope.currency);
      await tx.audit({
        action: 'benefit promised',
        eventId: scope.eventId,
        subjectKind: 'sponsor benefit',
        subjectId: id,
        to: 'promised',
        details: { dealId },
      });
      return id;
    });
  }

  remove(scope: EventScope, dealId: string, id: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const deal = await this.deals.lock(tx, scope.eventId, dealId);
      if (!NEGOTIABLE.includes(deal.state)) throw refuse.DEAL_CLOSED({ state: deal.state });
      const benefit = await this.benefits.ofDealById(tx, scope.eventId, dealId, id);
      if ((await this.benefits.remove(tx, scope.eventId, dealId, id)) === 0) throw refuse.MOVED_MEANWHILE({ state: benefit.state });
      await tx.audit({
        action: 'benefit taken out',
        eventId: scope.eventId,
        subjectKind: 'sponsor benefit',
        subjectId: id,
        from: 'promised',
        details: { dealId },
      });
    });
  }

  move(scope: EventScope, actor: Actor, dealId: string, id: string, to: BenefitState, evidence?: Evidence, reason?: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const deal = await this.deals.lock(tx, scope.eventId, dealId);
      if (CLOSED.includes(deal.state)) throw refuse.DEAL_CLOSED({ state: deal.state });
      const benefit = await this.benefits.ofDealById(tx, scope.eventId, dealId, id);
      moveBenefit(benefit.state, to, evidence, reason);
      await this.benefits.move(tx, scope.eventId, id, benefit.state, to, actor.accountId, evidence);
      await tx.audit({
        action: 'benefit moved',
        eventId: scope.eventId,
        subjectKind: 'sponsor benefit',
        subjectId: id,
        from: benefit.state,
        to,
        reason: reason ?? null,
      });
      if (to === 'delivered') await tx.fact({ type: 'BenefitDelivered', eventId: scope.eventId, body: { dealId, benefitId: id } });
    });
  }

  /** The organisation says it got what was promised; after 14 days of silence the team may. */
  confirm(scope: EventScope, actor: Actor, dealId: string, id: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const deal = await this.deals.lock(tx, scope.eventId, dealId);
      const inTeam = actor.rolesIn(scope.eventId).some((role) => role === 'sponsors' || role === 'owner' || role === 'organiser');
      const benefit = await this.benefits.ofDealById(tx, scope.eventId, dealId, id);
      const to = confirmBenefit({ ...benefit, contactId: deal.contactId }, { accountId: actor.accountId, inTeam }, tx.now);
      await this.benefits.move(tx, scope.eventId, id, benefit.state, to, actor.accountId, undefined);
      await tx.audit({
        action: 'benefit confirmed',
        eventId: scope.eventId,
        subjectKind: 'sponsor benefit',
        subjectId: id,
        from: benefit.state,
        to,
      });
    });
  }
}
