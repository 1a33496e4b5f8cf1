import { Injectable } from '@nestjs/common';
import { type Actor, type EventScope, type Tx, UnitOfWork } from '#platform';
import { refuse } from '../domain/volunteers.refusals.js';
import { CardsStore, type LockedCard } from '../store/cards.store.js';
import { coordinates } from './team.js';

/** Taking a task, and giving it back (TSK-6). The card's lock lets one of many who press have it. */
@Injectable()
export class ClaimCard {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cards: CardsStore,
  ) {}

  claim(scope: EventScope, actor: Actor, cardId: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const card = await this.cards.lock(tx, scope.eventId, cardId);
      if (card.archived || card.stage === 'done') throw refuse.TASK_ARCHIVED();
      if (card.assigneeId === actor.accountId) return;
      if (card.assigneeId !== null) throw refuse.ALREADY_CLAIMED();
      await this.assign(tx, scope, card, actor.accountId, 'card claimed');
    });
  }

  release(scope: EventScope, actor: Actor, cardId: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const card = await this.cards.lock(tx, scope.eventId, cardId);
      if (card.assigneeId === null) throw refuse.NOT_CLAIMED();
      if (card.assigneeId !== actor.accountId && !coordinates(actor, scope.eventId)) throw refuse.SOMEBODY_ELSES_TASK();
      await this.assign(tx, scope, card, null, 'card released');
    });
  }

  /** "Still mine": the holder answers the question, and the claim goes on. */
  keep(scope: EventScope, actor: Actor, cardId: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const card = await this.cards.lock(tx, scope.eventId, cardId);
      if (card.assigneeId !== actor.accountId) throw refuse.SOMEBODY_ELSES_TASK();
      await this.cards.touch(tx, scope.eventId, cardId);
    });
  }

  private async assign(tx: Tx, { eventId }: EventScope, card: LockedCard, to: string | null, action: string): Promise<void> {
    await this.cards.edit(tx, eventId, card.id, card.version, { ...card, assigneeId: to }, ['assigneeId']);
    await tx.audit({ action, eventId, subjectKind: 'card', subjectId: card.id, details: { from: card.assigneeId, to } });
  }
}
