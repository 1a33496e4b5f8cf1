import { Injectable } from '@nestjs/common';
import type { Db, Tx } from '#platform';
import type { ResultDocument } from '../rules/result-document.js';

/** What was counted. Only ever added to. */
@Injectable()
export class ResultsStore {
  async add(tx: Tx, ballotId: string, text: string, hash: string): Promise<void> {
    await tx.run(`insert into voting.result (ballot_id, counted_at, document, document_hash) values ($1, $2, $3, decode($4, 'hex'))`, [
      ballotId,
      tx.now,
      text,
      hash,
    ]);
  }

  async of(db: Db, ballotId: string): Promise<{ document: ResultDocument; text: string; hash: string; countedAt: Date } | undefined> {
    const row = await db.maybe<{ document: string; hash: string; counted_at: Date }>(
      `select document, encode(document_hash, 'hex') as hash, counted_at from voting.result where ballot_id = $1`,
      [ballotId],
    );
    return row && { document: JSON.parse(row.document) as ResultDocument, text: row.document, hash: row.hash, countedAt: row.counted_at };
  }
}
