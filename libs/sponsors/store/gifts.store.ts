import { Injectable } from '@nestjs/common';
import { type Id, newId } from '#kernel';
import { type Db, refusingOn, type Tx } from '#platform';
import type { Spending } from '#ledger';
import type { GiftState, ValueBasis } from '../domain/in-kind-gift.js';
import { refuse } from '../domain/sponsors.refusals.js';

export interface GiftRow {
  id: Id<'gift'>;
  dealId: string | null;
  organisation: string;
  description: string;
  category: Spending;
  budgetLineId: string | null;
  isPublic: boolean;
  state: GiftState;
  valueMinor: bigint | null;
  currency: string;
  basisKind: ValueBasis | null;
  basis: string | null;
  valuedBy: string | null;
  needsSecond: boolean;
  acceptedBy: string | null;
  metMinor: bigint | null;
  receivedOn: string | null;
}

export interface NewGift {
  organisation: string;
  description: string;
  category: Spending;
  dealId: string | null;
  budgetLineId: string | null;
  isPublic: boolean;
}

/** What a move writes beside the state; absent fields stay as they are. */
export interface GiftChange {
  value?: { minor: bigint; basisKind: ValueBasis; basis: string; by: string; needsSecond: boolean };
  accepted?: { by: string };
  metMinor?: bigint;
  receivedOn?: string;
}

const GIFT = `select id, deal_id as "dealId", organisation, description, category, budget_line_id as "budgetLineId", is_public as "isPublic", state,
  value_minor as "valueMinor", currency, basis_kind as "basisKind", basis, valued_by as "valuedBy", needs_second as "needsSecond",
  accepted_by as "acceptedBy", met_minor as "metMinor", received_on as "receivedOn" from sponsors.in_kind_gift where event_id = $1`;

@Injectable()
export class GiftsStore {
  page(db: Db, eventId: string, after: string | null, limit: number): Promise<GiftRow[]> {
    return db.query(`${GIFT} and ($2::uuid is null or id < $2) order by id desc limit $3`, [eventId, after, limit]);
  }

  byId(db: Db, eventId: string, id: string): Promise<GiftRow | undefined> {
    return db.maybe(`${GIFT} and id = $2`, [eventId, id]);
  }

  async lock(tx: Tx, eventId: string, id: string): Promise<GiftRow> {
    const row = await tx.maybe<GiftRow>(`${GIFT} and id = $2 for update`, [eventId, id]);
    if (!row) throw refuse.NOT_IN_THIS_EVENT();
    return row;
  }

  /** Makes the acceptances of one event wait for each other, so that two gifts for one need do not both meet all of it. */
  async oneAtATime(tx: Tx, eventId: string): Promise<void> {
    await tx.query("select pg_advisory_xact_lock(hashtextextended('gifts:' || $1::text, 0))", [eventId]);
  }

  async add(tx: Tx, event: { eventId: string; currency: string }, gift: NewGift, by: string): Promise<Id<'gift'>> {
    const id = newId<'gift'>();
    await refusingOn({ gift_deal: () => refuse.NOT_IN_THIS_EVENT() }, () =>
      tx.run(
        `insert into sponsors.in_kind_gift (id, event_id, deal_id, organisation, description, category, budget_line_id, is_public, state, currency, offered_at, offered_by, moved_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'offered', $9, $10, $11, $10)`,
        [
          id,
          event.eventId,
          gift.dealId,
          gift.organisation,
          gift.description,
          gift.category,
          gift.budgetLineId,
          gift.isPublic,
          event.currency,
          tx.now,
          by,
        ],
      ),
    );
    return id;
  }

  async move(
    tx: Tx,
    eventId: string,
    id: string,
    from: GiftState,
    to: GiftState,
    { value, accepted, metMinor, receivedOn }: GiftChange = {},
  ): Promise<void> {
    const moved = await refusingOn({ gift_value_seconded: () => refuse.SECOND_PERSON_NEEDED() }, () =>
      tx.run(
        `update sponsors.in_kind_gift set state = $4, moved_at = $5,
           value_minor = coalesce($6, value_minor), basis_kind = coalesce($7, basis_kind), basis = coalesce($8, basis), valued_by = coalesce($9::uuid, valued_by),
           needs_second = coalesce($10, needs_second), accepted_by = coalesce($11::uuid, accepted_by), met_minor = coalesce($12, met_minor),
           received_on = coalesce($13::date, received_on)
         where event_id = $1 and id = $2 and state = $3`,
        [
          eventId, id, from, to, tx.now, value?.minor ?? null, value?.basisKind ?? null, value?.basis ?? null, value?.by ?? null, value?.needsSecond ?? null,
          accepted?.by ?? null, metMinor ?? null, receivedOn ?? null,
        ], // oxfmt-ignore
      ),
    );
    if (moved === 0) throw refuse.MOVED_MEANWHILE();
  }
}
