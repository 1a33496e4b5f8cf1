import { Injectable } from '@nestjs/common';
import { type Actor, Database, UnitOfWork, accessRefusals } from '#platform';
import { refuse } from '../domain/events.refusals.js';
import { TAKES_COMMENTS } from '../domain/spark.js';
import { SparksStore } from '../store/sparks.store.js';
import { Discuss, type Saying, type ThreadPage } from './discuss.js';
import { MoveSpark } from './move-spark.js';

/** Talk under a spark, open to members once its conversation has begun. */
@Injectable()
export class TalkUnderSpark {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly sparks: SparksStore,
    private readonly moveSpark: MoveSpark,
    private readonly discuss: Discuss,
  ) {}

  say(actor: Actor, sparkId: string, saying: Omit<Saying, 'authorId'>): Promise<{ id: string }> {
    return this.unitOfWork.run(async (tx) => {
      const spark = await this.moveSpark.find(tx, sparkId);
      if (!TAKES_COMMENTS.includes(spark.state)) throw refuse.TALK_NOT_OPEN({ state: spark.state });
      return this.discuss.say(tx, { id: sparkId, kind: 'spark', eventId: spark.event_id }, { ...saying, authorId: actor.accountId });
    });
  }

  async read(sparkId: string, after: string | undefined, limit: number): Promise<ThreadPage> {
    if (!(await this.sparks.byId(this.database, sparkId))?.confirmed_at) throw accessRefusals.NOT_FOUND();
    return this.discuss.read(this.database, sparkId, after, limit);
  }
}
