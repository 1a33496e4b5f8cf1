import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import { type Actor, type EventScope, UnitOfWork } from '#platform';
import { STAGES } from '../domain/task.js';
import { refuse } from '../domain/volunteers.refusals.js';
import { BoardsStore, type NewColumn } from '../store/boards.store.js';
import { CardsStore } from '../store/cards.store.js';

const USUAL_COLUMNS: readonly NewColumn[] = STAGES.map((stage) => ({
  name: stage[0]!.toUpperCase() + stage.slice(1),
  stage,
  wipLimit: null,
  wipHard: false,
}));

/** Opens a board, with the usual five columns or its own, and sets how many cards a column takes (TSK-2). */
@Injectable()
export class OpenBoard {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly boards: BoardsStore,
    private readonly cards: CardsStore,
  ) {}

  execute(
    scope: EventScope,
    actor: Actor,
    board: { name: string; isPublic: boolean; columns?: readonly NewColumn[] | undefined },
  ): Promise<Id<'board'>> {
    return this.unitOfWork.run(async (tx) => {
      const id = await this.boards.add(tx, scope.eventId, { ...board, columns: board.columns ?? USUAL_COLUMNS }, actor.accountId);
      await tx.audit({
        action: 'board opened',
        eventId: scope.eventId,
        subjectKind: 'board',
        subjectId: id,
        details: { isPublic: board.isPublic },
      });
      return id;
    });
  }

  /** Sets a column's limit; a hard one is not set below what is there. */
  limit(scope: EventScope, columnId: string, wipLimit: number | null, wipHard: boolean): Promise<Id<'board'>> {
    return this.unitOfWork.run(async (tx) => {
      const column = await this.boards.lockColumn(tx, scope.eventId, columnId);
      if (!column) throw refuse.NO_SUCH_THING_HERE();
      const present = await this.cards.countIn(tx, scope.eventId, columnId, null);
      if (wipHard && wipLimit !== null && present > wipLimit) throw refuse.WIP_BELOW_PRESENT({ present });
      await this.boards.limitColumn(tx, scope.eventId, columnId, wipLimit, wipHard);
      await tx.audit({
        action: 'column limited',
        eventId: scope.eventId,
        subjectKind: 'board column',
        subjectId: columnId,
        details: { wipLimit, wipHard },
      });
      return column.boardId;
    });
  }
}
