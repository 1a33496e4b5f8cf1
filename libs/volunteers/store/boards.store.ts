import { Injectable } from '@nestjs/common';
import { type Id, newId } from '#kernel';
import type { Db, Tx } from '#platform';
import type { Stage } from '../domain/task.js';
import { CARD, type CardRow } from './card-row.js';

export interface NewColumn {
  name: string;
  stage: Stage;
  wipLimit: number | null;
  wipHard: boolean;
}

export interface ColumnRow extends NewColumn {
  id: Id<'column'>;
  boardId: Id<'board'>;
}

export interface BoardRow {
  id: Id<'board'>;
  name: string;
  isPublic: boolean;
  openCards: number;
}

/** A board's column with its cards, top to bottom. */
export interface ColumnWithCards extends ColumnRow {
  boardName: string;
  isPublic: boolean;
  cards: CardRow[];
}

const COLUMN = `select id, board_id as "boardId", name, stage, wip_limit as "wipLimit", wip_hard as "wipHard" from volunteers.board_column where event_id = $1`;

@Injectable()
export class BoardsStore {
  list(db: Db, eventId: string, withPrivate: boolean): Promise<BoardRow[]> {
    return db.query(
      `select b.id, b.name, b.is_public as "isPublic",
              (select count(*)::int from volunteers.card c join volunteers.board_column k on k.id = c.column_id
                where c.event_id = b.event_id and c.board_id = b.id and c.archived_at is null and k.stage <> 'done') as "openCards"
         from volunteers.board b where b.event_id = $1 and ($2 or b.is_public) order by b.id limit 200`,
      [eventId, withPrivate],
    );
  }

  /** The whole board in one statement; empty for a board that does not exist or may not be seen. */
  whole(db: Db, eventId: string, boardId: string, withPrivate: boolean): Promise<ColumnWithCards[]> {
    return db.query(
      `select k.id, k.board_id as "boardId", k.name, k.stage, k.wip_limit as "wipLimit", k.wip_hard as "wipHard", b.name as "boardName", b.is_public as "isPublic",
              (select coalesce(json_agg(${CARD} order by c.rank), '[]') from volunteers.card c
                where c.event_id = k.event_id and c.board_id = k.board_id and c.column_id = k.id and c.archived_at is null) as cards
         from volunteers.board b join volunteers.board_column k on k.event_id = b.event_id and k.board_id = b.id
        where b.event_id = $1 and b.id = $2 and ($3 or b.is_public) order by k.position`,
      [eventId, boardId, withPrivate],
    );
  }

  async add(
    tx: Tx,
    eventId: string,
    board: { name: string; isPublic: boolean; columns: readonly NewColumn[] },
    by: string,
  ): Promise<Id<'board'>> {
    const id = newId<'board'>();
    await tx.run('insert into volunteers.board (id, event_id, name, is_public, created_at, created_by) values ($1, $2, $3, $4, $5, $6)', [id, eventId, board.name, board.isPublic, tx.now, by]); // oxfmt-ignore
    for (const [position, column] of board.columns.entries()) {
      await tx.run(
        'insert into volunteers.board_column (id, event_id, board_id, name, stage, position, wip_limit, wip_hard) values ($1, $2, $3, $4, $5, $6, $7, $8)',
        [newId(), eventId, id, column.name, column.stage, position, column.wipLimit, column.wipHard],
      );
    }
    return id;
  }

  firstColumn(db: Db, eventId: string, boardId: string): Promise<{ id: Id<'column'> } | undefined> {
    return db.maybe('select id from volunteers.board_column where event_id = $1 and board_id = $2 order by position limit 1', [
      eventId,
      boardId,
    ]);
  }

  /** The column, locked: whoever puts a card into it waits here, so limits and order hold (TSK-2, TSK-3). */
  lockColumn(tx: Tx, eventId: string, columnId: string): Promise<ColumnRow | undefined> {
    return tx.maybe(`${COLUMN} and id = $2 for update`, [eventId, columnId]);
  }

  async limitColumn(tx: Tx, eventId: string, columnId: string, wipLimit: number | null, wipHard: boolean): Promise<void> {
    await tx.run('update volunteers.board_column set wip_limit = $3, wip_hard = $4 where event_id = $1 and id = $2', [
      eventId,
      columnId,
      wipLimit,
      wipHard,
    ]);
  }

  /** Makes changes of what waits for what on one board wait for each other. False when there is no such board. */
  async lockBoard(tx: Tx, eventId: string, boardId: string): Promise<boolean> {
    return (await tx.query('select from volunteers.board where event_id = $1 and id = $2 for update', [eventId, boardId])).length === 1;
  }
}
