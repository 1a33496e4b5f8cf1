import { type Money, money, toWire, wire } from '#kernel';
import { MoneyView } from '#platform';
import type { CampaignMode, CampaignState } from '../domain/campaign.js';
import type { Figure, Progress } from '../domain/progress.js';
import type { CampaignRow, EvaluationRow } from '../store/campaigns.store.js';
import type { TierRow } from '../store/tiers.store.js';

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

export function progressView(goal: Money, p: Progress): ProgressView {
  const figure = ({ minor, pledges }: Figure): PledgeFigureView => ({ amount: wire(minor, goal.currency), pledges });
  return {
    goal: toWire(goal),
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

export const campaignView = (
  c: CampaignRow,
  tiers: readonly TierRow[],
  progress: Progress,
  evaluation: EvaluationRow | undefined,
): CampaignView => ({
  id: c.id,
  title: c.title,
  story: c.story,
  mode: c.mode,
  state: c.state,
  goal: wire(c.goal_minor, c.currency),
  opensAt: c.opens_at.toISOString(),
  deadline: c.deadline_local,
  timeZone: c.time_zone,
  deadlineAt: c.deadline_at.toISOString(),
  holdsAtTheEnd: c.holds_at_the_end,
  bankDetails: c.bank_details,
  tiers: tiers.map(tierView),
  progress: progressView(money(c.goal_minor, c.currency), progress),
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
