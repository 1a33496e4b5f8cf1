import { Injectable } from '@nestjs/common';
import { type Id, type Money, newId, wire } from '#kernel';
import { type EventScope, type Tx, UnitOfWork } from '#platform';
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
  /** The most that may be promised, at least the goal; null = as much as people want. */
  target: Money | null;
  /** The most that one backer may promise. */
  backerCap: Money | null;
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

  /** Refuses BAD_DEADLINE (past, skipped by the clocks, before it opens), TARGET_BELOW_GOAL and PLEDGE_WRONG_CURRENCY. */
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

  /**
   * A draft may change altogether; a live campaign only its story, its goal downwards (CAM-4), and the target and cap it has, never below what
   * is promised (PBG-5). Refuses MODE_IS_FIXED, GOAL_ONLY_DOWN, TARGET_BELOW_GOAL and TARGET_BELOW_PROMISED.
   */
  change(scope: EventScope, id: string, wish: Partial<CampaignWish>): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const campaign = await this.campaigns.lock(tx, id);
      if (campaign.event_id !== scope.eventId) throw refuse.CAMPAIGN_NOT_FOUND();
      const whole = { ...wishFrom(campaign), ...wish };
      if (campaign.state !== 'draft') refuseUnlessMinor(campaign, wish);
      const now = campaign.state === 'draft' ? tx.now : new Date(0);
      await this.campaigns.edit(tx, id, rowFrom(whole, scope, now));
      const details = {
        changed: Object.keys(wish),
        goal: [String(campaign.goal_minor), String(whole.goal.minor)],
        ...(wish.target === undefined ? {} : { target: [said(campaign.target_minor), said(whole.target?.minor)] }),
        ...(wish.backerCap === undefined ? {} : { backerCap: [said(campaign.backer_cap_minor), said(whole.backerCap?.minor)] }),
      };
      await tx.audit({ action: 'campaign changed', eventId: scope.eventId, subjectKind: 'campaign', subjectId: id, details });
      if (campaign.state === 'live' && campaign.target_minor !== (whole.target?.minor ?? null))
        await this.tellTarget(tx, campaign, whole.target);
    });
  }

  private async tellTarget(tx: Tx, c: CampaignRow, target: Money | null): Promise<void> {
    const body = { campaignId: c.id, target: target && wire(target.minor, c.currency).amount, currency: c.currency };
    await tx.fact({ type: 'TargetChanged', eventId: c.event_id, body });
  }
}

function refuseUnlessMinor(campaign: CampaignRow, wish: Partial<CampaignWish>): void {
  if (campaign.state !== 'in_review' && campaign.state !== 'scheduled' && campaign.state !== 'live')
    throw refuse.MODE_IS_FIXED({ state: campaign.state });
  if (wish.mode || wish.deadline || wish.opensAt || wish.holdsAtTheEnd !== undefined) throw refuse.MODE_IS_FIXED();
  if (wish.goal && wish.goal.minor > campaign.goal_minor) throw refuse.GOAL_ONLY_DOWN({ goal: String(campaign.goal_minor) });
}

const said = (minor: bigint | null | undefined): string | null => (minor === null || minor === undefined ? null : String(minor));

const moneyOf = (minor: bigint | null, c: CampaignRow): Money | null =>
  minor === null ? null : { minor, currency: c.currency as Money['currency'] };

const wishFrom = (c: CampaignRow): CampaignWish => ({
  title: c.title,
  story: c.story,
  bankDetails: c.bank_details,
  mode: c.mode,
  goal: { minor: c.goal_minor, currency: c.currency as Money['currency'] },
  target: moneyOf(c.target_minor, c),
  backerCap: moneyOf(c.backer_cap_minor, c),
  opensAt: c.opens_at,
  deadline: c.deadline_local,
  holdsAtTheEnd: c.holds_at_the_end,
});

function rowFrom(wish: CampaignWish, scope: EventScope, now: Date) {
  for (const amount of [wish.goal, wish.target, wish.backerCap])
    if (amount && amount.currency !== scope.currency) throw refuse.PLEDGE_WRONG_CURRENCY({ expected: scope.currency });
  const deadline_at = instantOf(wish.deadline, scope.timeZone);
  if (deadline_at <= now) throw refuse.BAD_DEADLINE({}, 'The deadline must lie in the future.');
  return {
    title: wish.title,
    story: wish.story,
    bank_details: wish.bankDetails,
    mode: wish.mode,
    goal_minor: wish.goal.minor,
    target_minor: wish.target?.minor ?? null,
    backer_cap_minor: wish.backerCap?.minor ?? null,
    opens_at: wish.opensAt,
    deadline_local: wish.deadline,
    deadline_at,
    holds_at_the_end: wish.holdsAtTheEnd,
  };
}
