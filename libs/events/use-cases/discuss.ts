import { Injectable } from '@nestjs/common';
import { type Id, idAfter, newId, pageOf } from '#kernel';
import { type Db, type Tx, badFields } from '#platform';
import { refuse } from '../domain/events.refusals.js';
import { saysSomething } from '../domain/spark-text.js';
import { type CommentRow, DiscussionStore } from '../store/discussion.store.js';

/** Replies go to this depth (DSC-1). */
const DEEPEST = 3;

export interface Thread {
  id: string;
  kind: 'spark' | 'proposal';
  eventId: Id<'event'> | null;
}

export interface Saying {
  authorId: string;
  text: string;
  parentId?: string;
  stance?: 'for' | 'neutral' | 'against';
}

export interface ThreadPage {
  items: CommentRow[];
  next: string | null;
  stances: { for: number; neutral: number; against: number };
}

/** Talk under sparks and, for the modules that ask through the door, under anything that has an id. */
@Injectable()
export class Discuss {
  constructor(private readonly discussion: DiscussionStore) {}

  async say(tx: Tx, thread: Thread, saying: Saying): Promise<{ id: string }> {
    const text = saying.text.trim();
    if (!saysSomething(text)) throw badFields([{ pointer: '/text', message: 'must say something' }]);
    await this.discussion.openThread(tx, thread.id, thread.kind, thread.eventId);
    const depth = saying.parentId ? await this.below(tx, thread.id, saying.parentId) : 1;
    const id = newId();
    await this.discussion.add(tx, {
      id,
      threadId: thread.id,
      parentId: saying.parentId ?? null,
      depth,
      authorId: saying.authorId,
      text,
      stance: saying.stance ?? null,
    });
    await tx.fact({ type: 'CommentPosted', eventId: thread.eventId, body: { commentId: id, threadId: thread.id } });
    return { id };
  }

  async read(db: Db, threadId: string, after: string | undefined, limit: number): Promise<ThreadPage> {
    const page = pageOf(await this.discussion.list(db, threadId, idAfter(after), limit + 1), limit, (row) => [row.id]);
    const counted = await this.discussion.stances(db, threadId);
    const of = (stance: string): number => counted.find((c) => c.stance === stance)?.count ?? 0;
    return { ...page, stances: { for: of('for'), neutral: of('neutral'), against: of('against') } };
  }

  private async below(tx: Tx, threadId: string, parentId: string): Promise<number> {
    const parent = await this.discussion.comment(tx, threadId, parentId);
    if (!parent || parent.state !== 'visible') throw badFields([{ pointer: '/parentId', message: 'names no comment here' }]);
    if (parent.depth >= DEEPEST) throw refuse.REPLY_TOO_DEEP({ most: DEEPEST });
    return parent.depth + 1;
  }
}
