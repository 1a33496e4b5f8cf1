import { Injectable } from '@nestjs/common';
import { type Id, newId } from '#kernel';
import { type Db, refusingOn, type Tx } from '#platform';
import type { DealState } from '../domain/deal.js';
import { refuse } from '../domain/sponsors.refusals.js';

export interface DealRow {
  id: Id<'deal'>;
  organisation: string;
  website: string | null;
  category: string | null;
  exclusive: boolean;
  packageId: string | null;
  packageName: string | null;
  packagePriceMinor: bigint | null;
  contactId: string | null;
  priceMinor: bigint;
  currency: string;
  isPublic: boolean;
  state: DealState;
  agreedBy: string | null;
  contractedBy: string | null;
  movedAt: Date;
  openBenefits: number;
}

export interface NewDeal {
  organisation: string;
  website: string | null;
  category: string | null;
  exclusive: boolean;
  packageId: string | null;
  contactId: string | null;
  priceMinor: bigint;
  currency: string;
  isPublic: boolean;
}

const DEAL = `select d.id, d.organisation, d.website, d.category, d.exclusive, d.package_id as "packageId", p.name as "packageName", p.price_minor as "packagePriceMinor",
  d.contact_id as "contactId", d.price_minor as "priceMinor", d.currency, d.is_public as "isPublic", d.state, d.agreed_by as "agreedBy",
  d.contracted_by as "contractedBy", d.moved_at as "movedAt",
  (select count(*)::int from sponsors.benefit b where b.event_id = d.event_id and b.deal_id = d.id and b.state not in ('confirmed', 'waived', 'made_good')) as "openBenefits"
  from sponsors.deal d left join sponsors.package p on p.event_id = d.event_id and p.id = d.package_id where d.event_id = $1`;

@Injectable()
export class DealsStore {
  page(db: Db, eventId: string, state: string | null, after: string | null, limit: number): Promise<DealRow[]> {
    return db.query(`${DEAL} and ($2::text is null or d.state = $2) and ($3::uuid is null or d.id < $3) order by d.id desc limit $4`, [
      eventId,
      state,
      after,
      limit,
    ]);
  }

  byId(db: Db, eventId: string, id: string): Promise<DealRow | undefined> {
    return db.maybe(`${DEAL} and d.id = $2`, [eventId, id]);
  }

  /** The deal, locked until the transaction ends: its benefits change under the same lock. */
  async lock(tx: Tx, eventId: string, id: string): Promise<DealRow> {
    await tx.query('select from sponsors.deal where event_id = $1 and id = $2 for update', [eventId, id]);
    const row = await this.byId(tx, eventId, id);
    if (!row) throw refuse.NOT_IN_THIS_EVENT();
    return row;
  }

  async add(tx: Tx, eventId: string, deal: NewDeal, by: string): Promise<Id<'deal'>> {
    const id = newId<'deal'>();
    await tx.run(
      `insert into sponsors.deal (id, event_id, package_id, organisation, website, category, exclusive, category_span, contact_id, price_minor, currency, is_public, state, created_at, created_by, moved_at)
       select $1, $2, $3, $4, $5, $6, $7::boolean, case when $7::boolean then int8range(null, null) else int8range(n, n, '[]') end, $8, $9, $10, $11, 'lead', $12, $13, $12
       from nextval('sponsors.category_mark') n`,
      [
        id,
        eventId,
        deal.packageId,
        deal.organisation,
        deal.website,
        deal.category,
        deal.exclusive,
        deal.contactId,
        deal.priceMinor,
        deal.currency,
        deal.isPublic,
        tx.now,
        by,
      ],
    );
    return id;
  }

  /** Performs a move decided by the rules; `MOVED_MEANWHILE` when the deal is no longer where it was. */
  async move(tx: Tx, eventId: string, id: string, from: DealState, to: DealState, by: string | null, note: string | null): Promise<void> {
    // Rivals of a category come one after the other: each would find the other's row unfinished and wait for it, a deadlock of the exclusion constraint.
    await tx.query(
      `select pg_advisory_xact_lock(hashtextextended('deals of ' || event_id::text || ' ' || category, 0))
       from sponsors.deal where event_id = $1 and id = $2 and category is not null`,
      [eventId, id],
    );
    const moved = await refusingOn(
      { deal_category_is_free: () => refuse.CATEGORY_TAKEN(), deal_contracted_by_another: () => refuse.SECOND_PERSON_NEEDED() },
      () =>
        tx.run(
          `update sponsors.deal set state = $4, moved_at = $5,
           agreed_by = case when $4 = 'agreed' then $6::uuid else agreed_by end,
           contracted_by = case when $4 = 'contracted' then $6::uuid else contracted_by end,
           contract_note = case when $4 = 'contracted' then $7 else contract_note end
         where event_id = $1 and id = $2 and state = $3`,
          [eventId, id, from, to, tx.now, by, note],
        ),
    );
    if (moved === 0) throw refuse.MOVED_MEANWHILE();
  }
}
