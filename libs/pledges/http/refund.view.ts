import { toWire } from '#kernel';
import type { WaitingRefund } from '#payments';
import { MoneyView } from '#platform';
import type { PledgeRow } from '../store/pledges.store.js';

/** A refund that one treasurer asked for and another has to decide on. */
export class WaitingRefundView {
  id!: string;
  pledgeId!: string;
  /** Reference of the pledge. */
  reference!: string;
  /** Who gets it back. */
  backer!: string;
  amount!: MoneyView;
  reason!: string;
  /** Who asked for it; cannot approve it. */
  askedBy!: string | null;
  askedById!: string | null;
  askedAt!: string;
}

export class WaitingRefundsView {
  items!: WaitingRefundView[];
}

export const waitingRefundView = (refund: WaitingRefund, pledge: PledgeRow, names: Map<string, string>): WaitingRefundView => ({
  id: refund.id,
  pledgeId: pledge.id,
  reference: pledge.reference,
  backer: pledge.organisation_name ?? names.get(pledge.backer_id) ?? '',
  amount: toWire(refund.amount),
  reason: refund.reason,
  askedBy: (refund.requestedBy && names.get(refund.requestedBy)) ?? null,
  askedById: refund.requestedBy,
  askedAt: refund.requestedAt.toISOString(),
});
