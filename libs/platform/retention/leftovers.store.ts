import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/tx.js';

/** What the platform keeps for a while only. */
@Injectable()
export class LeftoversStore {
  /** Answers kept for repeated requests that began before this. */
  forgetAnswers(tx: Tx, startedBefore: Date, rows: number): Promise<number> {
    return tx.run(
      `delete from platform.idempotency where (actor, key) in
         (select actor, key from platform.idempotency where started_at < $1 order by started_at limit $2 for update skip locked)`,
      [startedBefore, rows],
    );
  }

  /** Mails written before this, sent or given up. */
  forgetMails(tx: Tx, writtenBefore: Date, rows: number): Promise<number> {
    return tx.run(
      'delete from platform.mail where id in (select id from platform.mail where created_at < $1 order by created_at limit $2 for update skip locked)',
      [writtenBefore, rows],
    );
  }

  /**
   * Failed runs of schedules: they are not tried again, because the schedule's next run does what they should have done. What else has
   * failed is owed and stays. The queue's own rows are told by the queue's own clock, the database's.
   */
  forgetFailedRuns(tx: Tx, schedules: readonly string[], rows: number): Promise<number> {
    return tx.run(
      `select graphile_worker.complete_jobs(array(
         select id from graphile_worker.jobs where task_identifier = any($1) and attempts >= max_attempts and locked_at is null
           and updated_at < clock_timestamp() - interval '1 day' limit $2))`,
      [schedules, rows],
    );
  }
}
