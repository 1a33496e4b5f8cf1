import { Injectable } from '@nestjs/common';
import { type Id, newId } from '#kernel';
import { type Db, refusingOn, type Tx } from '#platform';
import type { PromisedBenefit } from '../domain/package.js';
import { refuse } from '../domain/sponsors.refusals.js';

export interface PackageRow {
  id: Id<'package'>;
  name: string;
  description: string;
  year: number;
  priceMinor: bigint;
  currency: string;
  capacity: number | null;
  /** Places still free; null without a limit. */
  left: number | null;
  hiddenAt: Date | null;
  clonedFrom: string | null;
}

export interface PackageBenefitRow extends PromisedBenefit {
  id: string;
  packageId: string;
  currency: string;
}

export interface NewPackage {
  name: string;
  description: string;
  year: number;
  priceMinor: bigint;
  capacity: number | null;
  clonedFrom?: string | null;
}

const PACKAGE = `select p.id, p.name, p.description, p.year, p.price_minor as "priceMinor", p.currency, p.capacity, p.hidden_at as "hiddenAt", p.cloned_from as "clonedFrom",
  case when p.capacity is null then null
       else (select count(*)::int from sponsors.package_place s where s.event_id = p.event_id and s.package_id = p.id and s.deal_id is null) end as left
  from sponsors.package p where p.event_id = $1`;

@Injectable()
export class PackagesStore {
  list(db: Db, eventId: string, withHidden: boolean): Promise<PackageRow[]> {
    return db.query(`${PACKAGE} and ($2 or p.hidden_at is null) order by p.year desc, p.price_minor desc, p.id limit 200`, [
      eventId,
      withHidden,
    ]);
  }

  ofYear(db: Db, eventId: string, year: number): Promise<PackageRow[]> {
    return db.query(`${PACKAGE} and p.year = $2 order by p.id limit 200`, [eventId, year]);
  }

  byId(db: Db, eventId: string, id: string): Promise<PackageRow | undefined> {
    return db.maybe(`${PACKAGE} and p.id = $2`, [eventId, id]);
  }

  benefitsOf(db: Db, eventId: string, packageIds: readonly string[]): Promise<PackageBenefitRow[]> {
    return db.query(
      `select id, package_id as "packageId", name, kind, units, value_minor as "valueMinor", currency, needs_asset as "needsAsset",
              due_days_before as "dueDaysBefore", decision
       from sponsors.package_benefit where event_id = $1 and package_id = any($2::uuid[]) order by package_id, position`,
      [eventId, packageIds],
    );
  }

  /** Adds a package with its benefits and, when it is limited, one row per place. */
  async add(
    tx: Tx,
    event: { eventId: string; currency: string },
    pack: NewPackage,
    benefits: readonly PromisedBenefit[],
    by: string,
  ): Promise<Id<'package'>> {
    const id = newId<'package'>();
    await refusingOn({ package_once_a_year: () => refuse.PACKAGE_EXISTS({ name: pack.name, year: pack.year }) }, () =>
      tx.run(
        `insert into sponsors.package (id, event_id, name, description, year, price_minor, currency, capacity, cloned_from, created_at, created_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          id,
          event.eventId,
          pack.name,
          pack.description,
          pack.year,
          pack.priceMinor,
          event.currency,
          pack.capacity,
          pack.clonedFrom ?? null,
          tx.now,
          by,
        ],
      ),
    );
    for (const [position, b] of benefits.entries()) {
      await refusingOn({ package_slot_needs_a_decision: () => refuse.SLOT_NEEDS_A_DECISION({ benefit: b.name }) }, () =>
        tx.run(
          `insert into sponsors.package_benefit (id, event_id, package_id, position, name, kind, units, value_minor, currency, needs_asset, due_days_before, decision)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
          [
            newId(),
            event.eventId,
            id,
            position,
            b.name,
            b.kind,
            b.units,
            b.valueMinor,
            event.currency,
            b.needsAsset,
            b.dueDaysBefore,
            b.decision,
          ],
        ),
      );
    }
    if (pack.capacity !== null) await this.addPlaces(tx, event.eventId, id, 1, pack.capacity);
    return id;
  }

  /** Locks a package against changes of its limit. */
  lock(tx: Tx, eventId: string, id: string): Promise<{ capacity: number | null } | undefined> {
    return tx.maybe('select capacity from sponsors.package where event_id = $1 and id = $2 for update', [eventId, id]);
  }

  async change(
    tx: Tx,
    eventId: string,
    id: string,
    change: { description?: string | undefined; hiddenAt?: Date | null | undefined },
  ): Promise<void> {
    await tx.run(
      `update sponsors.package set description = coalesce($3, description), hidden_at = case when $4 then $5::timestamptz else hidden_at end where event_id = $1 and id = $2`,
      [eventId, id, change.description ?? null, change.hiddenAt !== undefined, change.hiddenAt ?? null],
    );
  }

  /** Raises or lowers the limit of a locked package; free places go, taken ones stay (refused when they do not fit). */
  async resize(tx: Tx, eventId: string, id: string, from: number, to: number): Promise<void> {
    if (to > from) await this.addPlaces(tx, eventId, id, from + 1, to);
    else {
      const gone = await tx.run(
        `delete from sponsors.package_place where package_id = $2 and event_id = $1 and number in
           (select number from sponsors.package_place where package_id = $2 and event_id = $1 and deal_id is null order by number desc limit $3 for update skip locked)`,
        [eventId, id, from - to],
      );
      if (gone < from - to) throw refuse.CAPACITY_TAKEN({ taken: from - gone });
    }
    await tx.run('update sponsors.package set capacity = $3 where event_id = $1 and id = $2', [eventId, id, to]);
  }

  /** Gives a deal a place of its package; refused when none is left (SPO-2). A package without a limit needs none. */
  async takePlace(tx: Tx, eventId: string, packageId: string, dealId: string): Promise<void> {
    const limited = await tx.one<{ limited: boolean }>(
      'select capacity is not null as limited from sponsors.package where event_id = $1 and id = $2',
      [eventId, packageId],
    );
    if (!limited.limited) return;
    const taken = await tx.run(
      `update sponsors.package_place set deal_id = $3 where event_id = $1 and package_id = $2 and number =
         (select number from sponsors.package_place where event_id = $1 and package_id = $2 and deal_id is null order by number limit 1 for update skip locked)`,
      [eventId, packageId, dealId],
    );
    if (taken === 0) throw refuse.PACKAGE_SOLD_OUT();
  }

  async freePlace(tx: Tx, eventId: string, dealId: string): Promise<void> {
    await tx.run('update sponsors.package_place set deal_id = null where event_id = $1 and deal_id = $2', [eventId, dealId]);
  }

  private async addPlaces(tx: Tx, eventId: string, id: string, from: number, to: number): Promise<void> {
    await tx.run(
      'insert into sponsors.package_place (event_id, package_id, number) select $1, $2, n from generate_series($3::int, $4::int) n',
      [eventId, id, from, to],
    );
  }
}
