import { Injectable } from '@nestjs/common';
import { type Actor, UnitOfWork, accessRefusals } from '#platform';
import type { SparkState } from '../domain/spark.js';
import type { SparkRow } from '../store/sparks.store.js';
import { MoveSpark } from './move-spark.js';

/** A moderator opens a conversation early (SPK-5); an author takes a spark back. */
@Injectable()
export class SteerSpark {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly moveSpark: MoveSpark,
  ) {}

  openConversation(actor: Actor, sparkId: string): Promise<SparkState> {
    return this.move(sparkId, 'conversing', (spark) => moderates(actor, spark));
  }

  withdraw(actor: Actor, sparkId: string): Promise<SparkState> {
    return this.move(sparkId, 'withdrawn', (spark) => spark.author_id === actor.accountId);
  }

  private move(sparkId: string, to: SparkState, may: (spark: SparkRow) => boolean): Promise<SparkState> {
    return this.unitOfWork.run(async (tx) => {
      const spark = await this.moveSpark.lock(tx, sparkId);
      if (!may(spark)) throw accessRefusals.NOT_ALLOWED();
      return (await this.moveSpark.to(tx, spark, to)).state;
    });
  }
}

/** Moderates the place where a spark hangs: its event's team, or the installation's for the open wall. */
export const moderates = (actor: Actor, spark: { event_id: string | null }): boolean =>
  actor.isAdmin ||
  (spark.event_id !== null &&
    actor.rolesIn(spark.event_id).some((role) => role === 'owner' || role === 'organiser' || role === 'moderator'));
