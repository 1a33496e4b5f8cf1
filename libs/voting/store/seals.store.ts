import { Injectable } from '@nestjs/common';
import type { Db } from '#platform';

export interface SealRow {
  position: number;
  hash: string;
  commitment: string;
}

/** `voting.seal_casts` takes so many at most. */
const BATCH = 5_000;

/** The chain of commitments of each vote, and what waits to be appended to it. */
@Injectable()
export class SealsStore {
  /** Appends what waits, unless another process is at it. */
  async seal(db: Db): Promise<void> {
    await db.one('select voting.seal_casts()');
  }

  /** Appends all that waits. What another process is appending just now is appended when this comes back. */
  async sealAll(db: Db): Promise<void> {
    const afterOthers = `select voting.seal_casts() as sealed from pg_advisory_xact_lock(hashtextextended('voting.seal_casts', 0))`;
    while ((await db.one<{ sealed: number }>(afterOthers)).sealed === BATCH);
  }

  find(db: Db, ballotId: string, receiptHash: string): Promise<SealRow | undefined> {
    return db.maybe<SealRow>(
      `select position, encode(hash, 'hex') as hash, encode(commitment, 'hex') as commitment from voting.seal where ballot_id = $1 and receipt_hash = decode($2, 'hex')`,
      [ballotId, receiptHash],
    );
  }

  waiting(db: Db, ballotId: string, receiptHash: string): Promise<{ commitment: string } | undefined> {
    return db.maybe(
      `select encode(commitment, 'hex') as commitment from voting.unsealed where ballot_id = $1 and receipt_hash = decode($2, 'hex')`,
      [ballotId, receiptHash],
    );
  }

  head(db: Db, ballotId: string): Promise<{ position: number; hash: string } | undefined> {
    return db.maybe(`select position, encode(hash, 'hex') as hash from voting.seal where ballot_id = $1 order by position desc limit 1`, [
      ballotId,
    ]);
  }

  /** How many have voted, at most a second behind. */
  async turnout(db: Db, ballotId: string): Promise<number> {
    return (await db.maybe<{ voters: number }>('select voters from voting.turnout_tally where ballot_id = $1', [ballotId]))?.voters ?? 0;
  }
}
