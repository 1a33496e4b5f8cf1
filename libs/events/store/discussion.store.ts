import { Injectable } from '@nestjs/common';
import type { Db, Tx } from '#platform';

export interface CommentRow {
  id: string;
  thread_id: string;
  parent_id: string | null;
  depth: number;
  author_id: string;
  text: string;
  stance: 'for' | 'neutral' | 'against' | null;
  state: 'visible' | 'hidden' | 'withdrawn';
  posted_at: Date;
}

export interface NewComment {
  id: string;
  threadId: string;
  parentId: string | null;
  depth: number;
  authorId: string;
  text: string;
  stance: string | null;
}

const COLUMNS = 'id, thread_id, parent_id, depth, author_id, text, stance, state, posted_at';

/** Threads and what is said in them. A thread has the id of what it is about. */
@Injectable()
export class DiscussionStore {
  async openThread(tx: Tx, id: string, kind: 'spark' | 'proposal', eventId: string | null): Promise<void> {
    await tx.run('insert into events.thread (id, kind, event_id, opened_at) values ($1, $2, $3, $4) on conflict do nothing', [
      id,
      kind,
      eventId,
      tx.now,
    ]);
  }

  comment(db: Db, threadId: string, id: string): Promise<CommentRow | undefined> {
    return db.maybe<CommentRow>(`select ${COLUMNS} from events.comment where thread_id = $1 and id = $2`, [threadId, id]);
  }

  commentById(db: Db, id: string): Promise<(CommentRow & { event_id: string | null }) | undefined> {
    return db.maybe(`select c.*, t.event_id from events.comment c join events.thread t on t.id = c.thread_id where c.id = $1`, [id]);
  }

  async add(tx: Tx, c: NewComment): Promise<void> {
    await tx.run(
      `insert into events.comment (id, thread_id, parent_id, depth, author_id, text, stance, state, posted_at) values ($1, $2, $3, $4, $5, $6, $7, 'visible', $8)`,
      [c.id, c.threadId, c.parentId, c.depth, c.authorId, c.text, c.stance, tx.now],
    );
  }

  list(db: Db, threadId: string, after: string | null, limit: number): Promise<CommentRow[]> {
    return db.query<CommentRow>(
      `select ${COLUMNS} from events.comment where thread_id = $1 and ($2::uuid is null or id > $2) order by id limit $3`,
      [threadId, after, limit],
    );
  }

  /** How many people stand where: each person's latest visible stance counts. */
  stances(db: Db, threadId: string): Promise<{ stance: 'for' | 'neutral' | 'against'; count: number }[]> {
    return db.query(
      `select stance, count(*)::int as count from (
         select distinct on (author_id) stance from events.comment where thread_id = $1 and stance is not null and state = 'visible' order by author_id, id desc
       ) latest group by stance`,
      [threadId],
    );
  }

  setState(tx: Tx, id: string, from: string, to: string): Promise<number> {
    return tx.run('update events.comment set state = $3 where id = $1 and state = $2', [id, from, to]);
  }
}
