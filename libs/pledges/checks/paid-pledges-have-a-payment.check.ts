import { Injectable } from '@nestjs/common';
import { type Id } from '#kernel';
import { Payments } from '#payments';
import { AsksThat, type Check, type Db } from '#platform';
import type { PledgeState } from '../domain/pledge.js';

interface Row {
  id: string;
  event_id: Id<'event'>;
  state: PledgeState;
  due: bigint;
}

const PAID = `('collected', 'partly_refunded', 'refunded', 'refund_failed', 'disputed', 'charged_back')`;

@Injectable()
@AsksThat('I3', 'a pledge by card is paid exactly when one payment of its amount has succeeded, and never more is given back than came')
export class PaidPledgesHaveAPayment implements Check {
  constructor(private readonly payments: Payments) {}

  async violations(db: Db): Promise<object[]> {
    const paid = await db.query<Row>(
      `select id, event_id, state, amount_minor + fee_cover_minor as due from pledges.pledge where method = 'card' and state in ${PAID}`,
    );
    const received = await this.payments.received(db, 'pledge');
    const found: object[] = [];
    for (const pledge of paid)
      if (received.get(pledge.id) !== pledge.due)
        found.push({ pledge: pledge.id, state: pledge.state, due: String(pledge.due), received: String(received.get(pledge.id) ?? 0n) });
    const known = new Set(paid.map((p) => p.id));
    const orphans = [...received.keys()].filter((id) => !known.has(id));
    // Paid after it was withdrawn or had ended: all of it has to be on its way back (CHG-5).
    const returned = await this.payments.returned(db, 'pledge', orphans);
    for (const id of orphans)
      if (returned.get(id) !== received.get(id))
        found.push({ pledge: id, received: String(received.get(id)), returned: String(returned.get(id) ?? 0n) });
    return found;
  }
}
