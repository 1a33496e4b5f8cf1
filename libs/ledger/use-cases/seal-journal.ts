import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import { Database, UnitOfWork } from '#platform';
import { GENESIS, sealOf } from '../domain/chain.js';
import { SealsStore } from '../store/seals.store.js';

const BATCH = 500;

/** Seals what has been posted since, book by book, in batches: posting never waits for the chain. */
@Injectable()
export class SealJournal {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly seals: SealsStore,
  ) {}

  /** Answers how many entries were sealed. Books that another process is sealing are left to it. */
  async execute(): Promise<number> {
    let total = 0;
    for (const eventId of await this.seals.booksToSeal(this.database)) {
      for (let sealed = BATCH; sealed === BATCH; total += sealed) sealed = await this.sealBatch(eventId);
    }
    return total;
  }

  private sealBatch(eventId: Id<'event'>): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      if (!(await this.seals.claim(tx, eventId))) return 0;
      const head = await this.seals.head(tx, eventId);
      const entries = await this.seals.waiting(tx, eventId, BATCH);
      if (entries.length === 0) return 0;
      const chain = [head?.hash ?? GENESIS];
      for (const entry of entries) chain.push(sealOf(chain.at(-1)!, entry));
      await this.seals.append(
        tx,
        eventId,
        (head?.sequence ?? 0n) + 1n,
        entries.map((e) => e.id),
        chain.slice(0, -1),
        chain.slice(1),
      );
      return entries.length;
    });
  }
}
