import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';

/** Credentials that have ended, and what was noted of attempts. Each takes so many rows at a time, and answers how many it took. */
@Injectable()
export class EndedCredentialsStore {
  forgetSessions(tx: Tx, madeBefore: Date, seenBefore: Date, rows: number): Promise<number> {
    return tx.run(
      `delete from accounts.session where token_hash in
         (select token_hash from accounts.session where created_at <= $1 or seen_at <= $2 limit $3 for update skip locked)`,
      [madeBefore, seenBefore, rows],
    );
  }

  forgetLinks(tx: Tx, endedBefore: Date, rows: number): Promise<number> {
    return tx.run(
      `delete from accounts.one_time_link where token_hash in
         (select token_hash from accounts.one_time_link where created_at < $1 and (expires_at < $1 or used_at < $1) limit $2 for update skip locked)`,
      [endedBefore, rows],
    );
  }

  /** Expired and revoked ones; those of an older version of their owner's credentials go when they expire. */
  forgetTokens(tx: Tx, endedBefore: Date, rows: number): Promise<number> {
    return tx.run(
      `delete from accounts.access_token where id in
         (select id from accounts.access_token where expires_at < $1 or revoked_at < $1 limit $2 for update skip locked)`,
      [endedBefore, rows],
    );
  }

  forgetFailures(tx: Tx, before: Date, rows: number): Promise<number> {
    return tx.run(
      'delete from accounts.failed_sign_in where ctid = any(array(select ctid from accounts.failed_sign_in where at < $1 limit $2))',
      [before, rows],
    );
  }
}
