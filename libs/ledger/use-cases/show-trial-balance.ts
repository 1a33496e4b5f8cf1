import { Injectable } from '@nestjs/common';
import { Database, type EventScope } from '#platform';
import type { Balance } from '../domain/balance.js';
import { codeOf } from '../domain/chart-of-accounts.js';
import { trialBalance } from '../store/balances.query.js';
import { type Verified, VerifyJournal } from './verify-journal.js';

export interface TrialBalance {
  /** In the order of the chart. */
  rows: Balance[];
  totals: { commodity: string; debit: bigint; credit: bigint }[];
}

/** Every account on any day, with totals that are equal; and whether the journal is what was sealed. */
@Injectable()
export class ShowTrialBalance {
  constructor(
    private readonly database: Database,
    private readonly verifyJournal: VerifyJournal,
  ) {}

  async execute({ eventId }: EventScope, asOf?: string): Promise<TrialBalance> {
    const rows = await trialBalance(this.database, eventId, asOf);
    const totals = new Map<string, { commodity: string; debit: bigint; credit: bigint }>();
    for (const { commodity, debit_minor, credit_minor } of rows) {
      const { debit, credit } = totals.get(commodity) ?? { debit: 0n, credit: 0n };
      totals.set(commodity, { commodity, debit: debit + debit_minor, credit: credit + credit_minor });
    }
    return {
      rows: rows.sort((a, b) => codeOf(a.account) - codeOf(b.account) || (a.account < b.account ? -1 : 1)),
      totals: [...totals.values()],
    };
  }

  verify({ eventId }: EventScope): Promise<Verified> {
    return this.verifyJournal.execute(this.database, eventId);
  }
}
