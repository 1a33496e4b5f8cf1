import { Injectable } from '@nestjs/common';
import type { Db, EventScope, Tx } from '#platform';
import type { ProposalState } from '../domain/proposal.js';

export interface CostedRow {
  id: string;
  title: string;
  state: ProposalState;
  cost_minor: bigint;
  currency: string;
  published_at: Date;
  prices_frozen_at: Date;
}

/** Proposals in sets: those a ballot is made of, and those that come from a file. */
@Injectable()
export class ProposalSetsStore {
  costed(db: Db, eventId: string, ids: readonly string[]): Promise<CostedRow[]> {
    return db.query<CostedRow>(
      `select id, title, state, cost_minor, currency, published_at, prices_frozen_at from proposals.proposal
       where event_id = $1 and id = any($2::uuid[]) and prices_frozen_at is not null and cost_minor is not null`,
      [eventId, ids],
    );
  }

  async add(tx: Tx, scope: EventScope, authorId: string, rows: readonly { id: string; title: string; costMinor: bigint }[]): Promise<void> {
    const values = JSON.stringify(rows.map((r) => ({ id: r.id, title: r.title, cost: r.costMinor.toString() })));
    await tx.run(
      `insert into proposals.proposal (id, event_id, title, body, author_id, state, created_at, published_at, cost_minor, cost_min_minor, currency, prices_frozen_at)
       select id, $1, title, '', $2, 'on_ballot', $3, $3, cost, cost, $4, $3 from jsonb_to_recordset($5::jsonb) as r(id uuid, title text, cost bigint)`,
      [scope.eventId, authorId, tx.now, scope.currency, values],
    );
    await tx.run(
      `insert into proposals.tally (proposal_id, event_id, listed) select id, $1, true from jsonb_to_recordset($2::jsonb) as r(id uuid)`,
      [scope.eventId, values],
    );
  }
}
