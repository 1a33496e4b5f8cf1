import { Injectable } from '@nestjs/common';
import { Accounts } from '#accounts';
import { Clock, type Id } from '#kernel';
import { Database, type Tx, UnitOfWork } from '#platform';
import { dueDay } from '../domain/due.js';
import { CardsStore, type LockedCard } from '../store/cards.store.js';
import { quietClaims, unclaimedCards } from '../store/claims.query.js';
import { EventDay } from './event-day.js';

const DAY = 24 * 3_600_000;
/** A task nobody has taken goes to the coordinator this long before it is due (TSK-6). */
const UNCLAIMED_BEFORE = 3 * DAY;
/** After this long without a touch the holder is asked, and after as long again as `ANSWER_WITHIN` the claim ends. */
const QUIET_FOR = 7 * DAY;
const ANSWER_WITHIN = 3 * DAY;

/** Nothing falls asleep on a board: unclaimed tasks reach a coordinator, forgotten claims come back (TSK-6). */
@Injectable()
export class LookAfterClaims {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cards: CardsStore,
    private readonly accounts: Accounts,
    private readonly eventDay: EventDay,
  ) {}

  async handOverUnclaimed(): Promise<void> {
    const horizon = new Date(this.clock.now().getTime() + UNCLAIMED_BEFORE).toISOString().slice(0, 10);
    const days = new Map<string, string | null>();
    for (const card of await unclaimedCards(this.database)) {
      if (!days.has(card.eventId)) days.set(card.eventId, await this.eventDay.of(this.database, card.eventId));
      const due = dueDay(card, days.get(card.eventId) ?? null);
      if (due === undefined || due > horizon) continue;
      await this.withLocked(card, async (tx, locked) => {
        if (locked.assigneeId !== null) return;
        const [coordinator] = await this.accounts.holders(tx, card.eventId, 'coordinator');
        await this.cards.tellUnclaimed(tx, card.eventId, card.id);
        if (coordinator !== undefined) await this.assign(tx, card.eventId, locked, coordinator, 'unclaimed card given to the coordinator');
        await tx.fact({ type: 'TaskUnclaimed', eventId: card.eventId, body: { cardId: card.id, boardId: locked.boardId } });
      });
    }
  }

  async askTheQuiet(): Promise<void> {
    for (const card of await quietClaims(this.database, this.ago(QUIET_FOR), false)) {
      await this.withLocked(card, async (tx, locked) => {
        if (locked.assigneeId === null || !(await this.cards.ask(tx, card.eventId, card.id, this.ago(QUIET_FOR)))) return;
        await tx.fact({
          type: 'ClaimQuestioned',
          eventId: card.eventId,
          body: { cardId: card.id, boardId: locked.boardId, personId: locked.assigneeId },
        });
      });
    }
  }

  async takeBackTheSilent(): Promise<void> {
    for (const card of await quietClaims(this.database, this.ago(ANSWER_WITHIN), true)) {
      await this.withLocked(card, async (tx, locked) => {
        if (locked.assigneeId === null || locked.askedAt === null || locked.askedAt > this.ago(ANSWER_WITHIN)) return;
        await this.assign(tx, card.eventId, locked, null, 'silent claim ended');
      });
    }
  }

  private ago(milliseconds: number): Date {
    return new Date(this.clock.now().getTime() - milliseconds);
  }

  private withLocked(
    { eventId, id }: { eventId: Id<'event'>; id: Id<'card'> },
    work: (tx: Tx, card: LockedCard) => Promise<void>,
  ): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const card = await this.cards.lock(tx, eventId, id);
      if (!card.archived && card.stage !== 'done') await work(tx, card);
    });
  }

  private async assign(tx: Tx, eventId: Id<'event'>, card: LockedCard, to: string | null, action: string): Promise<void> {
    await this.cards.edit(tx, eventId, card.id, card.version, { ...card, assigneeId: to }, ['assigneeId']);
    await tx.audit({ action, eventId, subjectKind: 'card', subjectId: card.id, details: { from: card.assigneeId, to } });
  }
}
