import type { Id } from '#kernel';

/** A card as it is shown. */
export interface CardRow {
  id: Id<'card'>;
  columnId: Id<'column'>;
  title: string;
  description: string;
  assigneeId: string | null;
  dueOn: string | null;
  dueDaysBefore: number | null;
  blockedBecause: string | null;
  aboutKind: string | null;
  aboutId: string | null;
  version: number;
  checklist: { id: string; text: string; done: boolean }[];
  /** Cards it waits for that are not done. */
  blockedBy: string[];
}

/** A card (alias `c`) as JSON, with its checklist and what it waits for: one expression for one card and for a whole board. */
export const CARD = `json_build_object(
  'id', c.id, 'columnId', c.column_id, 'title', c.title, 'description', c.description, 'assigneeId', c.assignee_id, 'dueOn', c.due_on,
  'dueDaysBefore', c.due_days_before, 'blockedBecause', c.blocked_because, 'aboutKind', c.about_kind, 'aboutId', c.about_id, 'version', c.version,
  'checklist', (select coalesce(json_agg(json_build_object('id', i.id, 'text', i.text, 'done', i.done_at is not null) order by i.position), '[]')
                  from volunteers.checklist_item i where i.event_id = c.event_id and i.card_id = c.id),
  'blockedBy', (select coalesce(json_agg(w.blocker_id order by w.blocker_id), '[]') from volunteers.card_blocker w
                  join volunteers.card b on b.event_id = w.event_id and b.id = w.blocker_id and b.archived_at is null
                  join volunteers.board_column k on k.id = b.column_id and k.stage <> 'done'
                 where w.event_id = c.event_id and w.card_id = c.id))`;
