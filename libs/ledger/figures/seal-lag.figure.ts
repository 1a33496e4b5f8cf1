import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { type Db, type Figure, TellsFigure } from '#platform';
import { SealsStore } from '../store/seals.store.js';

/** Promised is a second (design §8.14). */
@Injectable()
@TellsFigure('wgt_journal_seal_lag_seconds', 'Age of the oldest journal entry that has no seal yet; 0 when all have one.')
export class SealLag implements Figure {
  constructor(
    private readonly seals: SealsStore,
    private readonly clock: Clock,
  ) {}

  async value(db: Db): Promise<number> {
    const oldest = await this.seals.oldestWaiting(db);
    return oldest ? Math.max(0, this.clock.now().getTime() - oldest.getTime()) / 1_000 : 0;
  }
}
