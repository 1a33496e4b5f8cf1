import { Injectable } from '@nestjs/common';
import type { Db, Tx } from '#platform';

/** Who supports which spark. The row is the truth; the tally beside it is what people look at. */
@Injectable()
export class SupportsStore {
  /** Answers whether the support is new. */
  async give(tx: Tx, sparkId: string, accountId: string): Promise<boolean> {
    const added = await tx.run(
      'insert into events.spark_support (spark_id, account_id, at) values ($1, $2, $3) on conflict on constraint spark_support_once do nothing',
      [sparkId, accountId, tx.now],
    );
    return added === 1;
  }

  takeBack(tx: Tx, sparkId: string, accountId: string): Promise<number> {
    return tx.run('delete from events.spark_support where spark_id = $1 and account_id = $2', [sparkId, accountId]);
  }

  async count(db: Db, sparkId: string): Promise<number> {
    return (await db.one<{ n: number }>('select count(*)::int as n from events.spark_support where spark_id = $1', [sparkId])).n;
  }

  /** The kept tally with what is still to be folded into it: exact, without counting. */
  exact(db: Db, sparkId: string): Promise<{ supports: number; comments: number }> {
    return db.one(
      `select (t.supports + coalesce(sum(d.change) filter (where d.kind = 'supports'), 0))::int as supports,
              (t.comments + coalesce(sum(d.change) filter (where d.kind = 'comments'), 0))::int as comments
       from events.spark_tally t left join events.tally_delta d on d.subject_id = t.spark_id where t.spark_id = $1 group by t.spark_id`,
      [sparkId],
    );
  }

  async has(db: Db, sparkId: string, accountId: string): Promise<boolean> {
    return (
      (await db.maybe('select 1 from events.spark_support where spark_id = $1 and account_id = $2', [sparkId, accountId])) !== undefined
    );
  }

  async fold(db: Db): Promise<void> {
    await db.run('select events.fold_tallies()');
  }
}
