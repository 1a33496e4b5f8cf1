import { Injectable } from '@nestjs/common';
import { Accounts } from '#accounts';
import { refusingOn, UnitOfWork } from '#platform';
import { sparkPosted } from '../domain/events.facts.js';
import { refuse } from '../domain/events.refusals.js';
import { SparksStore } from '../store/sparks.store.js';
import { secretHash } from './secret-hash.js';

/** Publishes a guest's spark, once; the answered mail also confirms the address. */
@Injectable()
export class ConfirmSpark {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sparks: SparksStore,
    private readonly accounts: Accounts,
  ) {}

  execute(token: string): Promise<{ id: string }> {
    return this.unitOfWork.run(async (tx) => {
      const waiting = await this.sparks.takeConfirmation(tx, secretHash(token));
      if (!waiting) throw refuse.SPARK_LINK_DEAD();
      const spark = await refusingOn({ spark_text_once: () => refuse.SPARK_EXISTS() }, () => this.sparks.confirm(tx, waiting.spark_id));
      if (!spark) throw refuse.SPARK_LINK_DEAD();
      await this.accounts.confirm(tx, spark.author_id);
      await tx.fact(sparkPosted(spark.event_id, spark.id));
      return { id: spark.id };
    });
  }
}
