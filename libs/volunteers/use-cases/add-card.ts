import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import { type Actor, badFields, type EventScope, UnitOfWork } from '#platform';
import { refuse } from '../domain/volunteers.refusals.js';
import { BoardsStore } from '../store/boards.store.js';
import { CardsStore } from '../store/cards.store.js';
import { ChecklistsStore } from '../store/checklists.store.js';
import { PlaceCard } from './place-card.js';

export interface CardDraft {
  title: string;
  description?: string | undefined;
  columnId?: string | undefined;
  dueOn?: string | undefined;
  dueDaysBefore?: number | undefined;
  checklist?: readonly string[] | undefined;
  aboutKind?: string | undefined;
  aboutId?: string | undefined;
}

/** Puts a new card at the bottom of a column. */
@Injectable()
export class AddCard {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly boards: BoardsStore,
    private readonly cards: CardsStore,
    private readonly checklists: ChecklistsStore,
    private readonly places: PlaceCard,
  ) {}

  execute(scope: EventScope, actor: Actor, boardId: string, draft: CardDraft): Promise<Id<'card'>> {
    refuseUnclear(draft);
    return this.unitOfWork.run(async (tx) => {
      const columnId = draft.columnId ?? (await this.boards.firstColumn(tx, scope.eventId, boardId))?.id;
      const column = columnId ? await this.boards.lockColumn(tx, scope.eventId, columnId) : undefined;
      if (column?.boardId !== boardId) throw refuse.NO_SUCH_THING_HERE();
      await this.places.refuseWhenFull(tx, scope.eventId, column, null);
      const rank = await this.places.rankBelow(tx, scope.eventId, column.id, 'end', null);
      const { title, description = '', dueOn = null, dueDaysBefore = null, aboutKind = null, aboutId = null } = draft;
      const id = await this.cards.add(
        tx,
        scope.eventId,
        { boardId, columnId: column.id, rank, title, description, dueOn, dueDaysBefore, aboutKind, aboutId },
        actor.accountId,
      );
      for (const text of draft.checklist ?? []) await this.checklists.add(tx, scope.eventId, id, text);
      await tx.audit({ action: 'card added', eventId: scope.eventId, subjectKind: 'card', subjectId: id, to: column.stage });
      return id;
    });
  }
}

function refuseUnclear(draft: CardDraft): void {
  if (draft.dueOn != null && draft.dueDaysBefore != null)
    throw badFields([{ pointer: '/dueDaysBefore', message: 'must not be given together with dueOn' }]);
  if ((draft.aboutKind == null) !== (draft.aboutId == null))
    throw badFields([{ pointer: '/aboutId', message: 'must be given together with aboutKind' }]);
}
