import type { Amount } from '../common/format.js';

/** A pledge as the treasurer sees it. */
export interface Pledge {
  id: string;
  name: string;
  organisation: string | null;
  amount: Amount;
  feeCovered: Amount;
  method: string;
  state: string;
  display: string;
  reference: string;
  received: Amount;
  refunded: Amount;
  /** Why the last charge was declined. */
  lastCode: string | null;
  madeAt: string;
}

/** A refund that another treasurer has to decide on. */
export interface WaitingRefund {
  id: string;
  reference: string;
  backer: string;
  amount: Amount;
  reason: string;
  askedBy: string | null;
  askedById: string | null;
  askedAt: string;
}
