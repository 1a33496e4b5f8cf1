import type { Amount } from '../common/format.js';

/** A payout with this event's part of it. */
export interface Payout {
  id: string;
  amount: Amount;
  whole: Amount;
  state: string;
  arrivesOn: string;
  stripeId: string;
}

/** Something that did not fit. */
export interface Exception {
  id: string;
  kind: string;
  /** What it is about, as Stripe names it. */
  subject: string;
  /** Null where no pledge is known; empty once the person has had their account erased. */
  backer: string | null;
  campaign: string | null;
  /** Amounts in it are minor units and a currency, such as `2000 GBP`. */
  details: Record<string, unknown>;
  foundAt: string;
}
