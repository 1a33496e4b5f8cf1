import { Injectable } from '@nestjs/common';
import { type Actor, type EventScope, UnitOfWork } from '#platform';
import { moveTask } from '../domain/task.js';
import { refuse } from '../domain/volunteers.refusals.js';
import { BoardsStore } from '../store/boards.store.js';
import { CardsStore } from '../store/cards.store.js';
import { PlaceCard } from './place-card.js';
import { moverOf } from './team.js';

/** Takes a card off its board, and brings it back to the backlog. */
@Injectable()
export class ArchiveCard {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly boards: BoardsStore,
    private readonly cards: CardsStore,
    private readonly places: PlaceCard,
  ) {}

  archive(scope: EventScope, actor: Actor, cardId: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const card = await this.cards.lock(tx, scope.eventId, cardId);
      moveTask(
        { state: card.archived ? 'archived' : card.stage, assigneeId: card.assigneeId, openBlockers: 0 },
        'archived',
        moverOf(actor, scope.eventId),
      );
      await this.cards.setArchived(tx, scope.eventId, cardId, true);
      await tx.audit({
        action: 'card archived',
        eventId: scope.eventId,
        subjectKind: 'card',
        subjectId: cardId,
        from: card.stage,
        to: 'archived',
      });
    });
  }

  restore(scope: EventScope, actor: Actor, cardId: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const found = await this.cards.boardOf(tx, scope.eventId, cardId);
      const first = found && (await this.boards.firstColumn(tx, scope.eventId, found.boardId));
      const column = first && (await this.boards.lockColumn(tx, scope.eventId, first.id));
      if (!column) throw refuse.NO_SUCH_THING_HERE();
      const card = await this.cards.lock(tx, scope.eventId, cardId);
      moveTask(
        { state: card.archived ? 'archived' : card.stage, assigneeId: card.assigneeId, openBlockers: 0 },
        'backlog',
        moverOf(actor, scope.eventId),
      );
      if (!card.archived) return;
      await this.places.refuseWhenFull(tx, scope.eventId, column, cardId);
      await this.cards.place(
        tx,
        scope.eventId,
        cardId,
        column.id,
        await this.places.rankBelow(tx, scope.eventId, column.id, 'end', cardId),
      );
      await this.cards.setArchived(tx, scope.eventId, cardId, false);
      await tx.audit({
        action: 'card restored',
        eventId: scope.eventId,
        subjectKind: 'card',
        subjectId: cardId,
        from: 'archived',
        to: column.stage,
      });
    });
  }
}
