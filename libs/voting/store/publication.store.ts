import { Injectable } from '@nestjs/common';
import type { Db, Tx } from '#platform';
import { GROUPS_IN_PART } from './votes.store.js';

export interface HeadRow {
  position: number;
  hash: string;
  published_at: Date;
}

/** What of a vote is given to the public: its ballots without reasons, the log of fingerprints, the heads that were shown, the auditors. */
@Injectable()
export class PublicationStore {
  /** Counted ballots, like ones together, without the reasons some of them have; texts of lists of `StoredBallots` for the counting thread. */
  async ballots(db: Db, ballotId: string): Promise<string[]> {
    const parts = await db.query<{ part: string }>(
      `select json_agg(json_build_object('choices', choices, 'points', points, 'count', n))::text as part from (
         select choices, points, count(*) as n, row_number() over () as at from voting.vote
         where ballot_id = $1 and set_aside is null group by choices, points) like_ones
       group by at / ${GROUPS_IN_PART}`,
      [ballotId],
    );
    return parts.map(({ part }) => part);
  }

  /** Commitments of all accepted casts in order, and of the counted ballots: 32 bytes each, one after the other. */
  async log(db: Db, ballotId: string): Promise<{ chain: Buffer; counted: Buffer }> {
    const row = await db.one<{ chain: Buffer | null; counted: Buffer | null }>(
      `select (select string_agg(commitment, ''::bytea order by position) from voting.seal where ballot_id = $1) as chain,
              (select string_agg(commitment, ''::bytea order by commitment) from voting.vote where ballot_id = $1 and set_aside is null) as counted`,
      [ballotId],
    );
    return { chain: row.chain ?? Buffer.alloc(0), counted: row.counted ?? Buffer.alloc(0) };
  }

  /** Publishes the present head of every open vote that has none of this day, and the last one of each vote that is closed and sealed. */
  publishHeads(tx: Tx): Promise<number> {
    return tx.run(
      `insert into voting.published_head (ballot_id, position, hash, published_at)
       select b.id, s.position, s.hash, $1 from voting.ballot b
       cross join lateral (select position, hash from voting.seal where ballot_id = b.id order by position desc limit 1) s
       where (b.state = 'open' and not exists (
                select from voting.published_head p where p.ballot_id = b.id and p.published_at >= date_trunc('day', $1::timestamptz, 'UTC')))
          or (b.state in ('closing', 'closed', 'published') and b.closed_at > $1::timestamptz - interval '30 days'
              and not exists (select from voting.unsealed u where u.ballot_id = b.id))
       on conflict do nothing`,
      [tx.now],
    );
  }

  heads(db: Db, ballotId: string): Promise<HeadRow[]> {
    return db.query<HeadRow>(
      `select position, encode(hash, 'hex') as hash, published_at from voting.published_head where ballot_id = $1 order by position`,
      [ballotId],
    );
  }

  async auditors(db: Db, ballotId: string): Promise<string[]> {
    const rows = await db.query<{ account_id: string }>('select account_id from voting.auditor where ballot_id = $1 order by account_id', [
      ballotId,
    ]);
    return rows.map((row) => row.account_id);
  }

  async nameAuditors(tx: Tx, ballotId: string, accountIds: readonly string[]): Promise<void> {
    await tx.run('delete from voting.auditor where ballot_id = $1', [ballotId]);
    await tx.run('insert into voting.auditor (ballot_id, account_id) select $1, unnest($2::uuid[])', [ballotId, accountIds]);
  }
}
