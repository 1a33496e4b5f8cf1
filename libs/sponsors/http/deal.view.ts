import { MoneyView } from '#platform';

export class EvidenceView {
  kind!: string;
  text!: string;
}

export class BenefitView {
  id!: string;
  name!: string;
  kind!: string;
  units!: number;
  value!: MoneyView | null;
  state!: string;
  /** States it may be moved to. */
  next!: string[];
  /** Calendar day it is due, once the event has one. */
  dueOn!: string | null;
  needsAsset!: boolean;
  decision!: string | null;
  evidence!: EvidenceView | null;
  deliveredBy!: string | null;
  confirmedBy!: string | null;
}

export class InvoiceView {
  number!: string;
  /** What the payer writes on the transfer. */
  reference!: string;
  amount!: MoneyView;
  paid!: MoneyView;
  issuedOn!: string;
  dueOn!: string;
  purchaseOrder!: string | null;
}

/** What this deal has more and less than its package. */
export class CustomisedView {
  added!: string[];
  removed!: string[];
  priceEffect!: MoneyView;
  valueEffect!: MoneyView;
}

export class DealView {
  id!: string;
  organisation!: string;
  website!: string | null;
  category!: string | null;
  exclusive!: boolean;
  packageId!: string | null;
  packageName!: string | null;
  price!: MoneyView;
  state!: string;
  /** States it may be moved to; `paid` comes from the bank. */
  next!: string[];
  isPublic!: boolean;
  openBenefits!: number;
  movedAt!: string;
}

export class DealPageView {
  items!: DealView[];
  next!: string | null;
}

export class WholeDealView extends DealView {
  contactName!: string | null;
  agreedBy!: string | null;
  contractedBy!: string | null;
  benefits!: BenefitView[];
  customised!: CustomisedView | null;
  invoice!: InvoiceView | null;
}

export class ConfirmedBenefitView {
  id!: string;
  state!: string;
}
