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
  where t.event_id = $1 and t.listed and ($3::text is null or p.state = $3)`;

/** A page of an event's proposals with the caller's supports, in one statement, sorted by kept tallies. */
@Injectable()
export class ProposalListQuery {
  supported(db: Db, r: ListRequest, after: { supports: number; id: string } | null): Promise<ListedRow[]> {
    const values = [r.eventId, r.viewerId, r.state, r.limit];
    const order = 'order by t.supports desc, t.proposal_id desc limit $4';
    return after
      ? db.query<ListedRow>(`select ${FIELDS} and (t.supports, t.proposal_id) < ($5::int, $6::uuid) ${order}`, [
          ...values,
          after.supports,
          after.id,
        ])
      : db.query<ListedRow>(`select ${FIELDS} ${order}`, values);
  }

  newest(db: Db, r: ListRequest, after: string | null): Promise<ListedRow[]> {
    const values = [r.eventId, r.viewerId, r.state, r.limit];
    const order = 'order by t.proposal_id desc limit $4';
    return after
      ? db.query<ListedRow>(`select ${FIELDS} and t.proposal_id < $5::uuid ${order}`, [...values, after])
      : db.query<ListedRow>(`select ${FIELDS} ${order}`, values);
  }
}
