import { Injectable } from '@nestjs/common';
import { type Id, type Money, newId } from '#kernel';
import type { Tx } from '#platform';

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
}
