import { Injectable } from '@nestjs/common';
import { Accounts } from '#accounts';
import { type Page, idAfter, pageOf } from '#kernel';
import { Database } from '#platform';
import { refuse } from '../domain/sponsors.refusals.js';
import { type GiftRow, GiftsStore } from '../store/gifts.store.js';

/** Gifts in kind for the people who keep them. */
@Injectable()
export class ShowGifts {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly gifts: GiftsStore,
  ) {}

  async page(eventId: string, after: string | undefined, limit: number): Promise<Page<GiftRow>> {
    const rows = await this.gifts.page(this.database, eventId, idAfter(after), limit + 1);
    return pageOf(rows, limit, (row) => [row.id]);
  }

  async one(eventId: string, id: string): Promise<GiftRow> {
    const row = await this.gifts.byId(this.database, eventId, id);
    if (!row) throw refuse.NOT_IN_THIS_EVENT();
    return row;
  }

  /** Names of the people who valued and accepted. */
  namesFor(rows: readonly GiftRow[]): Promise<Map<string, string>> {
    return this.accounts.namesOf(
      this.database,
      rows.flatMap((r) => [r.valuedBy, r.acceptedBy]).filter((id) => id !== null),
    );
  }
}
