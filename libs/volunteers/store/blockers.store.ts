import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';

/** Which task waits for which. */
@Injectable()
export class BlockersStore {
  /** Whether `from` waits, directly or through others, for `to`. */
  async waitsFor(tx: Tx, eventId: string, from: string, to: string): Promise<boolean> {
    const row = await tx.one<{ waits: boolean }>(
      `with recursive chain (id) as (
         select $2::uuid union select w.blocker_id from chain join volunteers.card_blocker w on w.event_id = $1 and w.card_id = chain.id)
       select exists (select from chain where id = $3::uuid) as waits`,
      [eventId, from, to],
    );
    return row.waits;
  }

  async add(tx: Tx, eventId: string, cardId: string, blockerId: string): Promise<boolean> {
    const added = await tx.run('insert into volunteers.card_blocker (event_id, card_id, blocker_id) values ($1, $2, $3) on conflict on constraint blocked_once do nothing', [eventId, cardId, blockerId]); // oxfmt-ignore
    return added === 1;
  }

  async remove(tx: Tx, eventId: string, cardId: string, blockerId: string): Promise<boolean> {
    return (
      (await tx.run('delete from volunteers.card_blocker where event_id = $1 and card_id = $2 and blocker_id = $3', [
        eventId,
        cardId,
        blockerId,
      ])) === 1
    );
  }

  /** How many tasks it waits for are not done yet. */
  async openFor(tx: Tx, eventId: string, cardId: string): Promise<number> {
    const row = await tx.one<{ open: number }>(
      `select count(*)::int as open from volunteers.card_blocker w
         join volunteers.card b on b.event_id = w.event_id and b.id = w.blocker_id and b.archived_at is null
         join volunteers.board_column k on k.id = b.column_id and k.stage <> 'done'
        where w.event_id = $1 and w.card_id = $2`,
      [eventId, cardId],
    );
    return row.open;
  }
}
