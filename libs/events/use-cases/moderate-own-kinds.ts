import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Db, Tx } from '#platform';
import { DiscussionStore } from '../store/discussion.store.js';
import { SparksStore } from '../store/sparks.store.js';
import { ModeratedKinds } from './moderated-kinds.js';
import { MoveSpark } from './move-spark.js';

/** How sparks and comments are hidden and put back. */
@Injectable()
export class ModerateOwnKinds implements OnModuleInit {
  constructor(
    private readonly kinds: ModeratedKinds,
    private readonly sparks: SparksStore,
    private readonly moveSpark: MoveSpark,
    private readonly discussion: DiscussionStore,
  ) {}

  onModuleInit(): void {
    this.kinds.register('spark', {
      find: async (db: Db, id: string) => {
        const spark = await this.sparks.byId(db, id);
        return spark?.confirmed_at ? { eventId: spark.event_id, authorId: spark.author_id, excerpt: spark.text } : null;
      },
      hide: async (tx: Tx, id: string) => void (await this.moveSpark.to(tx, await this.moveSpark.lock(tx, id), 'hidden')),
      restore: async (tx: Tx, id: string) => {
        const spark = await this.moveSpark.lock(tx, id);
        if (spark.hidden_from) await this.moveSpark.to(tx, spark, spark.hidden_from);
      },
    });
    this.kinds.register('comment', {
      find: async (db: Db, id: string) => {
        const comment = await this.discussion.commentById(db, id);
        return comment ? { eventId: comment.event_id, authorId: comment.author_id, excerpt: comment.text.slice(0, 200) } : null;
      },
      hide: async (tx: Tx, id: string) => void (await this.discussion.setState(tx, id, 'visible', 'hidden')),
      restore: async (tx: Tx, id: string) => void (await this.discussion.setState(tx, id, 'hidden', 'visible')),
    });
  }
}
