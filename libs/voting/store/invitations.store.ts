import { Injectable } from '@nestjs/common';
import type { Db, Tx } from '#platform';

/** A code that an organisation gives its members, as it is shown afterwards. */
export interface MembershipCodeRow {
  organisation: string;
  most: number;
  joined: number;
}

/** Lists of those invited and codes of organisations: of addresses and codes only hashes are known. */
@Injectable()
export class InvitationsStore {
  /** Hexadecimal hashes; those that are known already stay as they are. Answers how many were new. */
  invite(tx: Tx, ballotId: string, hashes: readonly string[]): Promise<number> {
    return tx.run(
      `insert into voting.invited (ballot_id, address_hash) select $1, decode(h, 'hex') from unnest($2::text[]) as t(h) on conflict on constraint invited_once do nothing`,
      [ballotId, hashes],
    );
  }

  async invitedCount(db: Db, ballotId: string): Promise<number> {
    return (await db.one<{ n: number }>('select count(*)::int as n from voting.invited where ballot_id = $1', [ballotId])).n;
  }

  async clear(tx: Tx, ballotId: string): Promise<void> {
    await tx.run('delete from voting.invited where ballot_id = $1', [ballotId]);
  }

  /** The salt of a vote's codes, made when first needed. */
  async saltFor(tx: Tx, ballotId: string, fresh: Buffer): Promise<Buffer> {
    const row = await tx.one<{ code_salt: Buffer }>(
      'update voting.ballot set code_salt = coalesce(code_salt, $2) where id = $1 returning code_salt',
      [ballotId, fresh],
    );
    return row.code_salt;
  }

  async saltOf(db: Db, eventId: string, ballotId: string): Promise<Buffer | null> {
    const row = await db.maybe<{ code_salt: Buffer | null }>('select code_salt from voting.ballot where event_id = $1 and id = $2', [
      eventId,
      ballotId,
    ]);
    return row?.code_salt ?? null;
  }

  async addCode(tx: Tx, ballotId: string, hash: string, organisation: string, most: number): Promise<void> {
    await tx.run(`insert into voting.membership_code (ballot_id, code_hash, organisation, most) values ($1, decode($2, 'hex'), $3, $4)`, [
      ballotId,
      hash,
      organisation,
      most,
    ]);
  }

  codes(db: Db, ballotId: string): Promise<MembershipCodeRow[]> {
    return db.query<MembershipCodeRow>(
      `select c.organisation, c.most, (select count(*)::int from voting.elector e where e.ballot_id = c.ballot_id and e.code_hash = c.code_hash) as joined
       from voting.membership_code c where c.ballot_id = $1 order by c.organisation, c.code_hash`,
      [ballotId],
    );
  }

  /** How many more a code admits; those who enter it at the same moment wait for one another. */
  async roomLeft(tx: Tx, ballotId: string, hash: string): Promise<number | undefined> {
    const code = await tx.maybe<{ most: number }>(
      `select most from voting.membership_code where ballot_id = $1 and code_hash = decode($2, 'hex') for update`,
      [ballotId, hash],
    );
    if (!code) return undefined;
    const { n } = await tx.one<{ n: number }>(
      `select count(*)::int as n from voting.elector where ballot_id = $1 and code_hash = decode($2, 'hex')`,
      [ballotId, hash],
    );
    return code.most - n;
  }
}
