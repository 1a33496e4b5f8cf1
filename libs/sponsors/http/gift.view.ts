import { MoneyView } from '#platform';

export class GiftView {
  id!: string;
  organisation!: string;
  description!: string;
  category!: string;
  dealId!: string | null;
  budgetLineId!: string | null;
  state!: string;
  /** States it may go to. */
  next!: string[];
  value!: MoneyView | null;
  basisKind!: string | null;
  basis!: string | null;
  /** Whether somebody other than the valuer must accept it. */
  needsSecond!: boolean;
  valuedBy!: string | null;
  acceptedBy!: string | null;
  /** What it took off the cash goal. */
  met!: MoneyView | null;
  receivedOn!: string | null;
  isPublic!: boolean;
}

export class GiftPageView {
  items!: GiftView[];
  next!: string | null;
}
