import { Injectable } from '@nestjs/common';
import { Every, type Schedule, UnitOfWork, inBatches } from '#platform';
import { UNCONFIRMED_LIVES_MS } from '../domain/posting-limits.js';
import { PostingsStore } from '../store/postings.store.js';
import { SparksStore } from '../store/sparks.store.js';

const A_DAY_MS = 24 * 60 * 60_000;

/** Posts that nobody confirmed die after 48 hours (SPK-4); what was kept for the limits goes after a day. */
@Injectable()
@Every('7 * * * *')
export class EveryHourForgetUnconfirmedSparks implements Schedule {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sparks: SparksStore,
    private readonly postings: PostingsStore,
  ) {}

  async run(): Promise<void> {
    await inBatches(this.unitOfWork, (tx, rows) =>
      this.sparks.dropUnconfirmed(tx, new Date(tx.now.getTime() - UNCONFIRMED_LIVES_MS), rows),
    );
    await inBatches(this.unitOfWork, (tx, rows) => this.postings.forget(tx, new Date(tx.now.getTime() - A_DAY_MS), rows));
  }
}
