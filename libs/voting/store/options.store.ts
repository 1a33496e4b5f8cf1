import { Injectable } from '@nestjs/common';
import { money } from '#kernel';
import type { Db, Tx } from '#platform';
import type { Option } from '../rules/frozen-rules.js';
import type { BallotRow } from './ballots.store.js';

export interface OptionRow {
  option_id: string;
  /** Null: an option of the vote's own. */
  proposal_id: string | null;
  position: number;
  title: string;
  cost_minor: bigint | null;
  currency: string;
  published_at: Date | null;
  starts_at: Date | null;
  withdrawn_at: Date | null;
}

/** What can be chosen in a vote, in lot order. */
@Injectable()
export class OptionsStore {
  of(db: Db, eventId: string, ballotId: string): Promise<OptionRow[]> {
    return db.query<OptionRow>(
      'select option_id, proposal_id, position, title, cost_minor, currency, published_at, starts_at, withdrawn_at from voting.ballot_option where event_id = $1 and ballot_id = $2 order by position',
      [eventId, ballotId],
    );
  }

  /** Puts these options in place of those before; their order is their position. */
  async replace(tx: Tx, ballot: Pick<BallotRow, 'event_id' | 'id' | 'currency'>, options: readonly Option[]): Promise<void> {
    const [eventId, ballotId] = [ballot.event_id, ballot.id];
    await tx.run('delete from voting.ballot_option where event_id = $1 and ballot_id = $2', [eventId, ballotId]);
    const rows = options.map((o, at) => ({
      id: o.optionId,
      proposal: o.proposalId,
      n: at + 1,
      title: o.title,
      cost: o.cost?.minor.toString() ?? null,
      published: o.publishedAt,
      starts: o.startsAt,
    }));
    await tx.run(
      `insert into voting.ballot_option (ballot_id, event_id, option_id, proposal_id, position, title, cost_minor, currency, published_at, starts_at)
       select $2, $1, id, proposal, n, title, cost, $4, published, starts from jsonb_to_recordset($3::jsonb)
         as o(id uuid, proposal uuid, n int, title text, cost bigint, published timestamptz, starts timestamptz)`,
      [eventId, ballotId, JSON.stringify(rows), ballot.currency],
    );
  }

  /** The open votes a proposal stands on, in the order in which they are locked. */
  openOn(
    tx: Tx,
    eventId: string,
    proposalId: string,
  ): Promise<{ ballot_id: string; position: number; title: string; ballot_title: string }[]> {
    return tx.query(
      `select o.ballot_id, o.position, o.title, b.title as ballot_title from voting.ballot_option o join voting.ballot b on b.id = o.ballot_id
       where o.event_id = $1 and o.proposal_id = $2 and o.withdrawn_at is null and b.state = 'open' order by o.ballot_id`,
      [eventId, proposalId],
    );
  }

  /**
   * A proposal was taken back: off every vote that is not counted yet. What is counted stays as it was counted. The lock keeps a count
   * from being stored meanwhile.
   */
  withdraw(tx: Tx, eventId: string, proposalId: string): Promise<number> {
    return tx.run(
      `with uncounted as materialized (
         select id from voting.ballot b where event_id = $1 and state in ('draft', 'open', 'closing')
           and exists (select from voting.ballot_option where ballot_id = b.id and proposal_id = $2) order by id for no key update)
       update voting.ballot_option set withdrawn_at = $3
       where event_id = $1 and proposal_id = $2 and withdrawn_at is null and ballot_id in (select id from uncounted)`,
      [eventId, proposalId, tx.now],
    );
  }
}

/** A row as the rules know it. */
export const optionOf = (row: OptionRow): Option => ({
  optionId: row.option_id,
  proposalId: row.proposal_id,
  title: row.title,
  cost: row.cost_minor === null ? null : money(row.cost_minor, row.currency),
  startsAt: row.starts_at,
  publishedAt: row.published_at,
});
