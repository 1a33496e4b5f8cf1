import type { Id } from '#kernel';
import type { Db } from '#platform';

/** Cards nobody holds, that have a day to be done by and of which the coordinator was not told. */
export function unclaimedCards(
  db: Db,
): Promise<{ id: Id<'card'>; eventId: Id<'event'>; dueOn: string | null; dueDaysBefore: number | null }[]> {
  return db.query(
    `select c.id, c.event_id as "eventId", c.due_on as "dueOn", c.due_days_before as "dueDaysBefore" from volunteers.card c
       join volunteers.board_column k on k.id = c.column_id and k.stage <> 'done'
      where c.assignee_id is null and c.archived_at is null and c.unclaimed_told_at is null and (c.due_on is not null or c.due_days_before is not null)
      order by c.id limit 1000`,
  );
}

/** Claimed cards on which nothing happened since an instant. `asked` = whether their holder has been asked since. */
export function quietClaims(db: Db, since: Date, asked: boolean): Promise<{ id: Id<'card'>; eventId: Id<'event'> }[]> {
  return db.query(
    `select c.id, c.event_id as "eventId" from volunteers.card c join volunteers.board_column k on k.id = c.column_id and k.stage <> 'done'
      where c.assignee_id is not null and c.archived_at is null
        and case when $2::boolean then c.asked_at <= $1 else c.asked_at is null and c.touched_at <= $1 end
      order by c.touched_at limit 1000`,
    [since, asked],
  );
}

/** Open cards that a person has claimed, in any event, in an order that is always the same. */
export function cardsHeldBy(db: Db, personId: string): Promise<{ id: Id<'card'>; eventId: Id<'event'> }[]> {
  return db.query(
    `select c.id, c.event_id as "eventId" from volunteers.card c join volunteers.board_column k on k.id = c.column_id and k.stage <> 'done'
      where c.assignee_id = $1 and c.archived_at is null order by c.id`,
    [personId],
  );
}
