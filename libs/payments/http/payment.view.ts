import { MoneyView } from '#platform';

/** A payment as the treasurer sees it. */
export class PaymentView {
  /** UUID. */
  id!: string;

  /** UUID of the pledge it is for. */
  pledgeId!: string;
  /** Who pledged: the organisation or the person; empty once they have had their account erased. */
  backer!: string;
  /** Title of the campaign. */
  campaign!: string;
  /** Of the pledge, as on its receipt. */
  reference!: string;
  amount!: MoneyView;
  /** What was added to cover the fee; part of the amount. */
  feeCovered!: MoneyView;
  state!: 'planned' | 'open' | 'processing' | 'succeeded' | 'canceled' | 'parked';
  /** Its id at Stripe. */
  stripeId!: string | null;
  refunding!: MoneyView;
  lost!: MoneyView;
  /** ISO instant. */
  createdAt!: string;
  /** ISO instant. */
  succeededAt!: string | null;
}

export class PaymentPageView {
  items!: PaymentView[];
  next!: string | null;
}

/** What of a payout belongs to this event. */
export class PayoutView {
  /** UUID of the event's share. */
  id!: string;
  /** This event's part. */
  amount!: MoneyView;
  /** The whole payout. */
  whole!: MoneyView;
  status!: string;
  state!: 'sent' | 'arrived' | 'failed';
  /** YYYY-MM-DD. */
  arrivesOn!: string;
  stripeId!: string;
}

export class PayoutPageView {
  items!: PayoutView[];
  next!: string | null;
}

/** Something that did not fit and waits for the treasurer. */
export class ExceptionView {
  /** UUID. */
  id!: string;
  kind!: string;
  /** What it is about, as Stripe names it. */
  subject!: string;
  /** Who pledged what it is about; null where no pledge is known. */
  backer!: string | null;
  /** Title of the campaign. */
  campaign!: string | null;
  details!: object;
  /** ISO instant. */
  foundAt!: string;
}
