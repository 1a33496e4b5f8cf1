import { Injectable } from '@nestjs/common';
import { type Actor, type EventScope, type Tx, UnitOfWork } from '#platform';
import { moveTask } from '../domain/task.js';
import { refuse } from '../domain/volunteers.refusals.js';
import { BlockersStore } from '../store/blockers.store.js';
import { BoardsStore, type ColumnRow } from '../store/boards.store.js';
import { CardsStore, type LockedCard } from '../store/cards.store.js';
import { PlaceCard } from './place-card.js';
import { moverOf } from './team.js';

/**
 * Puts a card below another one, in its own or another column. The target column is locked first and the card after it,
 * always in this order, so that any number of people may drag at once: every card ends in exactly one place (TSK-3).
 */
@Injectable()
export class MoveCard {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly boards: BoardsStore,
    private readonly cards: CardsStore,
    private readonly blockers: BlockersStore,
    private readonly places: PlaceCard,
  ) {}

  /** `after` null = top of the column; a neighbour that has gone elsewhere meanwhile = bottom. */
  execute(scope: EventScope, actor: Actor, cardId: string, columnId: string, after: string | null): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const column = await this.boards.lockColumn(tx, scope.eventId, columnId);
      if (!column) throw refuse.NO_SUCH_THING_HERE();
      const card = await this.cards.lock(tx, scope.eventId, cardId);
      if (card.boardId !== column.boardId) throw refuse.NO_SUCH_THING_HERE();
      if (card.archived) throw refuse.TASK_ARCHIVED();
      const openBlockers = column.stage === 'done' ? await this.blockers.openFor(tx, scope.eventId, cardId) : 0;
      moveTask({ state: card.stage, assigneeId: card.assigneeId, openBlockers }, column.stage, moverOf(actor, scope.eventId));
      if (card.columnId !== column.id) await this.places.refuseWhenFull(tx, scope.eventId, column, cardId);
      const rank = await this.places.rankBelow(tx, scope.eventId, column.id, after, cardId);
      await this.cards.place(tx, scope.eventId, cardId, column.id, rank);
      if (card.columnId !== column.id) await this.tell(tx, scope, card, column);
    });
  }

  private async tell(tx: Tx, { eventId }: EventScope, card: LockedCard, column: ColumnRow): Promise<void> {
    await tx.audit({ action: 'card moved', eventId, subjectKind: 'card', subjectId: card.id, from: card.stage, to: column.stage });
    await tx.fact({ type: 'CardMoved', eventId, body: { cardId: card.id, boardId: card.boardId, from: card.stage, to: column.stage } });
    if (column.stage !== 'done' || card.stage === 'done') return;
    const about = card.aboutKind !== null && card.aboutId !== null ? { kind: card.aboutKind, id: card.aboutId } : null;
    await tx.fact({ type: 'TaskDone', eventId, body: { cardId: card.id, boardId: card.boardId, about } });
  }
}
