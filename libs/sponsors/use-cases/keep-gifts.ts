import { Injectable } from '@nestjs/common';
import { type Id, move, money } from '#kernel';
import { inKindReceived, Ledger } from '#ledger';
import { type Actor, type EventScope, type Tx, UnitOfWork } from '#platform';
import { dayOf } from '../domain/day.js';
import { GIFT_STATES, type GiftState, needsSecond, type ValueBasis } from '../domain/in-kind-gift.js';
import { refuse } from '../domain/sponsors.refusals.js';
import { type GiftChange, type GiftRow, GiftsStore, type NewGift } from '../store/gifts.store.js';

/** A gift in kind on its way into the books: offered, valued, received, recognised (SPO-7). Accepting it is `AcceptGift`. */
@Injectable()
export class KeepGifts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gifts: GiftsStore,
    private readonly ledger: Ledger,
  ) {}

  offer(scope: EventScope, actor: Actor, gift: NewGift): Promise<Id<'gift'>> {
    return this.unitOfWork.run(async (tx) => {
      const id = await this.gifts.add(tx, scope, gift, actor.accountId);
      await tx.audit({ action: 'gift offered', eventId: scope.eventId, subjectKind: 'in-kind gift', subjectId: id, to: 'offered' });
      return id;
    });
  }

  value(scope: EventScope, actor: Actor, id: string, value: { minor: bigint; basisKind: ValueBasis; basis: string }): Promise<void> {
    return this.step(scope, id, 'valued', undefined, () => ({
      value: { ...value, by: actor.accountId, needsSecond: needsSecond(value.minor) },
    }));
  }

  decline(scope: EventScope, id: string, reason: string): Promise<void> {
    return this.step(scope, id, 'declined', reason, () => ({}));
  }

  schedule(scope: EventScope, id: string): Promise<void> {
    return this.step(scope, id, 'scheduled', undefined, () => ({}));
  }

  receive(scope: EventScope, id: string, receivedOn: string): Promise<void> {
    return this.step(scope, id, 'received', undefined, (_gift, tx) => {
      if (receivedOn > dayOf(tx.now, scope.timeZone)) throw refuse.NOT_RECEIVED_YET({ receivedOn });
      return { receivedOn };
    });
  }

  /** Books the gift at its value: income equals expense, no cash moves (E16). */
  recognise(scope: EventScope, id: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const gift = await this.moved(tx, scope, id, 'recognised', undefined, () => ({}));
      const amount = money(gift.valueMinor ?? 0n, gift.currency);
      await this.ledger.post(
        tx,
        inKindReceived({
          eventId: scope.eventId,
          on: gift.receivedOn ?? dayOf(tx.now, scope.timeZone),
          id: gift.id,
          amount,
          what: gift.category,
          meta: { giftId: gift.id },
        }),
      );
      await tx.fact({
        type: 'GiftRecognised',
        eventId: scope.eventId,
        body: { giftId: gift.id, value: Number(amount.minor), currency: amount.currency },
      });
    });
  }

  private step(
    scope: EventScope,
    id: string,
    to: GiftState,
    reason: string | undefined,
    change: (gift: GiftRow, tx: Tx) => GiftChange,
  ): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      await this.moved(tx, scope, id, to, reason, change);
    });
  }

  private async moved(
    tx: Tx,
    { eventId }: EventScope,
    id: string,
    to: GiftState,
    reason: string | undefined,
    change: (gift: GiftRow, tx: Tx) => GiftChange,
  ): Promise<GiftRow> {
    const gift = await this.gifts.lock(tx, eventId, id);
    move(GIFT_STATES, gift.state, to);
    await this.gifts.move(tx, eventId, gift.id, gift.state, to, change(gift, tx));
    await tx.audit({
      action: `gift ${to}`,
      eventId,
      subjectKind: 'in-kind gift',
      subjectId: gift.id,
      from: gift.state,
      to,
      reason: reason ?? null,
    });
    return gift;
  }
}
