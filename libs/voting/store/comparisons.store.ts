import { Injectable } from '@nestjs/common';
import type { Db, Tx } from '#platform';
import type { Comparison } from '../rules/comparison.js';

/** The same ballots by every rule, once for each vote. Only ever added to. */
@Injectable()
export class ComparisonsStore {
  async add(tx: Tx, ballotId: string, text: string): Promise<void> {
    await tx.run('insert into voting.comparison (ballot_id, document, counted_at) values ($1, $2, $3) on conflict (ballot_id) do nothing', [
      ballotId,
      text,
      tx.now,
    ]);
  }

  async of(db: Db, ballotId: string): Promise<Comparison | undefined> {
    const row = await db.maybe<{ document: string }>('select document from voting.comparison where ballot_id = $1', [ballotId]);
    return row && (JSON.parse(row.document) as Comparison);
  }
}
