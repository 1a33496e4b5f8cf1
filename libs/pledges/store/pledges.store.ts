import { Injectable } from '@nestjs/common';
import { type Id, newId } from '#kernel';
import type { Db, Tx } from '#platform';
import type { Display, PledgeState } from '../domain/pledge.js';
import { refuse } from '../domain/pledge.refusals.js';
import { refusingWithoutRoom } from './room.js';

export interface PledgeRow {
  id: string;
  event_id: Id<'event'>;
  campaign_id: string;
  tier_id: string | null;
  backer_id: Id<'account'>;
  reference: string;
  version: number;
  link_version: number;
  method: 'card' | 'transfer';
  amount_minor: bigint;
  fee_cover_minor: bigint;
  /** What it is being raised to while the new agreement is awaited: it holds that much of a target already. */
  raising_to_minor: bigint | null;
  currency: string;
  display: Display;
  organisation_name: string | null;
  organisation_address: string | null;
  organisation_po: string | null;
  state: PledgeState;
  made_at: Date;
  committed_at: Date | null;
  received_minor: bigint;
  refunded_minor: bigint;
  collecting_since: Date | null;
  next_try_at: Date | null;
  lapses_at: Date | null;
  remind_at: Date | null;
  last_code: string | null;
}

/** A pledge beside what its backer has to know of the campaign. */
export interface OwnPledgeRow extends PledgeRow {
  title: string;
  live: boolean;
  deadline_at: Date;
}

/** What may change beside the state when a pledge moves. */
type Changes = Partial<Pick<PledgeRow, 'committed_at' | 'received_minor' | 'refunded_minor' | 'next_try_at' | 'lapses_at' | 'last_code'>>;

@Injectable()
export class PledgesStore {
  byId(db: Db, id: string): Promise<PledgeRow | undefined> {
    return db.maybe('select * from pledges.pledge where id = $1', [id]);
  }

  byIds(db: Db, eventId: string, ids: readonly string[]): Promise<PledgeRow[]> {
    return db.query('select * from pledges.pledge where event_id = $1 and id = any($2::uuid[])', [eventId, ids]);
  }

  /** Pledges with the titles of their campaigns. */
  withTitles(db: Db, ids: readonly string[]): Promise<(PledgeRow & { title: string })[]> {
    return db.query(
      'select p.*, c.title from pledges.pledge p join pledges.campaign c on c.id = p.campaign_id where p.id = any($1::uuid[])',
      [ids],
    );
  }

  inEvent(db: Db, eventId: string, id: string): Promise<PledgeRow | undefined> {
    return db.maybe('select * from pledges.pledge where event_id = $1 and id = $2', [eventId, id]);
  }

  async lock(tx: Tx, id: string): Promise<PledgeRow> {
    const row = await tx.maybe<PledgeRow>('select * from pledges.pledge where id = $1 for update', [id]);
    if (!row) throw refuse.PLEDGE_NOT_FOUND();
    return row;
  }

  /** Moves a pledge if it still stands where we think; what is not named in `changes` stays, a plan for a next try ends. */
  async move(tx: Tx, id: string, from: PledgeState, to: PledgeState, changes: Changes = {}): Promise<number> {
    return tx.run(
      `update pledges.pledge set state = $3, committed_at = coalesce($4, committed_at), received_minor = coalesce($5, received_minor), refunded_minor = coalesce($6, refunded_minor),
         next_try_at = $7, lapses_at = $8, last_code = coalesce($9, last_code) where id = $1 and state = $2`,
      [
        id,
        from,
        to,
        changes.committed_at ?? null,
        changes.received_minor ?? null,
        changes.refunded_minor ?? null,
        changes.next_try_at ?? null,
        changes.lapses_at ?? null,
        changes.last_code ?? null,
      ],
    );
  }

  async change(
    tx: Tx,
    id: string,
    to: { amountMinor: bigint; coverMinor: bigint; display: Display; tierId: string | null },
  ): Promise<number> {
    const row = await refusingWithoutRoom(() =>
      tx.one<{ version: number }>(
        `update pledges.pledge set version = version + case when amount_minor <> $2 then 1 else 0 end, amount_minor = $2, fee_cover_minor = $3, display = $4, tier_id = $5 where id = $1 returning version`,
        [id, to.amountMinor, to.coverMinor, to.display, to.tierId],
      ),
    );
    return row.version;
  }

  /** Holds room for a raise until its agreement is given or the payment page left; null = no more. Refuses TARGET_REACHED and BACKER_CAP. */
  async raising(tx: Tx, id: string, toMinor: bigint | null): Promise<void> {
    await refusingWithoutRoom(() =>
      tx.run('update pledges.pledge set raising_to_minor = $2 where id = $1 and raising_to_minor is distinct from $2', [id, toMinor]),
    );
  }

  async takeSlot(tx: Tx, tierId: string, pledgeId: string): Promise<void> {
    await tx.query('select pledges.take_slot($1, $2)', [tierId, pledgeId]);
  }

  /** Σ of what counts toward the goal now, without regard to tallies: for decisions. */
  async counted(db: Db, campaignId: string): Promise<bigint> {
    const row = await db.one<{ sum: bigint }>(
      `select coalesce(sum(amount_minor), 0)::bigint as sum from pledges.pledge where campaign_id = $1 and state in ('committed', 'received', 'collected', 'processing')`,
      [campaignId],
    );
    return row.sum;
  }

  /** The pledges that count at a deadline (CAM-2), in the order of their ids. */
  countedAt(tx: Tx, campaignId: string, deadline: Date): Promise<PledgeRow[]> {
    return tx.query(
      `select * from pledges.pledge where campaign_id = $1 and state in ('committed', 'received', 'collected', 'processing') and committed_at <= $2 order by id for update`,
      [campaignId, deadline],
    );
  }

  inStates(db: Db, campaignId: string, states: readonly PledgeState[]): Promise<PledgeRow[]> {
    return db.query('select * from pledges.pledge where campaign_id = $1 and state = any($2) order by id', [campaignId, states]);
  }

  async countIn(db: Db, campaignId: string, states: readonly PledgeState[]): Promise<number> {
    const row = await db.one<{ n: number }>('select count(*)::int as n from pledges.pledge where campaign_id = $1 and state = any($2)', [
      campaignId,
      states,
    ]);
    return row.n;
  }

  /** Moves many pledges at once with their audit lines, in two statements however many there are. */
  async moveMany(
    tx: Tx,
    ids: readonly string[],
    from: PledgeState,
    to: PledgeState,
    since: Date | null,
    lapsesAt: Date | null,
  ): Promise<void> {
    await tx.run(
      'update pledges.pledge set state = $3, collecting_since = coalesce($4, collecting_since), lapses_at = $5 where id = any($1) and state = $2',
      [ids, from, to, since, lapsesAt],
    );
    await tx.run(
      `insert into platform.audit_entry (id, at, actor_id, request_id, event_id, action, subject_kind, subject_id, from_state, to_state)
       select t.audit, $2, $3, $4, p.event_id, 'pledge moved', 'pledge', p.id::text, $5, $6 from unnest($1::uuid[], $7::uuid[]) as t (id, audit) join pledges.pledge p on p.id = t.id`,
      [ids, tx.now, tx.context.actorId, tx.context.requestId, from, to, ids.map(() => newId())],
    );
  }

  /** Waits for its backer: when they are written to again, null = no more. */
  async remind(tx: Tx, id: string, at: Date | null): Promise<void> {
    await tx.run('update pledges.pledge set remind_at = $2 where id = $1', [id, at]);
  }

  dueReminders(db: Db, now: Date, limit: number): Promise<{ id: string }[]> {
    return db.query(
      `select id from pledges.pledge where remind_at <= $1 and state in ('needs_authentication', 'needs_new_method') order by remind_at limit $2`,
      [now, limit],
    );
  }

  dueForTry(db: Db, now: Date, limit: number): Promise<{ id: string }[]> {
    return db.query(`select id from pledges.pledge where next_try_at <= $1 and state = 'retrying' order by next_try_at limit $2`, [
      now,
      limit,
    ]);
  }

  lapsing(db: Db, now: Date, limit: number): Promise<{ id: string }[]> {
    return db.query(
      `select id from pledges.pledge where lapses_at <= $1 and state in ('collecting', 'retrying', 'needs_authentication', 'needs_new_method', 'awaiting_transfer') order by lapses_at limit $2`,
      [now, limit],
    );
  }

  /** Newest first; `everything`: also what does not count (yet), for the treasurer. */
  ofCampaign(
    db: Db,
    of: { eventId: string; campaignId: string; everything: boolean; state?: PledgeState | undefined },
    before: string | null,
    limit: number,
  ): Promise<PledgeRow[]> {
    return db.query(
      `select * from pledges.pledge where event_id = $1 and campaign_id = $2 and ($3 or state in ('committed', 'collecting', 'retrying', 'needs_authentication', 'needs_new_method',
         'processing', 'collected', 'received', 'partly_refunded', 'disputed')) and ($4::uuid is null or id < $4) and ($6::text is null or state = $6) order by id desc limit $5`,
      [of.eventId, of.campaignId, of.everything, before, limit, of.state ?? null],
    );
  }

  ofBacker(db: Db, backerId: string, before: string | null, limit: number): Promise<PledgeRow[]> {
    return db.query('select * from pledges.pledge where backer_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3', [
      backerId,
      before,
      limit,
    ]);
  }

  /** One person's pledges with their campaigns, newest first; at most ten thousand. `states` null = all of them. */
  ownIn(db: Db, backerId: string, states: readonly PledgeState[] | null): Promise<OwnPledgeRow[]> {
    return db.query(
      `select p.*, c.title, c.state = 'live' as live, c.deadline_at from pledges.pledge p join pledges.campaign c on c.id = p.campaign_id
       where p.backer_id = $1 and ($2::text[] is null or p.state = any($2)) order by p.id desc limit 10000`,
      [backerId, states],
    );
  }
}
