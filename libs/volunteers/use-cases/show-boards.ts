import { Injectable } from '@nestjs/common';
import { Accounts } from '#accounts';
import { type Actor, Database } from '#platform';
import { dueDay } from '../domain/due.js';
import { refuse } from '../domain/volunteers.refusals.js';
import { type BoardRow, BoardsStore, type ColumnWithCards } from '../store/boards.store.js';
import type { CardRow } from '../store/card-row.js';
import { CardsStore } from '../store/cards.store.js';
import { EventDay } from './event-day.js';
import { inTeam } from './team.js';

/** A card with what is known of it beyond its own row. */
export type ShownCard = CardRow & { assigneeName: string | null; due: string | null };
export type ShownColumn = Omit<ColumnWithCards, 'cards'> & { cards: ShownCard[] };

/**
 * Boards to look at: private ones for the team only; people outside see no names on a public one. A whole board is
 * three statements, however many cards it has.
 */
@Injectable()
export class ShowBoards {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly boards: BoardsStore,
    private readonly cards: CardsStore,
    private readonly eventDay: EventDay,
  ) {}

  list(eventId: string, actor: Actor | undefined): Promise<BoardRow[]> {
    return this.boards.list(this.database, eventId, inTeam(actor, eventId));
  }

  async whole(eventId: string, boardId: string, actor: Actor | undefined): Promise<ShownColumn[]> {
    const team = inTeam(actor, eventId);
    const columns = await this.boards.whole(this.database, eventId, boardId, team);
    if (columns.length === 0) throw refuse.NO_SUCH_THING_HERE();
    const show = await this.shower(
      eventId,
      columns.flatMap((c) => c.cards),
      team,
    );
    return columns.map((column) => ({ ...column, cards: column.cards.map(show) }));
  }

  async card(eventId: string, cardId: string): Promise<ShownCard> {
    const card = await this.cards.byId(this.database, eventId, cardId);
    return (await this.shower(eventId, [card], true))(card);
  }

  private async shower(eventId: string, cards: readonly CardRow[], withNames: boolean): Promise<(card: CardRow) => ShownCard> {
    const people = withNames ? cards.map((c) => c.assigneeId).filter((id) => id !== null) : [];
    const relative = cards.some((c) => c.dueDaysBefore !== null);
    const [names, day] = await Promise.all([
      this.accounts.namesOf(this.database, people),
      relative ? this.eventDay.of(this.database, eventId) : null,
    ]);
    return (card) => ({
      ...card,
      assigneeId: withNames ? card.assigneeId : null,
      assigneeName: card.assigneeId !== null ? (names.get(card.assigneeId) ?? null) : null,
      due: dueDay(card, day) ?? null,
    });
  }
}
