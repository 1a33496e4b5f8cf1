import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { Clock } from '#kernel';
import { currentContext } from '../http/context.js';
import { ReactionRegistry } from '../facts/reaction-registry.js';
import { Database } from './database.js';
import { pgCode } from './pg-error.js';
import { Tx } from './tx.js';

const TRIES = 8;

/**
 * Opens the one transaction of a verb. Commits when the closure returns, rolls back when it throws. Deadlocks and
 * serialisation failures run the closure again, here and nowhere else, so it must not do anything outside the database.
 */
@Injectable()
export class UnitOfWork {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reactions: ReactionRegistry,
  ) {}

  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(work);
      } catch (error) {
        const code = pgCode(error);
        if ((code !== '40001' && code !== '40P01') || attempt === TRIES) throw error;
        await wait(Math.random() * 10 * 2 ** attempt);
      }
    }
  }

  private async once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.database.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      await runner.startTransaction();
      const tx = new Tx(runner.manager, client, this.clock.now(), currentContext(), (type) => this.reactions.namesFor(type));
      const result = await work(tx);
      await tx.noteOnce();
      await runner.commitTransaction();
      return result;
    } catch (error) {
      // A rollback that fails (connection gone) must not hide why we roll back.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}
