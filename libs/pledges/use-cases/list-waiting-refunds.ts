import { Injectable } from '@nestjs/common';
import { Accounts } from '#accounts';
import { RefundPayment } from '#payments';
import { Database } from '#platform';
import { type WaitingRefundView, waitingRefundView } from '../http/refund.view.js';
import { PledgesStore } from '../store/pledges.store.js';

/** What one treasurer asked to give back and another has not decided on yet (REF-2). */
@Injectable()
export class ListWaitingRefunds {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly pledges: PledgesStore,
    private readonly refunds: RefundPayment,
  ) {}

  async execute(eventId: string): Promise<WaitingRefundView[]> {
    const refunds = await this.refunds.waiting(eventId);
    const pledges = await this.pledges.byIds(
      this.database,
      eventId,
      refunds.map((refund) => refund.sourceId),
    );
    const people = [...pledges.map((pledge) => pledge.backer_id), ...refunds.flatMap((refund) => refund.requestedBy ?? [])];
    const names = await this.accounts.namesOf(this.database, people);
    const pledgeOf = new Map(pledges.map((pledge) => [pledge.id as string, pledge]));
    return refunds.flatMap((refund) => {
      const pledge = pledgeOf.get(refund.sourceId);
      return pledge ? [waitingRefundView(refund, pledge, names)] : [];
    });
  }
}
