import { type Money, money, toWire, wire } from '#kernel';
import { MoneyView } from '#platform';
import type { CampaignMode, CampaignState } from '../domain/campaign.js';
import type { Figure, Progress } from '../domain/progress.js';
import type { EvaluationRow } from '../store/campaigns.store.js';
import type { TierRow } from '../store/tiers.store.js';
import type { Room, WholeCampaign } from '../use-cases/show-campaigns.js';

export class TierView {
  /** UUID. */
  id!: string;
  name!: string;
  description!: string;
  price!: MoneyView;
  /** What one reward costs the event; the rest goes to the goal. */
  rewardCost!: MoneyView;
  capacity!: number | null;
  taken!: number;
  /** Places left; null without a limit. */
  left!: number | null;
  hidden!: boolean;
}

/** A sum, and how many pledges it is of. */
export class PledgeFigureView {
  amount!: MoneyView;
  pledges!: number;
}

/** The figures of the thermometer. Nothing in it is frozen. */
export class ProgressView {
  goal!: MoneyView;
  /** The most that may be pledged; null = as much as people want. */
  target!: MoneyView | null;
  /** What may still be pledged below the target, less what somebody is just pledging; null without a target. */
  left!: MoneyView | null;
  /** Counts toward the goal: usable cards, transfers received, payments. */
  pledged!: PledgeFigureView;
  /** Transfers that have not arrived: never counted. */
  awaited!: PledgeFigureView;
  collected!: PledgeFigureView;
  /** With collected, charging, needsAction and dropped it adds up to pledged. */
  retrying!: PledgeFigureView;
  needsAction!: PledgeFigureView;
  charging!: PledgeFigureView;
  dropped!: PledgeFigureView;
  returned!: PledgeFigureView;
}

/** The count at the deadline. */
export class EvaluationView {
  /** ISO instant. */
  at!: string;
  counted!: MoneyView;
  goal!: MoneyView;
  pledges!: number;
  /** SHA-256 over the counted pledge ids, hexadecimal. */
  hash!: string;
  outcome!: 'succeeded' | 'failed';
}

export class CampaignView {
  /** UUID. */
  id!: string;
  title!: string;
  story!: string;
  mode!: CampaignMode;
  state!: CampaignState;
  goal!: MoneyView;
  /** The most that may be pledged; null = as much as people want. */
  target!: MoneyView | null;
  /** The most that one person may pledge; null = as much as they want. */
  backerCap!: MoneyView | null;
  /** ISO instant. */
  opensAt!: string;
  /** Local time where the event takes place. */
  deadline!: string;
  timeZone!: string;
  /** ISO instant. */
  deadlineAt!: string;
  holdsAtTheEnd!: boolean;
  bankDetails!: string;
  tiers!: TierView[];
  progress!: ProgressView;
  evaluation!: EvaluationView | null;
}

export class CampaignListView {
  items!: CampaignView[];
}

export const tierView = (t: TierRow): TierView => ({
  id: t.id,
  name: t.name,
  description: t.description,
  price: wire(t.price_minor, t.currency),
  rewardCost: wire(t.reward_cost_minor, t.currency),
  capacity: t.capacity,
  taken: t.taken,
  left: t.capacity === null ? null : Math.max(t.capacity - t.taken, 0),
  hidden: t.hidden,
});

export function progressView(goal: Money, p: Progress, { target, left }: Room): ProgressView {
  const figure = ({ minor, pledges }: Figure): PledgeFigureView => ({ amount: wire(minor, goal.currency), pledges });
  return {
    goal: toWire(goal),
    target: maybe(target, goal.currency),
    left: maybe(left, goal.currency),
    pledged: figure(p.pledged),
    awaited: figure(p.awaited),
    collected: figure(p.collected),
    retrying: figure(p.retrying),
    needsAction: figure(p.needsAction),
    charging: figure(p.charging),
    dropped: figure(p.dropped),
    returned: figure(p.returned),
  };
}

const maybe = (minor: bigint | null, currency: string): MoneyView | null => (minor === null ? null : wire(minor, currency));

export const campaignView = ({ campaign: c, tiers, progress, room, evaluation }: WholeCampaign): CampaignView => ({
  id: c.id,
  title: c.title,
  story: c.story,
  mode: c.mode,
  state: c.state,
  goal: wire(c.goal_minor, c.currency),
  target: maybe(c.target_minor, c.currency),
  backerCap: maybe(c.backer_cap_minor, c.currency),
  opensAt: c.opens_at.toISOString(),
  deadline: c.deadline_local,
  timeZone: c.time_zone,
  deadlineAt: c.deadline_at.toISOString(),
  holdsAtTheEnd: c.holds_at_the_end,
  bankDetails: c.bank_details,
  tiers: tiers.map(tierView),
  progress: progressView(money(c.goal_minor, c.currency), progress, room),
  evaluation: evaluation ? evaluationView(evaluation) : null,
});

const evaluationView = (e: EvaluationRow): EvaluationView => ({
  at: e.at.toISOString(),
  counted: wire(e.counted_minor, e.currency),
  goal: wire(e.threshold_minor, e.currency),
  pledges: e.pledge_count,
  hash: e.counted_hash.toString('hex'),
  outcome: e.outcome,
});
