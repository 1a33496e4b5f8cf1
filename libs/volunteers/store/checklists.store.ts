import { Injectable } from '@nestjs/common';
import { newId } from '#kernel';
import type { Tx } from '#platform';

/** The small steps of a card; changed under the card's lock. */
@Injectable()
export class ChecklistsStore {
  async add(tx: Tx, eventId: string, cardId: string, text: string): Promise<void> {
    await tx.run(
      `insert into volunteers.checklist_item (id, event_id, card_id, text, position)
       select $1, $2, $3, $4, coalesce(max(position), 0) + 1 from volunteers.checklist_item where event_id = $2 and card_id = $3`,
      [newId(), eventId, cardId, text],
    );
  }

  async count(tx: Tx, eventId: string, cardId: string): Promise<number> {
    const row = await tx.one<{ count: number }>(
      'select count(*)::int as count from volunteers.checklist_item where event_id = $1 and card_id = $2',
      [eventId, cardId],
    );
    return row.count;
  }

  async change(
    tx: Tx,
    eventId: string,
    cardId: string,
    id: string,
    change: { text?: string | undefined; done?: boolean | undefined },
    by: string,
  ): Promise<boolean> {
    const changed = await tx.run(
      `update volunteers.checklist_item set text = coalesce($4, text),
         done_at = case when $5::boolean is null then done_at when $5 then coalesce(done_at, $6::timestamptz) end,
         done_by = case when $5::boolean is null then done_by when $5 then coalesce(done_by, $7::uuid) end
       where event_id = $1 and card_id = $2 and id = $3`,
      [eventId, cardId, id, change.text ?? null, change.done ?? null, tx.now, by],
    );
    return changed === 1;
  }

  async remove(tx: Tx, eventId: string, cardId: string, id: string): Promise<boolean> {
    return (
      (await tx.run('delete from volunteers.checklist_item where event_id = $1 and card_id = $2 and id = $3', [eventId, cardId, id])) === 1
    );
  }
}
