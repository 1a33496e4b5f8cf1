import { Injectable } from '@nestjs/common';
import { type Id, type Money, newId } from '#kernel';
import type { Db, Tx } from '#platform';

export interface NewBudgetLine {
  eventId: Id<'event'>;
  name: string;
  why: string;
  planned: Money;
  account: string;
  ownerId: Id<'account'> | null;
  source: { kind: string; id: string };
  ballotId: string | null;
}

export interface PlanRow {
  version: number;
  planned_minor: bigint;
  currency: string;
  because: string;
  at: Date;
}

/** Budget lines, their plans and what was given for them in kind. */
@Injectable()
export class BudgetStore {
  /** Adds a line with its first plan. The same source again answers the line it made before. */
  async add(tx: Tx, line: NewBudgetLine): Promise<{ lineId: Id<'budget line'>; isNew: boolean }> {
    const id = newId<'budget line'>();
    const added = await tx.run(
      `insert into ledger.budget_line (event_id, id, name, why, account, owner_id, source_kind, source_id, added_at, ballot_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict on constraint budget_line_source_once do nothing`,
      [line.eventId, id, line.name, line.why, line.account, line.ownerId, line.source.kind, line.source.id, tx.now, line.ballotId],
    );
    if (added === 0) {
      const row = await tx.one<{ id: Id<'budget line'> }>(
        'select id from ledger.budget_line where event_id = $1 and source_kind = $2 and source_id = $3',
        [line.eventId, line.source.kind, line.source.id],
      );
      return { lineId: row.id, isNew: false };
    }
    await this.plan(tx, line.eventId, id, line.planned, '');
    return { lineId: id, isNew: true };
  }

  /** Adds the next version of a line's plan. */
  async plan(tx: Tx, eventId: Id<'event'>, lineId: Id<'budget line'>, planned: Money, because: string): Promise<void> {
    await tx.run(
      `insert into ledger.budget_plan (event_id, budget_line_id, version, planned_minor, currency, because, at, by_id)
       select $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5, $6, $7 from ledger.budget_plan where event_id = $1 and budget_line_id = $2`,
      [eventId, lineId, planned.minor, planned.currency, because, tx.now, tx.context.actorId],
    );
  }

  /** Records a gift in kind towards a line, once per source. Answers whether it is new. */
  async meetInKind(
    tx: Tx,
    eventId: Id<'event'>,
    lineId: Id<'budget line'>,
    amount: Money,
    source: { kind: string; id: string },
  ): Promise<boolean> {
    const added = await tx.run(
      `insert into ledger.need_met_in_kind (event_id, id, budget_line_id, amount_minor, currency, source_kind, source_id, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict on constraint need_met_source_once do nothing`,
      [eventId, newId(), lineId, amount.minor, amount.currency, source.kind, source.id, tx.now],
    );
    return added === 1;
  }

  /** The plan that holds, the book's currency and whether the line exists at all. */
  async planned(
    db: Db,
    eventId: Id<'event'>,
    lineId: Id<'budget line'>,
  ): Promise<{ name: string; account: string; planned_minor: bigint; currency: string } | undefined> {
    return db.maybe(
      `select l.name, l.account, p.planned_minor, p.currency from ledger.budget_line l
       join lateral (select planned_minor, currency from ledger.budget_plan where event_id = l.event_id and budget_line_id = l.id order by version desc limit 1) p on true
       where l.event_id = $1 and l.id = $2`,
      [eventId, lineId],
    );
  }

  /** Every plan a line has had, newest first; nothing for a line that is not there. */
  plans(db: Db, eventId: Id<'event'>, lineId: Id<'budget line'>): Promise<PlanRow[]> {
    return db.query<PlanRow>(
      'select version, planned_minor, currency, because, at from ledger.budget_plan where event_id = $1 and budget_line_id = $2 order by version desc limit 200',
      [eventId, lineId],
    );
  }

  async currencyOf(db: Db, eventId: Id<'event'>): Promise<string | undefined> {
    return (await db.maybe<{ currency: string }>('select currency from ledger.book where event_id = $1', [eventId]))?.currency;
  }
}
