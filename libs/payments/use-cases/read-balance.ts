import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '#kernel';
import { Database, type Db, Job, type JobWorker, UnitOfWork } from '#platform';
import { type BalanceLineSeen, PaymentProvider, ProviderFailure } from '../domain/provider.js';
import { BalanceStore } from '../store/balance.store.js';
import { BookBalanceLine } from './book-balance-line.js';

const LIST = 'balance';
/** Stripe dates a transaction when it happened, and may show it later. */
const SOON_OVERLAP_MS = 3_600_000;
/** What the hourly catch-up looks back over (CHG-8). */
export const CATCH_UP_MS = 3 * 86_400_000;
/** What the very first reading looks back over. */
const FIRST_LOOK_MS = 30 * 86_400_000;
const AT_ONCE = 500;

/**
 * Reads Stripe's statement from where we stopped and books what is new. It is the same whether a message or the hour
 * asked for it, so that a day without messages leaves no gap (CHG-8).
 */
@Injectable()
@Job('read-balance')
export class ReadBalance implements JobWorker {
  private readonly log = new Logger(ReadBalance.name);

  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly provider: PaymentProvider,
    private readonly lines: BalanceStore,
    private readonly bookLine: BookBalanceLine,
  ) {}

  /** Many hints are one reading: a job that has not started stands for all of them. */
  async lookSoon(): Promise<void> {
    await this.unitOfWork.run((tx) => tx.enqueue('read-balance', {}, { key: 'read-balance', queue: 'read-balance' }));
  }

  async work(): Promise<void> {
    await this.execute(SOON_OVERLAP_MS);
  }

  /** What Stripe shows of the time since we read it last, and somewhat before: some of it we have. Throws ProviderFailure. */
  async shown(db: Db): Promise<BalanceLineSeen[]> {
    return this.shownSince(await this.readUntil(db), SOON_OVERLAP_MS);
  }

  async execute(overlapMs: number): Promise<void> {
    try {
      const seenUntil = await this.readUntil(this.database);
      const seen = await this.shownSince(seenUntil, overlapMs);
      const newest = seen.at(-1)?.createdAt;
      await this.unitOfWork.run(async (tx) => {
        await this.lines.add(tx, seen);
        await this.lines.saw(tx, LIST, newest ?? seenUntil);
      });
      for (const line of await this.lines.waiting(this.database, AT_ONCE)) await this.bookLine.execute(line);
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
      this.log.warn(`balance not read: ${error.code} ${error.message}`);
    }
  }

  private async readUntil(db: Db): Promise<Date> {
    return (await this.lines.seenUntil(db, LIST)) ?? new Date(this.clock.now().getTime() - FIRST_LOOK_MS);
  }

  private shownSince(seenUntil: Date, overlapMs: number): Promise<BalanceLineSeen[]> {
    return this.provider.balanceLinesSince(new Date(seenUntil.getTime() - overlapMs));
  }
}
