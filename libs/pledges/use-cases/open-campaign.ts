import { Injectable } from '@nestjs/common';
import { type Id, type Money, newId } from '#kernel';
import { type EventScope, UnitOfWork } from '#platform';
import type { CampaignMode } from '../domain/campaign.js';
import { instantOf } from '../domain/deadline.js';
import { refuse } from '../domain/pledge.refusals.js';
import { type CampaignRow, CampaignsStore } from '../store/campaigns.store.js';

export interface CampaignWish {
  title: string;
  story: string;
  bankDetails: string;
  mode: CampaignMode;
  goal: Money;
  opensAt: Date;
  /** Local time of the event, `YYYY-MM-DDTHH:MM`. */
  deadline: string;
  holdsAtTheEnd: boolean;
}

/** Drafts a campaign, and changes what may still be changed. */
@Injectable()
export class OpenCampaign {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly campaigns: CampaignsStore,
  ) {}

  /** Refuses BAD_DEADLINE (past, skipped by the clocks, before it opens) and PLEDGE_WRONG_CURRENCY. */
  draft(scope: EventScope, wish: CampaignWish, by: Id<'account'>): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const id = newId();
      await this.campaigns.add(tx, id, scope.eventId, {
        ...rowFrom(wish, scope, tx.now),
        currency: scope.currency,
        time_zone: scope.timeZone,
        by,
      });
      await tx.audit({ action: 'campaign drafted', eventId: scope.eventId, subjectKind: 'campaign', subjectId: id, to: 'draft' });
      return id;
    });
  }

  /** A draft may change altogether; a live campaign only its story, and its goal downwards (CAM-4). Refuses MODE_IS_FIXED and GOAL_ONLY_DOWN. */
  change(scope: EventScope, id: string, wish: Partial<CampaignWish>): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const campaign = await this.campaigns.lock(tx, id);
      if (campaign.event_id !== scope.eventId) throw refuse.CAMPAIGN_NOT_FOUND();
      const whole = { ...wishFrom(campaign), ...wish };
      if (campaign.state !== 'draft') refuseUnlessMinor(campaign, wish);
      const now = campaign.state === 'draft' ? tx.now : new Date(0);
      await this.campaigns.edit(tx, id, rowFrom(whole, scope, now));
      const details = { changed: Object.keys(wish), goal: [String(campaign.goal_minor), String(whole.goal.minor)] };
      await tx.audit({ action: 'campaign changed', eventId: scope.eventId, subjectKind: 'campaign', subjectId: id, details });
    });
  }
}

function refuseUnlessMinor(campaign: CampaignRow, wish: Partial<CampaignWish>): void {
  if (campaign.state !== 'in_review' && campaign.state !== 'scheduled' && campaign.state !== 'live')
    throw refuse.MODE_IS_FIXED({ state: campaign.state });
  if (wish.mode || wish.deadline || wish.opensAt || wish.holdsAtTheEnd !== undefined) throw refuse.MODE_IS_FIXED();
  if (wish.goal && wish.goal.minor > campaign.goal_minor) throw refuse.GOAL_ONLY_DOWN({ goal: String(campaign.goal_minor) });
}

const wishFrom = (c: CampaignRow): CampaignWish => ({
  title: c.title,
  story: c.story,
  bankDetails: c.bank_details,
  mode: c.mode,
  goal: { minor: c.goal_minor, currency: c.currency as Money['currency'] },
  opensAt: c.opens_at,
  deadline: c.deadline_local,
  holdsAtTheEnd: c.holds_at_the_end,
});

function rowFrom(wish: CampaignWish, scope: EventScope, now: Date) {
  if (wish.goal.currency !== scope.currency) throw refuse.PLEDGE_WRONG_CURRENCY({ expected: scope.currency });
  const deadline_at = instantOf(wish.deadline, scope.timeZone);
  if (deadline_at <= now) throw refuse.BAD_DEADLINE({}, 'The deadline must lie in the future.');
  return {
    title: wish.title,
    story: wish.story,
    bank_details: wish.bankDetails,
    mode: wish.mode,
    goal_minor: wish.goal.minor,
    opens_at: wish.opensAt,
    deadline_local: wish.deadline,
    deadline_at,
    holds_at_the_end: wish.holdsAtTheEnd,
  };
}
