import { MoneyView } from '#platform';

export class TwoVoicesItemView {
  proposalId!: string;
  title!: string;
  /** People who chose it. */
  votes!: number;
  /** Its place by votes, from 1; equal votes in the order of the lot. */
  voteRank!: number;
  /** Promised by people who said that it matters to them; a pledge that names several is split evenly. No earmark. */
  pledged!: MoneyView;
  backers!: number;
  /** Its place by money, from 1; equal sums in the order of the votes. */
  pledgeRank!: number;
  /** The two places differ by more than five. */
  apart!: boolean;
}

/** What people chose and what people pay for, beside each other and never summed. */
export class TwoVoicesView {
  /** The vote that was counted last; null before there is one. */
  ballotId!: string | null;
  /** In the order of the votes. */
  items!: TwoVoicesItemView[];
}
