import { Injectable } from '@nestjs/common';
import type { Db } from '#platform';
import type { ProposalState } from '../domain/proposal.js';

export interface ListedRow {
  id: string;
  title: string;
  state: ProposalState;
  cost_minor: bigint | null;
  currency: string;
  published_at: Date | null;
  supports: number;
  comments: number;
  supported: boolean;
}

export interface ListRequest {
  eventId: string;
  viewerId: string | null;
  state: string | null;
  limit: number;
}

const FIELDS = `p.id, p.title, p.state, p.cost_minor, p.currency, p.published_at, t.supports, t.comments, mine.account_id is not null as supported
  from proposals.tally t join proposals.proposal p on p.event_id = t.event_id and p.id = t.proposal_id
  left join proposals.support mine on mine.proposal_id = t.proposal_id and mine.account_id = $2
  where t.event_id = $1 and t.listed`;

/** A page of an event's proposals with the caller's supports, in one statement, sorted by kept tallies. */
@Injectable()
export class ProposalListQuery {
  supported(db: Db, r: ListRequest, after: { supports: number; id: string } | null): Promise<ListedRow[]> {
    return after
      ? this.page(db, r, 't.supports desc, t.proposal_id desc', '(t.supports, t.proposal_id) < ($3::int, $4::uuid)', [
          after.supports,
          after.id,
        ])
      : this.page(db, r, 't.supports desc, t.proposal_id desc');
  }

  newest(db: Db, r: ListRequest, after: string | null): Promise<ListedRow[]> {
    return after ? this.page(db, r, 't.proposal_id desc', 't.proposal_id < $3::uuid', [after]) : this.page(db, r, 't.proposal_id desc');
  }

  /**
   * The size of the page and whether a state is asked for stand in the text: with either of them a parameter, the plan that PostgreSQL keeps
   * would be one for a tenth of all proposals, or none, and every page would be planned anew.
   */
  private page(db: Db, r: ListRequest, order: string, beyond?: string, keys: unknown[] = []): Promise<ListedRow[]> {
    const values = [r.eventId, r.viewerId, ...keys];
    const conditions = [...(beyond ? [beyond] : []), ...(r.state === null ? [] : [`p.state = $${values.push(r.state)}`])];
    return db.query<ListedRow>(`select ${[FIELDS, ...conditions].join(' and ')} order by ${order} limit ${Math.trunc(r.limit)}`, values);
  }
}
