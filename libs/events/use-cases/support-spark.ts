import { Injectable } from '@nestjs/common';
import { type Actor, type Tx, UnitOfWork } from '#platform';
import { refuse } from '../domain/events.refusals.js';
import { DEFAULT_THRESHOLD, type SparkState, TAKES_SUPPORT, opensConversation } from '../domain/spark.js';
import { EventsStore } from '../store/events.store.js';
import { type SparkRow } from '../store/sparks.store.js';
import { SupportsStore } from '../store/supports.store.js';
import { MoveSpark } from './move-spark.js';

export interface Supported {
  supports: number;
  supported: boolean;
  state: SparkState;
}

/**
 * Gives a person's support to a spark, or takes it back. The spark is locked only while it is open, so that the crossing
 * of the threshold happens once, however many supports arrive together (SPK-5).
 */
@Injectable()
export class SupportSpark {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly supports: SupportsStore,
    private readonly events: EventsStore,
    private readonly moveSpark: MoveSpark,
  ) {}

  give(actor: Actor, sparkId: string): Promise<Supported> {
    return this.unitOfWork.run(async (tx) => {
      const seen = await this.moveSpark.find(tx, sparkId);
      const spark = seen.state === 'open' ? await this.moveSpark.lock(tx, sparkId) : seen;
      if (!TAKES_SUPPORT.includes(spark.state)) throw refuse.SPARK_TAKES_NO_SUPPORT({ state: spark.state });
      await this.supports.give(tx, sparkId, actor.accountId);
      const state = spark.state === 'open' ? await this.openIfEnough(tx, spark) : spark.state;
      const { supports } = await this.supports.exact(tx, sparkId);
      return { supports, supported: true, state };
    });
  }

  takeBack(actor: Actor, sparkId: string): Promise<Supported> {
    return this.unitOfWork.run(async (tx) => {
      const spark = await this.moveSpark.find(tx, sparkId);
      await this.supports.takeBack(tx, sparkId, actor.accountId);
      const { supports } = await this.supports.exact(tx, sparkId);
      return { supports, supported: false, state: spark.state };
    });
  }

  private async openIfEnough(tx: Tx, spark: SparkRow): Promise<SparkState> {
    const threshold = spark.event_id ? (await this.events.byId(tx, spark.event_id))!.conversation_threshold : DEFAULT_THRESHOLD;
    if (!opensConversation(spark.state, await this.supports.count(tx, spark.id), threshold)) return spark.state;
    return (await this.moveSpark.to(tx, spark, 'conversing', `${threshold} supporters`)).state;
  }
}
