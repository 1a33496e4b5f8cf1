import { Injectable } from '@nestjs/common';
import type { Id, Money } from '#kernel';
import { RefundPayment } from '#payments';
import { Database } from '#platform';
import { refuse } from '../domain/pledge.refusals.js';
import { PledgesStore } from '../store/pledges.store.js';

/** The treasurer gives back what was paid for a pledge by card, wholly or in part. Transfers go back through the bank. */
@Injectable()
export class RefundPledge {
  constructor(
    private readonly database: Database,
    private readonly pledges: PledgesStore,
    private readonly refunds: RefundPayment,
  ) {}

  /** Refuses PLEDGE_NOT_FOUND, PLEDGE_WRONG_CURRENCY, PLEDGE_NOT_REFUNDABLE, and what RefundPayment refuses. */
  async execute(wish: {
    eventId: string;
    pledgeId: string;
    amount: Money;
    reason: string;
    by: Id<'account'>;
  }): Promise<{ refundId: string; waits: boolean }> {
    const pledge = await this.pledges.inEvent(this.database, wish.eventId, wish.pledgeId);
    if (!pledge) throw refuse.PLEDGE_NOT_FOUND();
    if (wish.amount.currency !== pledge.currency) throw refuse.PLEDGE_WRONG_CURRENCY({ expected: pledge.currency });
    if (wish.amount.minor === 0n || pledge.method !== 'card') throw refuse.PLEDGE_NOT_REFUNDABLE();
    const source = { kind: 'pledge' as const, id: wish.pledgeId };
    return this.refunds.request({ eventId: wish.eventId, source, amountMinor: wish.amount.minor, reason: wish.reason, by: wish.by });
  }
}
