import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import type { Db, Tx } from '#platform';
import type { SparkState } from '../domain/spark.js';

export interface SparkRow {
  id: string;
  event_id: Id<'event'> | null;
  short_code: string;
  text: string;
  author_id: string;
  state: SparkState;
  hidden_from: SparkState | null;
  posted_at: Date;
  confirmed_at: Date | null;
}

export interface NewSpark {
  id: string;
  eventId: string | null;
  shortCode: string;
  text: string;
  textKey: string;
  authorId: string;
  confirmed: boolean;
}

const COLUMNS = 'id, event_id, short_code, text, author_id, state, hidden_from, posted_at, confirmed_at';
const OPEN_WALL = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class SparksStore {
  byId(db: Db, id: string): Promise<SparkRow | undefined> {
    return db.maybe<SparkRow>(`select ${COLUMNS} from events.spark where id = $1`, [id]);
  }

  byShortCode(db: Db, code: string): Promise<SparkRow | undefined> {
    return db.maybe<SparkRow>(`select ${COLUMNS} from events.spark where short_code = $1`, [code]);
  }

  /** The spark, locked until the transaction ends: whoever decides about its state decides alone. */
  lock(tx: Tx, id: string): Promise<SparkRow | undefined> {
    return tx.maybe<SparkRow>(`select ${COLUMNS} from events.spark where id = $1 for no key update`, [id]);
  }

  /** The public spark that says the same, if there is one. */
  sameText(db: Db, eventId: string | null, textKey: string): Promise<{ id: string } | undefined> {
    return db.maybe(
      `select id from events.spark where coalesce(event_id, '${OPEN_WALL}') = coalesce($1::uuid, '${OPEN_WALL}') and md5(text_key) = md5($2)
       and confirmed_at is not null and state not in ('merged', 'withdrawn', 'archived')`,
      [eventId, textKey],
    );
  }

  /** Adds a spark unless a public one says the same; answers whether it was added. */
  async add(tx: Tx, spark: NewSpark): Promise<boolean> {
    const added = await tx.run(
      `insert into events.spark (id, event_id, short_code, text, text_key, author_id, state, posted_at, confirmed_at)
       values ($1, $2, $3, $4, $5, $6, 'open', $7, $8) on conflict do nothing`,
      [spark.id, spark.eventId, spark.shortCode, spark.text, spark.textKey, spark.authorId, tx.now, spark.confirmed ? tx.now : null],
    );
    if (added === 1) await tx.run('insert into events.spark_tally (spark_id, event_id) values ($1, $2)', [spark.id, spark.eventId]);
    return added === 1;
  }

  async addConfirmation(tx: Tx, sparkId: string, tokenHash: Buffer, expiresAt: Date): Promise<void> {
    await tx.run('insert into events.spark_confirmation (token_hash, spark_id, expires_at) values ($1, $2, $3)', [
      tokenHash,
      sparkId,
      expiresAt,
    ]);
  }

  /** Uses up a confirmation; answers its spark unless it is unknown or too old. */
  takeConfirmation(tx: Tx, tokenHash: Buffer): Promise<{ spark_id: string } | undefined> {
    return tx.maybe('delete from events.spark_confirmation where token_hash = $1 and expires_at > $2 returning spark_id', [
      tokenHash,
      tx.now,
    ]);
  }

  confirm(tx: Tx, id: string): Promise<SparkRow | undefined> {
    return tx.maybe<SparkRow>(`update events.spark set confirmed_at = $2 where id = $1 and confirmed_at is null returning ${COLUMNS}`, [
      id,
      tx.now,
    ]);
  }

  /** Forgets posts whose authors never answered the mail. */
  dropUnconfirmed(tx: Tx, postedBefore: Date, rows: number): Promise<number> {
    return tx.run(
      'delete from events.spark where id in (select id from events.spark where confirmed_at is null and posted_at < $1 order by posted_at limit $2 for update skip locked)',
      [postedBefore, rows],
    );
  }

  /** Moves a spark; answers false when it was no longer in the state we saw. */
  async move(tx: Tx, spark: SparkRow, to: SparkState): Promise<boolean> {
    const touched = await tx.run(
      `update events.spark set state = $3, hidden_from = case when $3 = 'hidden' then $2 end,
         conversing_at = case when $3 = 'conversing' then coalesce(conversing_at, $4) else conversing_at end,
         promoted_at = case when $3 = 'promoted' then coalesce(promoted_at, $4) else promoted_at end
       where id = $1 and state = $2`,
      [spark.id, spark.state, to, tx.now],
    );
    return touched === 1;
  }

  async addPromotion(tx: Tx, sparkId: string, kind: 'event' | 'proposal', targetId: string): Promise<void> {
    await tx.run('insert into events.spark_promotion (spark_id, kind, target_id, at) values ($1, $2, $3, $4) on conflict do nothing', [
      sparkId,
      kind,
      targetId,
      tx.now,
    ]);
  }

  promotions(db: Db, sparkId: string): Promise<{ kind: string; id: string }[]> {
    return db.query('select kind, target_id as id from events.spark_promotion where spark_id = $1 order by at, target_id', [sparkId]);
  }
}
