import { Injectable } from '@nestjs/common';
import { type Id } from '#kernel';
import { type Db, type Tx, refusingOn } from '#platform';
import { type CampaignMode, type CampaignState } from '../domain/campaign.js';
import { refuse } from '../domain/pledge.refusals.js';
import { lockRoom, refusingWithoutRoom } from './room.js';

export interface CampaignRow {
  id: string;
  event_id: Id<'event'>;
  title: string;
  story: string;
  bank_details: string;
  mode: CampaignMode;
  goal_minor: bigint;
  /** The most that may be promised; null = as much as people want. */
  target_minor: bigint | null;
  /** The most that one backer may promise. */
  backer_cap_minor: bigint | null;
  currency: string;
  opens_at: Date;
  deadline_local: string;
  time_zone: string;
  deadline_at: Date;
  state: CampaignState;
  holds_at_the_end: boolean;
  created_at: Date;
  created_by: string;
  submitted_by: string | null;
  approved_by: string | null;
}

export type CampaignDraft = Pick<
  CampaignRow,
  | 'title'
  | 'story'
  | 'bank_details'
  | 'mode'
  | 'goal_minor'
  | 'target_minor'
  | 'backer_cap_minor'
  | 'opens_at'
  | 'deadline_local'
  | 'deadline_at'
  | 'holds_at_the_end'
>;

export interface EvaluationRow {
  at: Date;
  deadline_at: Date;
  threshold_minor: bigint;
  counted_minor: bigint;
  currency: string;
  pledge_count: number;
  counted_hash: Buffer;
  outcome: 'succeeded' | 'failed';
}

@Injectable()
export class CampaignsStore {
  async add(tx: Tx, id: string, eventId: string, c: CampaignDraft & { currency: string; time_zone: string; by: string }): Promise<void> {
    await refusingTerms(() =>
      tx.run(
        `insert into pledges.campaign (id, event_id, title, story, mode, goal_minor, currency, opens_at, deadline_local, time_zone, deadline_at, holds_at_the_end, state, created_at, created_by, bank_details,
           target_minor, backer_cap_minor)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'draft', $13, $14, $15, $16, $17)`,
        [
          id,
          eventId,
          c.title,
          c.story,
          c.mode,
          c.goal_minor,
          c.currency,
          c.opens_at,
          c.deadline_local,
          c.time_zone,
          c.deadline_at,
          c.holds_at_the_end,
          tx.now,
          c.by,
          c.bank_details,
          c.target_minor,
          c.backer_cap_minor,
        ],
      ),
    );
  }

  /** Refuses BAD_DEADLINE, and what refusingWithoutRoom refuses. */
  async edit(tx: Tx, id: string, c: CampaignDraft): Promise<void> {
    await refusingTerms(() =>
      tx.run(
        `update pledges.campaign set title = $2, story = $3, mode = $4, goal_minor = $5, opens_at = $6, deadline_local = $7, deadline_at = $8, holds_at_the_end = $9, bank_details = $10,
           target_minor = $11, backer_cap_minor = $12 where id = $1`,
        [
          id,
          c.title,
          c.story,
          c.mode,
          c.goal_minor,
          c.opens_at,
          c.deadline_local,
          c.deadline_at,
          c.holds_at_the_end,
          c.bank_details,
          c.target_minor,
          c.backer_cap_minor,
        ],
      ),
    );
  }

  inEvent(db: Db, eventId: string, id: string): Promise<CampaignRow | undefined> {
    return db.maybe('select * from pledges.campaign where event_id = $1 and id = $2', [eventId, id]);
  }

  /** Ids are unguessable and public: a campaign's page is found by its id alone, without the event's name. */
  byId(db: Db, id: string): Promise<CampaignRow | undefined> {
    return db.maybe('select * from pledges.campaign where id = $1', [id]);
  }

  /** Locks a campaign before any of its pledges: everybody takes them in this order. */
  async lock(tx: Tx, id: string): Promise<CampaignRow> {
    const row = await tx.maybe<CampaignRow>('select * from pledges.campaign where id = $1 for no key update', [id]);
    if (!row) throw refuse.CAMPAIGN_NOT_FOUND();
    return row;
  }

  /** Keeps a campaign from being evaluated while a pledge is committed to it. */
  async hold(tx: Tx, id: string): Promise<CampaignRow> {
    const row = await tx.maybe<CampaignRow>('select * from pledges.campaign where id = $1 for share', [id]);
    if (!row) throw refuse.CAMPAIGN_NOT_FOUND();
    return row;
  }

  list(db: Db, eventId: string): Promise<CampaignRow[]> {
    return db.query('select * from pledges.campaign where event_id = $1 order by id desc limit 50', [eventId]);
  }

  /** Moves a campaign if it still stands where we think; zero rows means someone was faster. */
  async move(
    tx: Tx,
    id: string,
    from: CampaignState,
    to: CampaignState,
    who: { submittedBy?: string; approvedBy?: string } = {},
  ): Promise<number> {
    return refusingOn({ campaign_needs_two: () => refuse.CAMPAIGN_TWO_PEOPLE() }, () =>
      tx.run(
        'update pledges.campaign set state = $3, submitted_by = coalesce($4, submitted_by), approved_by = coalesce($5, approved_by) where id = $1 and state = $2',
        [id, from, to, who.submittedBy ?? null, who.approvedBy ?? null],
      ),
    );
  }

  /** Campaigns that the clock has something to do with. */
  due(db: Db, now: Date): Promise<{ id: string; state: CampaignState }[]> {
    return db.query(
      `select id, state from pledges.campaign where (state = 'scheduled' and opens_at <= $1) or (state = 'live' and deadline_at < $1) or state in ('evaluating', 'collecting', 'releasing') order by deadline_at`,
      [now],
    );
  }

  /** The campaign that a lowered need concerns: the one that runs, or else the next one that will; of several the newest, which is the one people see. */
  async openOf(tx: Tx, eventId: string): Promise<CampaignRow | undefined> {
    return tx.maybe(
      `select * from pledges.campaign where event_id = $1 and state in ('live', 'scheduled', 'in_review', 'draft')
       order by array_position(array['live', 'scheduled', 'in_review', 'draft'], state), id desc limit 1 for no key update`,
      [eventId],
    );
  }

  /** Lowers a goal, once per source, and with it what may be promised at most: a goal never below nothing, a target never below what is promised. */
  async lowerGoal(tx: Tx, c: CampaignRow, change: { id: string; sourceId: string; byMinor: bigint; because: string }): Promise<boolean> {
    const first = await tx.run(
      `insert into pledges.goal_change (id, event_id, campaign_id, source_id, by_minor, currency, because, at) values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict on constraint goal_change_once do nothing`,
      [change.id, c.event_id, c.id, change.sourceId, change.byMinor, c.currency, change.because, tx.now],
    );
    if (first === 0) return false;
    if (c.target_minor !== null) await lockRoom(tx, c.id);
    await tx.run(
      `update pledges.campaign set goal_minor = greatest(goal_minor - $2, 0),
         target_minor = case when target_minor is not null then greatest(target_minor - $2, goal_minor - $2, pledges.promised(id), 1) end where id = $1`,
      [c.id, change.byMinor],
    );
    return true;
  }

  /** Writes the count of a round, once (CAM-1); false when it has been written. */
  async evaluated(
    tx: Tx,
    c: CampaignRow,
    e: { id: string; countedMinor: bigint; count: number; hash: Buffer; outcome: string },
  ): Promise<boolean> {
    const first = await tx.run(
      `insert into pledges.evaluation (id, event_id, campaign_id, round, at, deadline_at, threshold_minor, counted_minor, currency, pledge_count, counted_hash, outcome)
       values ($1, $2, $3, 1, $4, $5, $6, $7, $8, $9, $10, $11) on conflict on constraint evaluated_once do nothing`,
      [e.id, c.event_id, c.id, tx.now, c.deadline_at, c.goal_minor, e.countedMinor, c.currency, e.count, e.hash, e.outcome],
    );
    return first === 1;
  }

  evaluationOf(db: Db, campaignId: string): Promise<EvaluationRow | undefined> {
    return db.maybe(
      'select at, deadline_at, threshold_minor, counted_minor, currency, pledge_count, counted_hash, outcome from pledges.evaluation where campaign_id = $1',
      [campaignId],
    );
  }
}

const refusingTerms = (write: () => Promise<unknown>): Promise<unknown> =>
  refusingOn({ campaign_opens_before_it_ends: () => refuse.BAD_DEADLINE({}, 'The campaign must open before its deadline.') }, () =>
    refusingWithoutRoom(write),
  );
