import { Injectable } from '@nestjs/common';
import { Every, type Schedule } from '#platform';
import { BackfillEvents } from '../use-cases/backfill-events.js';
import { CATCH_UP_MS, ReadBalance } from '../use-cases/read-balance.js';

/** With every message blocked the books are complete an hour later (CHG-8). */
@Injectable()
@Every('7 * * * *')
export class EveryHourCatchUp implements Schedule {
  constructor(
    private readonly backfill: BackfillEvents,
    private readonly balance: ReadBalance,
  ) {}

  async run(): Promise<void> {
    await this.backfill.execute();
    await this.balance.execute(CATCH_UP_MS);
  }
}
