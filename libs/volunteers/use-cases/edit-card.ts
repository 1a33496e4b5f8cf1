import { Injectable } from '@nestjs/common';
import { type Actor, badFields, type EventScope, type Tx, UnitOfWork } from '#platform';
import { mergeEdit } from '../domain/edit.js';
import { refuse } from '../domain/volunteers.refusals.js';
import { type CardFields, CardsStore } from '../store/cards.store.js';
import { FindTeammate } from './find-teammate.js';
import { moverOf } from './team.js';

export type CardEdit = { [Field in keyof CardFields]?: CardFields[Field] | undefined };

/** Changes fields of a card, each judged on its own against the version the person saw (TSK-1). */
@Injectable()
export class EditCard {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cards: CardsStore,
    private readonly teammates: FindTeammate,
  ) {}

  execute(scope: EventScope, actor: Actor, cardId: string, seenVersion: number, wanted: CardEdit): Promise<void> {
    const edit = withOneDueDate(wanted);
    return this.unitOfWork.run(async (tx) => {
      const card = await this.cards.lock(tx, scope.eventId, cardId);
      if (card.archived) throw refuse.TASK_ARCHIVED();
      const mover = moverOf(actor, scope.eventId);
      if (!mover.coordinates && card.assigneeId !== null && card.assigneeId !== actor.accountId) throw refuse.SOMEBODY_ELSES_TASK();
      if (edit.assigneeId !== undefined) await this.refuseAssigning(tx, scope, mover.coordinates, edit.assigneeId);
      const { title, description, assigneeId, dueOn, dueDaysBefore, blockedBecause } = card;
      const fields: CardFields = { title, description, assigneeId, dueOn, dueDaysBefore, blockedBecause };
      const { conflicts, changes } = mergeEdit({ version: card.version, changedIn: card.changedIn, fields: { ...fields } }, seenVersion, {
        ...edit,
      });
      if (conflicts.length > 0) throw refuse.FIELD_CHANGED({ version: card.version, conflicts });
      const changed = Object.keys(changes);
      if (changed.length === 0) return;
      await this.cards.edit(tx, scope.eventId, cardId, card.version, { ...fields, ...changes }, changed);
      await tx.audit({
        action: 'card edited',
        eventId: scope.eventId,
        subjectKind: 'card',
        subjectId: cardId,
        details: { fields: changed },
      });
    });
  }

  private async refuseAssigning(tx: Tx, { eventId }: EventScope, mayAssign: boolean, assigneeId: string | null): Promise<void> {
    if (!mayAssign) throw refuse.COORDINATOR_NEEDED();
    if (assigneeId !== null) await this.teammates.refuseStranger(tx, eventId, assigneeId, '/assigneeId');
  }
}

/** A card is due on a day or so many days before the event: saying one takes the other away. */
function withOneDueDate(edit: CardEdit): CardEdit {
  if (edit.dueOn != null && edit.dueDaysBefore != null)
    throw badFields([{ pointer: '/dueDaysBefore', message: 'must not be given together with dueOn' }]);
  if (edit.dueOn != null) return { ...edit, dueDaysBefore: null };
  if (edit.dueDaysBefore != null) return { ...edit, dueOn: null };
  return edit;
}
