import { Injectable } from '@nestjs/common';
import { type Id, newId } from '#kernel';
import type { Db, Tx } from '#platform';
import type { ChangedIn } from '../domain/edit.js';
import type { Stage } from '../domain/task.js';
import { refuse } from '../domain/volunteers.refusals.js';
import { CARD, type CardRow } from './card-row.js';

/** What the rules need of a card, read under its lock. */
export interface LockedCard {
  id: Id<'card'>;
  boardId: Id<'board'>;
  columnId: Id<'column'>;
  stage: Stage;
  rank: string;
  title: string;
  description: string;
  assigneeId: string | null;
  dueOn: string | null;
  dueDaysBefore: number | null;
  blockedBecause: string | null;
  aboutKind: string | null;
  aboutId: string | null;
  version: number;
  changedIn: ChangedIn;
  archived: boolean;
  /** When its holder was asked whether it is still theirs. */
  askedAt: Date | null;
}

export interface NewCard {
  boardId: string;
  columnId: string;
  rank: string;
  title: string;
  description: string;
  dueOn: string | null;
  dueDaysBefore: number | null;
  aboutKind: string | null;
  aboutId: string | null;
}

export type CardFields = Pick<LockedCard, 'title' | 'description' | 'assigneeId' | 'dueOn' | 'dueDaysBefore' | 'blockedBecause'>;

@Injectable()
export class CardsStore {
  async byId(db: Db, eventId: string, id: string): Promise<CardRow> {
    const row = await db.maybe<{ card: CardRow }>(`select ${CARD} as card from volunteers.card c where c.event_id = $1 and c.id = $2`, [
      eventId,
      id,
    ]);
    if (!row) throw refuse.NO_SUCH_THING_HERE();
    return row.card;
  }

  boardOf(db: Db, eventId: string, id: string): Promise<{ boardId: string } | undefined> {
    return db.maybe('select board_id as "boardId" from volunteers.card where event_id = $1 and id = $2', [eventId, id]);
  }

  /**
   * The card, locked. Locked first and read after: a join under the lock would look for the column that the card was in
   * before we waited.
   */
  async lock(tx: Tx, eventId: string, id: string): Promise<LockedCard> {
    await tx.query('select from volunteers.card where event_id = $1 and id = $2 for update', [eventId, id]);
    const row = await tx.maybe<LockedCard>(
      `select c.id, c.board_id as "boardId", c.column_id as "columnId", k.stage, c.rank, c.title, c.description, c.assignee_id as "assigneeId", c.due_on as "dueOn",
              c.due_days_before as "dueDaysBefore", c.blocked_because as "blockedBecause", c.about_kind as "aboutKind", c.about_id as "aboutId", c.version,
              c.changed_in as "changedIn", c.archived_at is not null as archived, c.asked_at as "askedAt"
         from volunteers.card c join volunteers.board_column k on k.id = c.column_id where c.event_id = $1 and c.id = $2`,
      [eventId, id],
    );
    if (!row) throw refuse.NO_SUCH_THING_HERE();
    return row;
  }

  async add(tx: Tx, eventId: string, card: NewCard, by: string): Promise<Id<'card'>> {
    const id = newId<'card'>();
    await tx.run(
      `insert into volunteers.card (id, event_id, board_id, column_id, rank, title, description, due_on, due_days_before, about_kind, about_id, touched_at, created_at, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $13)`,
      [
        id,
        eventId,
        card.boardId,
        card.columnId,
        card.rank,
        card.title,
        card.description,
        card.dueOn,
        card.dueDaysBefore,
        card.aboutKind,
        card.aboutId,
        tx.now,
        by,
      ],
    );
    return id;
  }

  /** Writes an edit decided by the rules and notes in which version each field changed. */
  async edit(tx: Tx, eventId: string, id: string, version: number, fields: CardFields, changed: readonly string[]): Promise<void> {
    await tx.run(
      `update volunteers.card set title = $4, description = $5, due_on = $6, due_days_before = $7, blocked_because = $8, blocked = $8::text is not null,
         claimed_at = case when assignee_id is distinct from $9::uuid then case when $9::uuid is null then null else $10::timestamptz end else claimed_at end,
         assignee_id = $9::uuid, asked_at = null, touched_at = $10, version = $3 + 1,
         changed_in = changed_in || (select coalesce(jsonb_object_agg(f, $3 + 1), '{}') from unnest($11::text[]) f)
       where event_id = $1 and id = $2 and version = $3`,
      [
        eventId,
        id,
        version,
        fields.title,
        fields.description,
        fields.dueOn,
        fields.dueDaysBefore,
        fields.blockedBecause,
        fields.assigneeId,
        tx.now,
        changed,
      ],
    );
  }

  async place(tx: Tx, eventId: string, id: string, columnId: string, rank: string): Promise<void> {
    await tx.run('update volunteers.card set column_id = $3, rank = $4, touched_at = $5, asked_at = null where event_id = $1 and id = $2', [
      eventId,
      id,
      columnId,
      rank,
      tx.now,
    ]);
  }

  async setArchived(tx: Tx, eventId: string, id: string, archived: boolean): Promise<void> {
    await tx.run(
      'update volunteers.card set archived_at = case when $3::boolean then $4::timestamptz end, touched_at = $4 where event_id = $1 and id = $2',
      [eventId, id, archived, tx.now],
    );
  }

  /** Notes that somebody worked on the card, so that the claim is not questioned. */
  async touch(tx: Tx, eventId: string, id: string): Promise<void> {
    await tx.run('update volunteers.card set touched_at = $3, asked_at = null where event_id = $1 and id = $2', [eventId, id, tx.now]);
  }

  async tellUnclaimed(tx: Tx, eventId: string, id: string): Promise<void> {
    await tx.run('update volunteers.card set unclaimed_told_at = $3 where event_id = $1 and id = $2', [eventId, id, tx.now]);
  }

  /** Notes that the holder was asked; false when somebody touched the card since, or asked already. */
  async ask(tx: Tx, eventId: string, id: string, quietSince: Date): Promise<boolean> {
    return (
      (await tx.run('update volunteers.card set asked_at = $3 where event_id = $1 and id = $2 and asked_at is null and touched_at <= $4', [
        eventId,
        id,
        tx.now,
        quietSince,
      ])) === 1
    );
  }

  /** How many cards a locked column holds beside one. */
  async countIn(tx: Tx, eventId: string, columnId: string, besideCard: string | null): Promise<number> {
    const row = await tx.one<{ count: number }>(
      'select count(*)::int as count from volunteers.card where event_id = $1 and column_id = $2 and archived_at is null and id is distinct from $3::uuid',
      [eventId, columnId, besideCard],
    );
    return row.count;
  }

  /**
   * Ranks around the place below `after` in a locked column, seen without the card that moves. `after` null = top,
   * 'end' = bottom; a neighbour that has gone elsewhere means the bottom.
   */
  async gap(
    tx: Tx,
    eventId: string,
    columnId: string,
    after: string | null,
    moving: string | null,
  ): Promise<{ before: string | null; next: string | null }> {
    const cards = 'from volunteers.card where event_id = $1 and column_id = $2 and archived_at is null and id is distinct from $3::uuid';
    const neighbour =
      after === null
        ? undefined
        : await tx.maybe<{ rank: string }>(`select rank ${cards} and id = $4::uuid`, [
            eventId,
            columnId,
            moving,
            after === 'end' ? null : after,
          ]);
    if (after !== null && !neighbour) {
      const { last } = await tx.one<{ last: string | null }>(`select max(rank) as last ${cards}`, [eventId, columnId, moving]);
      return { before: last, next: null };
    }
    const before = neighbour?.rank ?? null;
    const { next } = await tx.one<{ next: string | null }>(`select min(rank) as next ${cards} and ($4::text is null or rank > $4)`, [
      eventId,
      columnId,
      moving,
      before,
    ]);
    return { before, next };
  }

  inOrder(tx: Tx, eventId: string, columnId: string): Promise<{ id: string }[]> {
    return tx.query(
      'select id from volunteers.card where event_id = $1 and column_id = $2 and archived_at is null order by rank for update',
      [eventId, columnId],
    );
  }

  async renumber(tx: Tx, eventId: string, ids: readonly string[], ranks: readonly string[]): Promise<void> {
    await tx.run(
      'update volunteers.card c set rank = n.rank from unnest($2::uuid[], $3::text[]) as n (id, rank) where c.event_id = $1 and c.id = n.id',
      [eventId, ids, ranks],
    );
  }
}
