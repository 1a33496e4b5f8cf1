import { Injectable } from '@nestjs/common';
import type { Db, Tx } from '#platform';
import type { StoredBallot } from '../rules/stored-ballot.js';

export type CastOutcome = 'cast' | 'changed' | 'same' | 'closed' | 'not_open' | 'not_eligible' | 'code_used' | 'withdrawn' | 'absent';

/** A member, or the holder of a paper code whose salted hash is given. */
export type Caster = { accountId: string } | { codeHash: string };

export interface Cast {
  ballotId: string;
  eventId: string;
  by: Caster;
  voteId: string;
  ballot: StoredBallot;
  receipt: string;
  /** Hexadecimal SHA-256. */
  receiptHash: string;
  commitment: string;
  /** Where it came from, as salted hashes in hexadecimal. */
  network: string | null;
  device: string | null;
}

export interface VoteRow extends StoredBallot {
  version: number;
  receipt_code: string | null;
}

/** All ballots that count, or those of them that look like any other (VOT-11). */
export type CountedVotes = 'all' | 'unflagged';

/** Whose current ballot a receipt belongs to; known only until the vote closes. */
export interface Holder {
  account_id: string | null;
  code_hash: string | null;
  set_aside: string | null;
}

export interface CastDecision {
  outcome: CastOutcome;
  receipt: string | null;
  version: number | null;
}

/** Of a size that the event loop passes on without anybody noticing. */
export const GROUPS_IN_PART = 2_000;

/** Votes, each voter's current one. Nothing here tells when. */
@Injectable()
export class VotesStore {
  /** Casts or replaces ballots and answers for each, in their order; one statement, which is its own transaction. */
  castTogether(db: Db, casts: readonly (Cast & { now: Date })[]): Promise<CastDecision[]> {
    const given = casts.map(({ by, ballot, ...c }, n) => ({
      ...{ n, event: c.eventId, ballot: c.ballotId, vote: c.voteId },
      ...('accountId' in by ? { account: by.accountId } : { code: bytes(by.codeHash) }),
      ...{ choices: ballot.choices, points: ballot.points, reason: ballot.reason },
      ...{ receipt: c.receipt, receipt_hash: bytes(c.receiptHash), commitment: bytes(c.commitment) },
      ...{ network: bytes(c.network), device: bytes(c.device), now: c.now },
    }));
    return db.query<CastDecision>('select outcome, receipt, version from voting.cast_ballots($1) order by n', [JSON.stringify(given)]);
  }

  ofVoter(db: Db, ballotId: string, accountId: string): Promise<VoteRow | undefined> {
    return db.maybe<VoteRow>(
      'select choices, points, reason, version, receipt_code from voting.vote where ballot_id = $1 and account_id = $2',
      [ballotId, accountId],
    );
  }

  byReceipt(db: Db, ballotId: string, receiptHash: string): Promise<Holder | undefined> {
    return db.maybe<Holder>(
      `select v.account_id, encode(c.hash, 'hex') as code_hash, v.set_aside from voting.vote v
       left join voting.paper_code c on c.ballot_id = v.ballot_id and c.serial = v.code_serial
       where v.ballot_id = $1 and v.receipt_hash = decode($2, 'hex')`,
      [ballotId, receiptHash],
    );
  }

  async hasVoted(db: Db, ballotId: string, accountId: string): Promise<boolean> {
    const row = await db.maybe(
      'select 1 from voting.turnout where ballot_id = $1 and account_id = $2 union all select 1 from voting.vote where ballot_id = $1 and account_id = $2 limit 1',
      [ballotId, accountId],
    );
    return row !== undefined;
  }

  /**
   * Ends the link between people and ballots (VOT-7): notes who voted (of a secret vote
   * only if at least so many did), sets aside the ballots of suspended and erased people, and,
   * for a secret vote, nulls the person and the receipt in clear. Reads the state of accounts, which no door tells in sets.
   */
  async sever(tx: Tx, ballotId: string, anonymous: boolean, fewestNamed: number): Promise<void> {
    await tx.run(
      `insert into voting.turnout (ballot_id, account_id) select ballot_id, account_id from voting.vote where ballot_id = $1 and account_id is not null
         and (not $2 or (select count(*) from voting.vote where ballot_id = $1) >= $3) order by account_id`,
      [ballotId, anonymous, fewestNamed],
    );
    await tx.run(
      `update voting.vote v set set_aside = case when a.erased_at is not null then 'erased' else 'suspended' end from accounts.account a
       where v.ballot_id = $1 and a.id = v.account_id and v.set_aside is null and (a.suspended_at is not null or a.erased_at is not null)`,
      [ballotId],
    );
    if (anonymous)
      await tx.run('update voting.vote set account_id = null, code_serial = null, receipt_code = null where ballot_id = $1', [ballotId]);
  }

  /** Ballots to count, like ones together, as texts for the counting thread (rules/stored-vote.ts). */
  async groups(db: Db, ballotId: string, which: CountedVotes = 'all'): Promise<string[]> {
    const parts = await db.query<{ part: string }>(
      `select json_agg(json_build_array(n, choices, points, reason))::text as part from (
         select choices, points, reason, count(*) as n, row_number() over () as at from voting.vote
         where ballot_id = $1 and set_aside is null and ($2 or flags = '{}') group by choices, points, reason) like_ones
       group by at / ${GROUPS_IN_PART}`,
      [ballotId, which === 'all'],
    );
    return parts.map(({ part }) => part);
  }

  /** Ballots that count, and how many of them are empty. */
  counted(db: Db, ballotId: string): Promise<{ counted: number; empty: number }> {
    return db.one(
      `select count(*)::int as counted, count(*) filter (where cardinality(choices) = 0 and coalesce(cardinality(points), 0) = 0)::int as empty
       from voting.vote where ballot_id = $1 and set_aside is null`,
      [ballotId],
    );
  }

  setAside(db: Db, ballotId: string): Promise<{ reason: string; count: number }[]> {
    return db.query(
      'select set_aside as reason, count(*)::int as count from voting.vote where ballot_id = $1 and set_aside is not null group by set_aside order by 1',
      [ballotId],
    );
  }

  /** Commitments of the counted ballots, sorted so that their order tells nothing. */
  async commitments(db: Db, ballotId: string): Promise<string[]> {
    const rows = await db.query<{ commitment: string }>(
      `select encode(commitment, 'hex') as commitment from voting.vote where ballot_id = $1 and set_aside is null and commitment is not null order by commitment`,
      [ballotId],
    );
    return rows.map((r) => r.commitment);
  }

  /** Whose current ballots hold an option, as long as the vote is open. */
  async holdersOf(tx: Tx, ballotId: string, position: number): Promise<string[]> {
    const rows = await tx.query<{ account_id: string }>(
      'select account_id from voting.vote where ballot_id = $1 and account_id is not null and set_aside is null and $2 = any(choices) order by account_id',
      [ballotId, position],
    );
    return rows.map((r) => r.account_id);
  }

  voters(db: Db, ballotId: string): Promise<{ account_id: string }[]> {
    return db.query('select account_id from voting.vote where ballot_id = $1 and account_id is not null order by account_id', [ballotId]);
  }

  /** Ballots of a finished vote from elsewhere: nobody's, without receipts. `rows` is a JSON list of `{id, choices, points}`, the lists as PostgreSQL writes them. */
  async addImported(tx: Tx, ballotId: string, rows: string): Promise<void> {
    await tx.run(
      `insert into voting.vote (id, ballot_id, choices, points) select id, $1, choices::smallint[], points::int[] from jsonb_to_recordset($2::jsonb) as v(id uuid, choices text, points text)`,
      [ballotId, rows],
    );
  }
}

/** Hexadecimal as PostgreSQL reads bytes. */
const bytes = (hex: string | null): string | null => hex && `\\x${hex}`;
