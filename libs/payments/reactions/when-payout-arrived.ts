import { Injectable } from '@nestjs/common';
import type { ExpectedItemMatched } from '#ledger';
import { type Reaction, ReactsTo, type Tx } from '#platform';
import { PayoutsStore } from '../store/payouts.store.js';
import { RefundsStore } from '../store/refunds.store.js';

/** A bank line was matched to a payout, or to a refund that went by bank: both are done. */
@Injectable()
@ReactsTo('ExpectedItemMatched')
export class WhenPayoutArrived implements Reaction<ExpectedItemMatched> {
  constructor(
    private readonly payouts: PayoutsStore,
    private readonly refunds: RefundsStore,
  ) {}

  async react(tx: Tx, { body }: ExpectedItemMatched): Promise<void> {
    if (body.kind === 'payout') await this.payouts.moveShare(tx, body.sourceId, ['sent', 'failed'], 'arrived');
    if (body.kind === 'refund') await this.refunds.resent(tx, body.sourceId);
  }
}
