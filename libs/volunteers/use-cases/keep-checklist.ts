import { Injectable } from '@nestjs/common';
import { type Actor, badFields, type EventScope, type Tx, UnitOfWork } from '#platform';
import { refuse } from '../domain/volunteers.refusals.js';
import { CardsStore } from '../store/cards.store.js';
import { ChecklistsStore } from '../store/checklists.store.js';

const MOST_ITEMS = 100;

/** The small steps of a card. Ticking one counts as work on the card. */
@Injectable()
export class KeepChecklist {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cards: CardsStore,
    private readonly checklists: ChecklistsStore,
  ) {}

  add(scope: EventScope, cardId: string, text: string): Promise<void> {
    return this.changing(scope, cardId, async (tx) => {
      if ((await this.checklists.count(tx, scope.eventId, cardId)) >= MOST_ITEMS)
        throw badFields([{ pointer: '/text', message: `a card has at most ${MOST_ITEMS} items` }]);
      await this.checklists.add(tx, scope.eventId, cardId, text);
    });
  }

  change(
    scope: EventScope,
    actor: Actor,
    cardId: string,
    itemId: string,
    change: { text?: string | undefined; done?: boolean | undefined },
  ): Promise<void> {
    return this.changing(scope, cardId, async (tx) => {
      if (!(await this.checklists.change(tx, scope.eventId, cardId, itemId, change, actor.accountId))) throw refuse.NO_SUCH_THING_HERE();
    });
  }

  remove(scope: EventScope, cardId: string, itemId: string): Promise<void> {
    return this.changing(scope, cardId, async (tx) => {
      if (!(await this.checklists.remove(tx, scope.eventId, cardId, itemId))) throw refuse.NO_SUCH_THING_HERE();
    });
  }

  private changing(scope: EventScope, cardId: string, work: (tx: Tx) => Promise<void>): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      await this.cards.lock(tx, scope.eventId, cardId);
      await work(tx);
      await this.cards.touch(tx, scope.eventId, cardId);
    });
  }
}
