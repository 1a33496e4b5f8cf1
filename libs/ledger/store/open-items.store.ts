import { Injectable } from '@nestjs/common';
import { type Id, type Money, newId } from '#kernel';
import type { Db, Tx } from '#platform';
import { ledgerRefusals as refuse } from '../domain/ledger.refusals.js';
import type { MatchableItem } from '../domain/matching.js';

export interface Expectation {
  eventId: Id<'event'>;
  /** `payout`, `pledge_transfer`, `sponsor_invoice`, `expense` … */
  kind: string;
  sourceId: string;
  direction: 'in' | 'out';
  amount: Money;
  /** What the payer was asked to write. */
  reference?: string;
  /** `YYYY-MM-DD`. */
  expectedOn?: string;
  /** The other side of the bank entry, such as `Assets:Stripe:PayoutsInTransit`. */
  counterAccount: string;
  /** Text of the bank entry once it arrives; never names a person. */
  text: string;
  /** May it arrive in several bank lines? */
  inParts?: boolean;
  budgetLineId?: Id<'budget line'>;
  meta?: object;
}

export interface OpenItemRow extends MatchableItem {
  id: Id<'open item'>;
  source_id: string;
  state: 'open' | 'part_matched' | 'matched' | 'withdrawn';
  counter_account: string;
  budget_line_id: Id<'budget line'> | null;
  text: string;
  in_parts: boolean;
}

const COLUMNS =
  'id, kind, source_id, direction, amount_minor, settled_minor, currency, reference, expected_on, counter_account, budget_line_id, text, in_parts, state';
const ZERO = '00000000-0000-0000-0000-000000000000';

/** What is expected at the bank. */
@Injectable()
export class OpenItemsStore {
  /** Records an expectation, or changes one on which nothing has arrived. False when something has: it stays as it was. */
  async expect(tx: Tx, item: Expectation): Promise<boolean> {
    const touched = await tx.run(
      `insert into ledger.open_item (event_id, id, kind, source_id, direction, amount_minor, currency, reference, expected_on, counter_account, text, in_parts, budget_line_id, meta, expected_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
       on conflict on constraint open_item_source_once do update set
         amount_minor = excluded.amount_minor, reference = excluded.reference, expected_on = excluded.expected_on, counter_account = excluded.counter_account,
         text = excluded.text, meta = excluded.meta, state = 'open'
       where open_item.state in ('open', 'withdrawn') and open_item.currency = excluded.currency and open_item.direction = excluded.direction`,
      [
        item.eventId,
        newId(),
        item.kind,
        item.sourceId,
        item.direction,
        item.amount.minor,
        item.amount.currency,
        item.reference ?? null,
        item.expectedOn ?? null,
        item.counterAccount,
        item.text,
        item.inParts ?? false,
        item.budgetLineId ?? null,
        JSON.stringify(item.meta ?? {}),
        tx.now,
      ],
    );
    return touched === 1;
  }

  /** Takes an expectation back; false when it does not exist or money has arrived on it. */
  async withdraw(tx: Tx, eventId: Id<'event'>, kind: string, sourceId: string): Promise<boolean> {
    return (
      (await tx.run(
        `update ledger.open_item set state = 'withdrawn' where event_id = $1 and kind = $2 and source_id = $3 and state = 'open'`,
        [eventId, kind, sourceId],
      )) === 1
    );
  }

  one(db: Db, eventId: Id<'event'>, id: Id<'open item'>): Promise<OpenItemRow | undefined> {
    return db.maybe<OpenItemRow>(`select ${COLUMNS} from ledger.open_item where event_id = $1 and id = $2`, [eventId, id]);
  }

  /** Everything still expected, in the order in which it was asked for. */
  open(db: Db, eventId: Id<'event'>, limit = 5_000, after: string = ZERO): Promise<OpenItemRow[]> {
    return db.query<OpenItemRow>(
      `select ${COLUMNS} from ledger.open_item where event_id = $1 and state in ('open', 'part_matched') and id > $2 order by id limit $3`,
      [eventId, after, limit],
    );
  }

  /** Everything of which exactly one of these amounts is left to arrive. */
  ofAmounts(db: Db, eventId: Id<'event'>, amounts: readonly bigint[]): Promise<OpenItemRow[]> {
    return db.query<OpenItemRow>(
      `select ${COLUMNS} from ledger.open_item
       where event_id = $1 and state in ('open', 'part_matched') and amount_minor - settled_minor = any($2::bigint[]) order by id`,
      [eventId, amounts],
    );
  }

  /** Counts an amount as arrived. Refuses one that is not open, or an amount that is not the expected one. */
  async settle(tx: Tx, eventId: Id<'event'>, id: Id<'open item'>, minor: bigint): Promise<OpenItemRow> {
    const touched = await tx.run(
      `update ledger.open_item set settled_minor = settled_minor + $3, state = case when settled_minor + $3 = amount_minor then 'matched' else 'part_matched' end
       where event_id = $1 and id = $2 and state in ('open', 'part_matched') and (settled_minor + $3 = amount_minor or (in_parts and settled_minor + $3 < amount_minor)) and $3 > 0`,
      [eventId, id, minor],
    );
    const item = await this.one(tx, eventId, id);
    if (!item) throw refuse.NO_SUCH_OPEN_ITEM();
    if (touched === 1) return item;
    if (item.state !== 'open' && item.state !== 'part_matched') throw refuse.ITEM_NOT_OPEN({ state: item.state });
    throw refuse.ITEM_AMOUNT_DIFFERS({
      expected: Number(item.amount_minor - item.settled_minor),
      given: Number(minor),
      currency: item.currency,
    });
  }

  /** Takes an arrived amount back. */
  async unsettle(tx: Tx, eventId: Id<'event'>, id: Id<'open item'>, minor: bigint): Promise<OpenItemRow> {
    await tx.run(
      `update ledger.open_item set settled_minor = settled_minor - $3, state = case when settled_minor = $3 then 'open' else 'part_matched' end where event_id = $1 and id = $2`,
      [eventId, id, minor],
    );
    const item = await this.one(tx, eventId, id);
    if (!item) throw refuse.NO_SUCH_OPEN_ITEM();
    return item;
  }
}
