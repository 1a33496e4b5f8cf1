import { Injectable } from '@nestjs/common';
import { move } from '#kernel';
import { type Tx, accessRefusals } from '#platform';
import { sparkConversing } from '../domain/events.facts.js';
import { SPARK_STATES, type SparkState } from '../domain/spark.js';
import { type SparkRow, SparksStore } from '../store/sparks.store.js';

/** Moves a locked spark from state to state, with its audit row and fact. Every verb that moves one uses it. */
@Injectable()
export class MoveSpark {
  constructor(private readonly sparks: SparksStore) {}

  /** The spark, if it is public; one that waits for its author's mail is answered as absent. */
  async find(tx: Tx, id: string): Promise<SparkRow> {
    return known(await this.sparks.byId(tx, id));
  }

  /** The same, locked until the transaction ends. */
  async lock(tx: Tx, id: string): Promise<SparkRow> {
    return known(await this.sparks.lock(tx, id));
  }

  async to(tx: Tx, spark: SparkRow, state: SparkState, reason?: string): Promise<SparkRow> {
    const from = spark.state;
    move(SPARK_STATES, from, state);
    await this.sparks.move(tx, spark, state);
    await tx.audit({
      action: `spark ${state}`,
      eventId: spark.event_id,
      subjectKind: 'spark',
      subjectId: spark.id,
      from,
      to: state,
      reason,
    });
    if (state === 'conversing' && from === 'open') await tx.fact(sparkConversing(spark.event_id, spark.id));
    return { ...spark, state, hidden_from: state === 'hidden' ? from : null };
  }
}

function known(spark: SparkRow | undefined): SparkRow {
  if (!spark?.confirmed_at) throw accessRefusals.NOT_FOUND();
  return spark;
}
