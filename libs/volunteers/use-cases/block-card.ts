import { Injectable } from '@nestjs/common';
import { type EventScope, type Tx, UnitOfWork } from '#platform';
import { refuse } from '../domain/volunteers.refusals.js';
import { BlockersStore } from '../store/blockers.store.js';
import { BoardsStore } from '../store/boards.store.js';
import { CardsStore } from '../store/cards.store.js';

/** Says that one task waits for another, never in a circle: the board is locked while we look (TSK-4). */
@Injectable()
export class BlockCard {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly boards: BoardsStore,
    private readonly cards: CardsStore,
    private readonly blockers: BlockersStore,
  ) {}

  block(scope: EventScope, cardId: string, blockerId: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const { boardId } = await this.boardOf(tx, scope, cardId);
      await this.boards.lockBoard(tx, scope.eventId, boardId);
      const blocker = await this.boardOf(tx, scope, blockerId);
      if (blocker.boardId !== boardId) throw refuse.NO_SUCH_THING_HERE();
      const card = await this.cards.lock(tx, scope.eventId, cardId);
      if (card.stage === 'done') throw refuse.TASK_ARCHIVED();
      if (await this.blockers.waitsFor(tx, scope.eventId, blockerId, cardId)) throw refuse.TASK_CIRCLE();
      if (!(await this.blockers.add(tx, scope.eventId, cardId, blockerId))) return;
      await tx.audit({ action: 'card blocked', eventId: scope.eventId, subjectKind: 'card', subjectId: cardId, details: { blockerId } });
    });
  }

  unblock(scope: EventScope, cardId: string, blockerId: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      await this.cards.lock(tx, scope.eventId, cardId);
      if (!(await this.blockers.remove(tx, scope.eventId, cardId, blockerId))) throw refuse.NO_SUCH_THING_HERE();
      await tx.audit({ action: 'card unblocked', eventId: scope.eventId, subjectKind: 'card', subjectId: cardId, details: { blockerId } });
    });
  }

  private async boardOf(tx: Tx, { eventId }: EventScope, cardId: string): Promise<{ boardId: string }> {
    const card = await this.cards.boardOf(tx, eventId, cardId);
    if (!card) throw refuse.NO_SUCH_THING_HERE();
    return card;
  }
}
