import { Injectable } from '@nestjs/common';
import type { Db, Tx } from '#platform';
import type { Admission } from '../rules/admission.js';
import type { Admission as Admit } from '../rules/declaration.js';

/** Accounts that meet one of a vote's conditions: $1 vote, $2 conditions, $3 the backers. */
const ADMITTED = `a.confirmed_at is not null and a.suspended_at is null and a.erased_at is null
  and ('everyone' = any($2::text[]) or ('backers' = any($2::text[]) and a.id = any($3::uuid[]))
    or ('invited' = any($2::text[]) and sha256(convert_to($1::uuid::text || ':' || a.email_key, 'UTF8')) in (select address_hash from voting.invited where ballot_id = $1)))`;

/** Who may vote. */
@Injectable()
export class ElectorsStore {
  /**
   * Takes everybody who has a confirmed account and meets one of the conditions into the electorate, once, and answers how many (VOT-2).
   * One statement over the accounts schema: a list of all ids through a door would be the same data with a round trip for each thousand.
   */
  snapshot(tx: Tx, ballotId: string, admits: readonly Admit[], backers: readonly string[]): Promise<number> {
    return tx.run(
      `insert into voting.elector (ballot_id, account_id, joined) select $1, a.id, 'snapshot' from accounts.account a where ${ADMITTED} order by a.id`,
      [ballotId, admits, backers],
    );
  }

  /** Whether this person meets one of the conditions now. */
  async meets(db: Db, ballotId: string, accountId: string, admits: readonly Admit[], isBacker: boolean): Promise<boolean> {
    const backers = isBacker ? [accountId] : [];
    const row = await db.maybe(`select 1 from accounts.account a where a.id = $4 and ${ADMITTED}`, [ballotId, admits, backers, accountId]);
    return row !== undefined;
  }

  /** Adds one person after the opening. */
  async add(tx: Tx, ballotId: string, accountId: string, joined: 'late' | 'code', codeHash: string | null = null): Promise<void> {
    await tx.run(
      `insert into voting.elector (ballot_id, account_id, joined, code_hash) values ($1, $2, $3, decode($4, 'hex')) on conflict on constraint elector_once do nothing`,
      [ballotId, accountId, joined, codeHash],
    );
  }

  async has(db: Db, ballotId: string, accountId: string): Promise<boolean> {
    return (await db.maybe('select 1 from voting.elector where ballot_id = $1 and account_id = $2', [ballotId, accountId])) !== undefined;
  }

  async count(db: Db, ballotId: string): Promise<number> {
    return (await db.one<{ n: number }>('select count(*)::int as n from voting.elector where ballot_id = $1', [ballotId])).n;
  }

  /** What decides who may join. */
  admission(db: Db, eventId: string, ballotId: string): Promise<Admission | undefined> {
    return db.maybe<Admission>(
      'select state, closes_at as "closesAt", late_joiners as "lateJoiners", admits from voting.ballot where event_id = $1 and id = $2',
      [eventId, ballotId],
    );
  }

  /** Keeps the close away until the transaction ends, as a cast does. */
  async holdOpen(tx: Tx, ballotId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock_shared(hashtextextended('voting.ballot:' || $1::uuid::text, 0))`, [ballotId]);
  }

  /** The same, while no close can pass by. */
  async admissionHeld(tx: Tx, eventId: string, ballotId: string): Promise<Admission | undefined> {
    await this.holdOpen(tx, ballotId);
    return this.admission(tx, eventId, ballotId);
  }
}
