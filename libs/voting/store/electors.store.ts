import { Injectable } from '@nestjs/common';
import type { Db, Tx } from '#platform';
import type { BallotRow } from './ballots.store.js';

/** Who may vote. */
@Injectable()
export class ElectorsStore {
  /**
   * Takes everybody with a confirmed account into the electorate, once, and answers how many (VOT-2). One statement over the accounts
   * schema: a list of all ids through a door would be the same data with a round trip for each thousand.
   */
  snapshot(tx: Tx, ballot: Pick<BallotRow, 'id'>): Promise<number> {
    return tx.run(
      `insert into voting.elector (ballot_id, account_id, joined) select $1, id, 'snapshot' from accounts.account
       where confirmed_at is not null and suspended_at is null and erased_at is null order by id`,
      [ballot.id],
    );
  }

  async has(db: Db, ballotId: string, accountId: string): Promise<boolean> {
    return (await db.maybe('select 1 from voting.elector where ballot_id = $1 and account_id = $2', [ballotId, accountId])) !== undefined;
  }

  async count(db: Db, ballotId: string): Promise<number> {
    return (await db.one<{ n: number }>('select count(*)::int as n from voting.elector where ballot_id = $1', [ballotId])).n;
  }
}
