import { Injectable } from '@nestjs/common';
import { type Id, type Money, money } from '#kernel';
import type { Db, Tx } from '#platform';
import { isPublic } from './domain/campaign.js';
import { CampaignsStore } from './store/campaigns.store.js';
import { WishesStore } from './store/wishes.store.js';
import { type GoalCut, LowerGoal } from './use-cases/lower-goal.js';
import { ShowCampaigns } from './use-cases/show-campaigns.js';

/** The sums of one campaign for pages of other modules. */
export interface CampaignSums {
  campaignId: string;
  title: string;
  state: string;
  goal: Money;
  pledged: Money;
  collected: Money;
  awaited: Money;
  pledges: number;
  deadlineAt: Date;
}

/** What was pledged by people to whom a proposal matters. */
export interface WishSum {
  proposalId: string;
  pledged: Money;
  backers: number;
}

/** What other modules ask of campaigns. */
@Injectable()
export class Pledges {
  constructor(
    private readonly campaigns: CampaignsStore,
    private readonly show: ShowCampaigns,
    private readonly lower: LowerGoal,
    private readonly wishes: WishesStore,
  ) {}

  /**
   * Less cash is needed (CAM-5): in the caller's transaction, once per `sourceId`; backers are told. False when no
   * campaign is open, or this source has lowered a goal before. Refuses PLEDGE_WRONG_CURRENCY.
   */
  lowerGoal(tx: Tx, eventId: Id<'event'>, cut: GoalCut): Promise<boolean> {
    return this.lower.within(tx, eventId, cut);
  }

  /** The figures of an event's approved campaigns at this moment, newest first. */
  async progressOf(db: Db, eventId: string): Promise<CampaignSums[]> {
    const rows = (await this.campaigns.list(db, eventId)).filter((c) => isPublic(c.state));
    return Promise.all(
      rows.map(async (c) => {
        const progress = await this.show.progressOf(db, c.id);
        return {
          campaignId: c.id,
          title: c.title,
          state: c.state,
          goal: money(c.goal_minor, c.currency),
          pledged: money(progress.pledged.minor, c.currency),
          collected: money(progress.collected.minor, c.currency),
          awaited: money(progress.awaited.minor, c.currency),
          pledges: progress.pledged.pledges,
          deadlineAt: c.deadline_at,
        };
      }),
    );
  }

  /** Accounts with a pledge of any size in this event that stands. */
  backersOf(db: Db, eventId: string): Promise<string[]> {
    return this.wishes.backers(db, eventId);
  }

  /** Whether this account has such a pledge. */
  backs(db: Db, eventId: string, accountId: string): Promise<boolean> {
    return this.wishes.backs(db, eventId, accountId);
  }

  /** Events in which this account has such a pledge. */
  eventsBackedBy(db: Db, accountId: string): Promise<string[]> {
    return this.wishes.backedBy(db, accountId);
  }

  /** Money beside the proposals that matter to those who pledged it; a pledge that names several is split evenly. No earmark. */
  async wishesOf(db: Db, eventId: string, currency: string): Promise<WishSum[]> {
    const rows = await this.wishes.sums(db, eventId, currency);
    return rows.map((r) => ({ proposalId: r.proposal_id, pledged: money(r.pledged_minor, currency), backers: r.backers }));
  }
}
