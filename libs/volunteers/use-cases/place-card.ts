import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { evenRanks, LONG_RANK, rankBetween } from '../domain/rank.js';
import { refuse } from '../domain/volunteers.refusals.js';
import type { ColumnRow } from '../store/boards.store.js';
import { CardsStore } from '../store/cards.store.js';

/** Finds a card's place in a locked column: within its hard limit (TSK-2), between its neighbours (TSK-3). */
@Injectable()
export class PlaceCard {
  constructor(private readonly cards: CardsStore) {}

  /** Refuses one card more than a hard limit allows; a card that is there already takes no new place. */
  async refuseWhenFull(tx: Tx, eventId: string, column: ColumnRow, cardId: string | null): Promise<void> {
    if (!column.wipHard || column.wipLimit === null) return;
    const others = await this.cards.countIn(tx, eventId, column.id, cardId);
    if (others >= column.wipLimit) throw refuse.WIP_LIMIT({ column: column.name, limit: column.wipLimit });
  }

  /** A rank below `after` (null = top, 'end' = bottom); renumbers the column when ranks have grown long. */
  async rankBelow(tx: Tx, eventId: string, columnId: string, after: string | null, moving: string | null): Promise<string> {
    const rank = await this.between(tx, eventId, columnId, after, moving);
    if (rank.length <= LONG_RANK) return rank;
    const ids = (await this.cards.inOrder(tx, eventId, columnId)).map((card) => card.id);
    await this.cards.renumber(tx, eventId, ids, evenRanks(ids.length));
    return this.between(tx, eventId, columnId, after, moving);
  }

  private async between(tx: Tx, eventId: string, columnId: string, after: string | null, moving: string | null): Promise<string> {
    const { before, next } = await this.cards.gap(tx, eventId, columnId, after, moving);
    return rankBetween(before, next);
  }
}
