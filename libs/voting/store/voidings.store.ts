import { Injectable } from '@nestjs/common';
import type { Db, Tx } from '#platform';

export interface VoidingRow {
  id: string;
  ballots: number;
  reason: string;
  asked_by: string;
  asked_at: Date;
  decided_at: Date | null;
  granted: boolean | null;
}

const COLUMNS = 'id, cardinality(vote_ids) as ballots, reason, asked_by, asked_at, decided_at, granted';

/** Ballots that somebody wants voided, and what a second person said. */
@Injectable()
export class VoidingsStore {
  async ask(tx: Tx, voiding: { id: string; ballotId: string; voteIds: readonly string[]; reason: string; askedBy: string }): Promise<void> {
    await tx.run('insert into voting.voiding (id, ballot_id, vote_ids, reason, asked_by, asked_at) values ($1, $2, $3, $4, $5, $6)', [
      ...[voiding.id, voiding.ballotId, voiding.voteIds, voiding.reason, voiding.askedBy],
      tx.now,
    ]);
  }

  list(db: Db, ballotId: string): Promise<VoidingRow[]> {
    return db.query<VoidingRow>(`select ${COLUMNS} from voting.voiding where ballot_id = $1 order by asked_at, id`, [ballotId]);
  }

  find(db: Db, ballotId: string, id: string): Promise<VoidingRow | undefined> {
    return db.maybe<VoidingRow>(`select ${COLUMNS} from voting.voiding where ballot_id = $1 and id = $2`, [ballotId, id]);
  }

  /** True for the one who decides it. */
  async decide(tx: Tx, id: string, by: string, granted: boolean): Promise<boolean> {
    const rows = await tx.run(
      'update voting.voiding set decided_by = $2, decided_at = $3, granted = $4 where id = $1 and granted is null',
      [...[id, by], tx.now, granted],
    );
    return rows === 1;
  }

  /** Sets the ballots of a granted voiding aside. Answers whose they were, as far as they have owners with an account. */
  async setAside(tx: Tx, id: string): Promise<(string | null)[]> {
    const rows = await tx.query<{ account_id: string | null }>(
      `update voting.vote v set set_aside = 'voided' from voting.voiding w where w.id = $1 and v.ballot_id = w.ballot_id and v.id = any(w.vote_ids) and v.set_aside is null returning v.account_id`,
      [id],
    );
    return rows.map((r) => r.account_id);
  }
}
