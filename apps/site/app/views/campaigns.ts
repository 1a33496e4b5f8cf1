import type { MoneyView } from '../models/format';
import type { PageView } from './page';

export interface TierView {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly price: MoneyView;
  readonly rewardCost: MoneyView;
  readonly capacity: number | null;
  readonly taken: number;
  /** Places left; null without a limit. */
  readonly left: number | null;
  readonly hidden: boolean;
}

/** A sum, and how many pledges it is of. */
export interface FigureView {
  readonly amount: MoneyView;
  readonly pledges: number;
}

export interface ProgressView {
  readonly goal: MoneyView;
  /** The most that may be pledged; null = as much as people want. */
  readonly target: MoneyView | null;
  /** What may still be pledged; null without a target. */
  readonly left: MoneyView | null;
  /** Counts toward the goal. */
  readonly pledged: FigureView;
  /** Transfers that have not arrived: never counted. */
  readonly awaited: FigureView;
  readonly collected: FigureView;
  readonly retrying: FigureView;
  readonly needsAction: FigureView;
  readonly charging: FigureView;
  readonly dropped: FigureView;
  readonly returned: FigureView;
}

export interface CampaignView {
  readonly id: string;
  readonly title: string;
  readonly story: string;
  /** `all_or_nothing` or `keep`. */
  readonly mode: string;
  readonly state: string;
  readonly goal: MoneyView;
  readonly target: MoneyView | null;
  /** The most that one person may pledge, all their pledges together. */
  readonly backerCap: MoneyView | null;
  readonly opensAt: string;
  readonly deadlineAt: string;
  readonly timeZone: string;
  readonly holdsAtTheEnd: boolean;
  readonly tiers: readonly TierView[];
  readonly progress: ProgressView;
}

export interface CampaignListView {
  readonly items: readonly CampaignView[];
}

/** What covering the card fee adds. */
export interface CoverView {
  readonly cover: MoneyView;
  readonly total: MoneyView;
}

export interface PublicPledgeView {
  readonly name: string | null;
  readonly amount: MoneyView | null;
  readonly on: string;
}

export type PublicPledgePageView = PageView<PublicPledgeView>;
