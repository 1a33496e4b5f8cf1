import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import type { Db, Tx } from '#platform';
import type { ProposalState } from '../domain/proposal.js';
import type { TextBounds } from '../domain/proposal-text.js';

export interface ProposalRow {
  id: string;
  event_id: Id<'event'>;
  title: string;
  body: string;
  author_id: string;
  spark_id: string | null;
  state: ProposalState;
  hidden_from: ProposalState | null;
  published_at: Date | null;
  version: number;
  cost_minor: bigint | null;
  cost_min_minor: bigint | null;
  currency: string;
  costed_by: string | null;
  prices_frozen_at: Date | null;
  ended_because: string | null;
  ended_note: string | null;
}

export interface NewProposal {
  id: string;
  title: string;
  body: string;
  authorId: string;
  sparkId: string | null;
  currency: string;
}

/** Why a proposal has come to its end. */
export interface Ending {
  because: string;
  note?: string;
}

const COLUMNS =
  'id, event_id, title, body, author_id, spark_id, state, hidden_from, published_at, version, cost_minor, cost_min_minor, currency, costed_by, prices_frozen_at, ended_because, ended_note';

@Injectable()
export class ProposalsStore {
  byId(db: Db, eventId: string, id: string): Promise<ProposalRow | undefined> {
    return db.maybe<ProposalRow>(`select ${COLUMNS} from proposals.proposal where event_id = $1 and id = $2`, [eventId, id]);
  }

  /** For moderation, which knows an item by its id alone. */
  anywhere(db: Db, id: string): Promise<ProposalRow | undefined> {
    return db.maybe<ProposalRow>(`select ${COLUMNS} from proposals.proposal where id = $1`, [id]);
  }

  lock(tx: Tx, eventId: string, id: string): Promise<ProposalRow | undefined> {
    return tx.maybe<ProposalRow>(`select ${COLUMNS} from proposals.proposal where event_id = $1 and id = $2 for no key update`, [
      eventId,
      id,
    ]);
  }

  /** Locked in the order of their ids, so that two who lock several cannot wait for one another. */
  lockAll(tx: Tx, eventId: string, ids: readonly string[]): Promise<ProposalRow[]> {
    return tx.query<ProposalRow>(
      `select ${COLUMNS} from proposals.proposal where event_id = $1 and id = any($2::uuid[]) order by id for no key update`,
      [eventId, ids],
    );
  }

  async add(tx: Tx, eventId: string, p: NewProposal): Promise<void> {
    await tx.run(
      `insert into proposals.proposal (id, event_id, title, body, author_id, spark_id, state, created_at, currency) values ($1, $2, $3, $4, $5, $6, 'draft', $7, $8)`,
      [p.id, eventId, p.title, p.body, p.authorId, p.sparkId, tx.now, p.currency],
    );
    await tx.run('insert into proposals.tally (proposal_id, event_id, listed) values ($1, $2, false)', [p.id, eventId]);
  }

  /** Moves a proposal and keeps the list in step; answers false when it was no longer in the state we saw. */
  async move(tx: Tx, p: ProposalRow, to: ProposalState, listed: boolean, ending?: Ending): Promise<boolean> {
    const touched = await tx.run(
      `update proposals.proposal set state = $4, hidden_from = case when $4 = 'hidden' then $3 end,
         published_at = case when $4 = 'published' then coalesce(published_at, $5) else published_at end,
         ended_because = coalesce($6, ended_because), ended_note = coalesce($7, ended_note)
       where event_id = $1 and id = $2 and state = $3`,
      [p.event_id, p.id, p.state, to, tx.now, ending?.because ?? null, ending?.note ?? null],
    );
    await tx.run('update proposals.tally set listed = $3 where event_id = $1 and proposal_id = $2 and listed <> $3', [
      p.event_id,
      p.id,
      listed,
    ]);
    return touched === 1;
  }

  async setText(tx: Tx, p: ProposalRow, title: string, body: string, version: number): Promise<boolean> {
    const touched = await tx.run(
      'update proposals.proposal set title = $4, body = $5, version = $6 where event_id = $1 and id = $2 and version = $3',
      [p.event_id, p.id, p.version, title, body, version],
    );
    return touched === 1;
  }

  async keepVersion(tx: Tx, p: ProposalRow, editedBy: string): Promise<void> {
    await tx.run(
      'insert into proposals.proposal_version (event_id, proposal_id, version, title, body, edited_by, at) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing',
      [p.event_id, p.id, p.version, p.title, p.body, editedBy, tx.now],
    );
  }

  versions(db: Db, eventId: string, id: string): Promise<{ version: number; title: string; body: string; edited_by: string; at: Date }[]> {
    return db.query(
      'select version, title, body, edited_by, at from proposals.proposal_version where event_id = $1 and proposal_id = $2 order by version',
      [eventId, id],
    );
  }

  async bounds(db: Db, eventId: string): Promise<TextBounds | undefined> {
    return db.maybe<TextBounds>(
      'select title_min as "titleMin", title_max as "titleMax", body_max as "bodyMax" from proposals.setting where event_id = $1',
      [eventId],
    );
  }

  async setBounds(tx: Tx, eventId: string, bounds: TextBounds): Promise<void> {
    await tx.run(
      `insert into proposals.setting (event_id, title_min, title_max, body_max) values ($1, $2, $3, $4)
       on conflict (event_id) do update set title_min = excluded.title_min, title_max = excluded.title_max, body_max = excluded.body_max`,
      [eventId, bounds.titleMin, bounds.titleMax, bounds.bodyMax],
    );
  }
}
