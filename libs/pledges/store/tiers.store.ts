import { Injectable } from '@nestjs/common';
import type { Db, Tx } from '#platform';
import { refuse } from '../domain/pledge.refusals.js';

export interface TierRow {
  id: string;
  event_id: string;
  campaign_id: string;
  name: string;
  description: string;
  price_minor: bigint;
  reward_cost_minor: bigint;
  currency: string;
  capacity: number | null;
  hidden: boolean;
  position: number;
  /** Places taken; of a tier without a limit, the pledges that are not gone. */
  taken: number;
}

export type TierDraft = Pick<TierRow, 'name' | 'description' | 'price_minor' | 'reward_cost_minor' | 'capacity' | 'hidden'>;

@Injectable()
export class TiersStore {
  async add(tx: Tx, tier: TierDraft & { id: string; event_id: string; campaign_id: string; currency: string }): Promise<void> {
    await tx.run(
      `insert into pledges.tier (id, event_id, campaign_id, name, description, price_minor, reward_cost_minor, currency, capacity, hidden, position, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, (select count(*) from pledges.tier where campaign_id = $3), $11)`,
      [
        tier.id,
        tier.event_id,
        tier.campaign_id,
        tier.name,
        tier.description,
        tier.price_minor,
        tier.reward_cost_minor,
        tier.currency,
        tier.capacity,
        tier.hidden,
        tx.now,
      ],
    );
    if (tier.capacity !== null) await this.addSlots(tx, tier.id, 1, tier.capacity);
  }

  async change(tx: Tx, id: string, t: TierDraft): Promise<void> {
    await tx.run(
      'update pledges.tier set name = $2, description = $3, price_minor = $4, reward_cost_minor = $5, capacity = $6, hidden = $7 where id = $1',
      [id, t.name, t.description, t.price_minor, t.reward_cost_minor, t.capacity, t.hidden],
    );
  }

  /** Brings the places to a new limit. Refuses TIER_BELOW_TAKEN rather than take a place from anybody (TIER-3). */
  async resize(tx: Tx, tier: TierRow, capacity: number): Promise<void> {
    const { places, highest } = await tx.one<{ places: number; highest: number }>(
      'select count(*)::int as places, coalesce(max(number), 0)::int as highest from pledges.tier_slot where tier_id = $1',
      [tier.id],
    );
    if (capacity > places) return this.addSlots(tx, tier.id, highest + 1, highest + capacity - places);
    const gone = await tx.run(
      `delete from pledges.tier_slot where (tier_id, number) in
         (select tier_id, number from pledges.tier_slot where tier_id = $1 and pledge_id is null order by number desc limit $2 for update skip locked)`,
      [tier.id, places - capacity],
    );
    if (gone < places - capacity) throw refuse.TIER_BELOW_TAKEN({ taken: tier.taken, wanted: capacity });
  }

  private async addSlots(tx: Tx, tierId: string, first: number, last: number): Promise<void> {
    await tx.run('insert into pledges.tier_slot (tier_id, number) select $1, n from generate_series($2::int, $3::int) n', [
      tierId,
      first,
      last,
    ]);
  }

  list(db: Db, eventId: string, campaignIds: readonly string[]): Promise<TierRow[]> {
    return db.query(
      `select t.*, case when t.capacity is null
         then (select count(*)::int from pledges.pledge p where p.tier_id = t.id and p.event_id = t.event_id and p.state not in ('withdrawn', 'released', 'expired', 'lapsed'))
         else (select count(*)::int from pledges.tier_slot s where s.tier_id = t.id and s.pledge_id is not null) end as taken
       from pledges.tier t where t.event_id = $1 and t.campaign_id = any($2) order by t.campaign_id, t.position`,
      [eventId, campaignIds],
    );
  }

  /** Locks a tier for a change of its terms; pledges to it go on meanwhile. */
  async lock(tx: Tx, eventId: string, campaignId: string, id: string): Promise<TierRow> {
    const row = await tx.maybe<TierRow>(
      `select t.*, (select count(*)::int from pledges.pledge p where p.tier_id = t.id and p.event_id = t.event_id) as taken
       from pledges.tier t where t.event_id = $1 and t.campaign_id = $2 and t.id = $3 for no key update`,
      [eventId, campaignId, id],
    );
    if (!row) throw refuse.TIER_NOT_FOUND();
    return row;
  }

  /** Gives the places of these pledges back to whoever comes next. */
  async free(tx: Tx, pledgeIds: readonly string[]): Promise<void> {
    await tx.run('update pledges.tier_slot set pledge_id = null where pledge_id = any($1)', [pledgeIds]);
  }
}
