import { Injectable } from '@nestjs/common';
import type { Db, Tx } from '#platform';
import type { Option } from '../rules/frozen-rules.js';

export interface OptionRow {
  proposal_id: string;
  position: number;
  title: string;
  cost_minor: bigint;
  currency: string;
  published_at: Date | null;
  withdrawn_at: Date | null;
}

/** What can be chosen in a vote, in lot order. */
@Injectable()
export class OptionsStore {
  of(db: Db, eventId: string, ballotId: string): Promise<OptionRow[]> {
    return db.query<OptionRow>(
      'select proposal_id, position, title, cost_minor, currency, published_at, withdrawn_at from voting.ballot_option where event_id = $1 and ballot_id = $2 order by position',
      [eventId, ballotId],
    );
  }

  /** Puts these options in place of those before; their order is their position. */
  async replace(tx: Tx, eventId: string, ballotId: string, options: readonly Option[]): Promise<void> {
    await tx.run('delete from voting.ballot_option where event_id = $1 and ballot_id = $2', [eventId, ballotId]);
    const rows = options.map((o, at) => ({
      id: o.proposalId,
      n: at + 1,
      title: o.title,
      cost: o.cost.minor.toString(),
      currency: o.cost.currency,
      published: o.publishedAt,
    }));
    await tx.run(
      `insert into voting.ballot_option (ballot_id, event_id, proposal_id, position, title, cost_minor, currency, published_at)
       select $2, $1, id, n, title, cost, currency, published from jsonb_to_recordset($3::jsonb)
         as o(id uuid, n int, title text, cost bigint, currency text, published timestamptz)`,
      [eventId, ballotId, JSON.stringify(rows)],
    );
  }

  /** A proposal was taken back while it stood on open ballots. */
  withdraw(tx: Tx, eventId: string, proposalId: string): Promise<number> {
    return tx.run('update voting.ballot_option set withdrawn_at = $3 where event_id = $1 and proposal_id = $2 and withdrawn_at is null', [
      eventId,
      proposalId,
      tx.now,
    ]);
  }
}
