import { Injectable } from '@nestjs/common';
import type { Db, Tx } from '#platform';

export type PaperCodeState = 'unused' | 'online' | 'paper' | 'void';

/** issued = online + paper + void + unused. */
export type PaperCodeReport = Record<PaperCodeState, number> & { issued: number };

/** Printed codes, each good for one ballot. */
@Injectable()
export class PaperCodesStore {
  /** Adds codes by their hashes (hexadecimal), numbered on from the last. Answers the number of the first. */
  async add(tx: Tx, ballotId: string, hashes: readonly string[]): Promise<number> {
    const { last } = await tx.one<{ last: number }>(
      'select coalesce(max(serial), 0)::int as last from voting.paper_code where ballot_id = $1',
      [ballotId],
    );
    await tx.run(
      `insert into voting.paper_code (ballot_id, serial, hash, state) select $1, $2 + n::int, decode(h, 'hex'), 'unused' from unnest($3::text[]) with ordinality as t (h, n)`,
      [ballotId, last, hashes],
    );
    return last + 1;
  }

  async report(db: Db, ballotId: string): Promise<PaperCodeReport> {
    const rows = await db.query<{ state: PaperCodeState; n: number }>(
      'select state, count(*)::int as n from voting.paper_code where ballot_id = $1 group by state',
      [ballotId],
    );
    const count = (state: PaperCodeState): number => rows.find((r) => r.state === state)?.n ?? 0;
    const issued = rows.reduce((sum, r) => sum + r.n, 0);
    return { issued, online: count('online'), paper: count('paper'), void: count('void'), unused: count('unused') };
  }

  /** Makes an unused code void: true for the one who does it, undefined where there is no such number. */
  async makeVoid(tx: Tx, ballotId: string, serial: number): Promise<boolean | undefined> {
    const done = await tx.run(`update voting.paper_code set state = 'void' where ballot_id = $1 and serial = $2 and state = 'unused'`, [
      ballotId,
      serial,
    ]);
    if (done === 1) return true;
    const known = await tx.maybe('select 1 from voting.paper_code where ballot_id = $1 and serial = $2', [ballotId, serial]);
    return known ? false : undefined;
  }

  /** Takes an unused code for a ballot on paper; its number, null when it has been used, undefined when there is no such code. */
  async takeForPaper(tx: Tx, ballotId: string, hash: string): Promise<number | null | undefined> {
    const taken = await tx.maybe<{ serial: number }>(
      `update voting.paper_code set state = 'paper' where ballot_id = $1 and hash = decode($2, 'hex') and state = 'unused' returning serial`,
      [ballotId, hash],
    );
    if (taken) return taken.serial;
    const known = await tx.maybe(`select 1 from voting.paper_code where ballot_id = $1 and hash = decode($2, 'hex')`, [ballotId, hash]);
    return known ? null : undefined;
  }

  /** The ballot that was on the paper, with its commitment for the chain. */
  async enter(
    tx: Tx,
    v: {
      id: string;
      ballotId: string;
      serial: number;
      ballot: { choices: readonly number[]; points: readonly number[] | null; reason: string | null };
      receiptHash: string;
      commitment: string;
    },
  ): Promise<void> {
    await tx.run(
      `insert into voting.vote (id, ballot_id, code_serial, choices, points, reason, receipt_hash, commitment)
       values ($1, $2, $3, $4::smallint[], $5::int[], $6, decode($7, 'hex'), decode($8, 'hex'))`,
      [v.id, v.ballotId, v.serial, v.ballot.choices, v.ballot.points, v.ballot.reason, v.receiptHash, v.commitment],
    );
    await tx.run(
      `insert into voting.unsealed (ballot_id, commitment, receipt_hash, first) values ($1, decode($2, 'hex'), decode($3, 'hex'), true)`,
      [v.ballotId, v.commitment, v.receiptHash],
    );
  }
}
