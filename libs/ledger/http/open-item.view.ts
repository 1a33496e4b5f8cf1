import { MoneyView } from '#platform';

/** Money that is expected at the bank. */
export class OpenItemView {
  id!: string;
  /** `payout`, `pledge_transfer`, `sponsor_invoice`, `expense` … */
  kind!: string;
  sourceId!: string;
  direction!: 'in' | 'out';
  amount!: MoneyView;
  /** What has arrived of it. */
  settled!: MoneyView;
  reference!: string | null;
  expectedOn!: string | null;
  text!: string;
  /** May it arrive in several lines? */
  inParts!: boolean;
}

export class OpenItemPageView {
  items!: OpenItemView[];
  next!: string | null;
}

export class SuggestionView {
  item!: OpenItemView;
  /** 0 to 100. */
  score!: number;
  reasons!: string[];
  /** Exact amount and exact code. */
  certain!: boolean;
}

export class SuggestionListView {
  items!: SuggestionView[];
}
