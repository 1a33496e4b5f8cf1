import { Injectable } from '@nestjs/common';
import { type Id, type Money, compare, money, subtract, zero } from '#kernel';
import { Ledger } from '#ledger';
import { type Actor, type EventScope, type Tx, UnitOfWork } from '#platform';
import { Pledges } from '#pledges';
import { acceptGift } from '../domain/in-kind-gift.js';
import { type GiftRow, GiftsStore } from '../store/gifts.store.js';

/**
 * Accepts a gift at its value. In the same transaction the budget line it meets is met in kind, and the cash goal falls
 * by exactly that; what is pledged does not move (CAM-5).
 */
@Injectable()
export class AcceptGift {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gifts: GiftsStore,
    private readonly ledger: Ledger,
    private readonly pledges: Pledges,
  ) {}

  execute(scope: EventScope, actor: Actor, id: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const gift = await this.gifts.lock(tx, scope.eventId, id);
      const to = acceptGift(gift, actor.accountId);
      const met = await this.meet(tx, scope.eventId, gift);
      await this.gifts.move(tx, scope.eventId, gift.id, gift.state, to, { accepted: { by: actor.accountId }, metMinor: met.minor });
      await tx.audit({
        action: 'gift accepted',
        eventId: scope.eventId,
        subjectKind: 'in-kind gift',
        subjectId: gift.id,
        from: gift.state,
        to,
        details: { valuedBy: gift.valuedBy, met: Number(met.minor) },
      });
      await tx.fact({
        type: 'GiftAccepted',
        eventId: scope.eventId,
        body: {
          giftId: gift.id,
          budgetLineId: gift.budgetLineId,
          value: Number(gift.valueMinor ?? 0n),
          met: Number(met.minor),
          currency: gift.currency,
        },
      });
    });
  }

  /** Meets the need; answers by how much it fell: a gift worth more than the need meets the need and no more. */
  private async meet(tx: Tx, eventId: Id<'event'>, gift: GiftRow): Promise<Money> {
    const value = money(gift.valueMinor ?? 0n, gift.currency);
    if (!gift.budgetLineId) return zero(gift.currency);
    await this.gifts.oneAtATime(tx, eventId);
    const before = await this.ledger.cashGoalOf(tx, eventId);
    await this.ledger.meetInKind(tx, {
      eventId,
      lineId: gift.budgetLineId as Id<'budget line'>,
      amount: value,
      source: { kind: 'in_kind_gift', id: gift.id },
    });
    const after = await this.ledger.cashGoalOf(tx, eventId);
    const met = before && after ? subtract(before, after) : value;
    if (compare(met, zero(gift.currency)) > 0) {
      await this.pledges.lowerGoal(tx, eventId, {
        amount: met,
        because: `${gift.organisation}: ${gift.description}`.slice(0, 300),
        sourceId: gift.id,
      });
    }
    return met;
  }
}
