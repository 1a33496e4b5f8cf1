import type { MoneyView } from '../models/format';

export interface TierView {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly amount: MoneyView;
  /** Places there are; null: no limit. */
  readonly places: number | null;
  /** Places still free; null: no limit. */
  readonly left: number | null;
  readonly hidden: boolean;
}

export interface CampaignView {
  readonly id: string;
  readonly title: string;
  readonly story: string;
  /** `all_or_nothing` or `keep`. */
  readonly mode: string;
  readonly state: string;
  readonly goal: MoneyView;
  readonly deadline: string;
  readonly tiers: readonly TierView[];
}

export interface CampaignsView {
  readonly items: readonly CampaignView[];
}

export interface ProgressView {
  readonly goal: MoneyView;
  readonly pledged: MoneyView;
  readonly collected: MoneyView;
  readonly inKind: MoneyView;
  readonly backers: number;
}
