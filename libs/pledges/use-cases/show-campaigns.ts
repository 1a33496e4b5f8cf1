import { Injectable } from '@nestjs/common';
import { Database, type Db } from '#platform';
import { isPublic } from '../domain/campaign.js';
import { refuse } from '../domain/pledge.refusals.js';
import { type Progress, progressOf } from '../domain/progress.js';
import { type CampaignRow, CampaignsStore, type EvaluationRow } from '../store/campaigns.store.js';
import { talliesOf } from '../store/tallies.query.js';
import { promisedTo } from '../store/room.js';
import { type TierRow, TiersStore } from '../store/tiers.store.js';

export interface WholeCampaign {
  campaign: CampaignRow;
  tiers: TierRow[];
  progress: Progress;
  room: Room;
  evaluation: EvaluationRow | undefined;
}

/** What a campaign with a target may still be promised: `left` counts what is only begun, too. Both null without a target. */
export interface Room {
  target: bigint | null;
  left: bigint | null;
}

/** Campaigns as they are shown: terms, tiers and the figures of this moment. */
@Injectable()
export class ShowCampaigns {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsStore,
    private readonly tiers: TiersStore,
  ) {}

  /** `drafts`: for the team, with what is not approved yet and with hidden tiers. */
  async list(eventId: string, drafts: boolean): Promise<WholeCampaign[]> {
    const rows = (await this.campaigns.list(this.database, eventId)).filter((c) => drafts || isPublic(c.state));
    return Promise.all(rows.map((c) => this.whole(c, drafts)));
  }

  /** Refuses CAMPAIGN_NOT_FOUND, also for what is not approved yet unless `mayRead` says who may. */
  async one(id: string, mayReadDrafts: (eventId: string) => boolean): Promise<WholeCampaign> {
    const campaign = await this.campaigns.byId(this.database, id);
    const team = campaign !== undefined && mayReadDrafts(campaign.event_id);
    if (!campaign || (!isPublic(campaign.state) && !team)) throw refuse.CAMPAIGN_NOT_FOUND();
    return this.whole(campaign, team);
  }

  async progressOf(db: Db, campaignId: string): Promise<Progress> {
    return progressOf(await talliesOf(db, campaignId));
  }

  private async whole(campaign: CampaignRow, hidden: boolean): Promise<WholeCampaign> {
    const tiers = (await this.tiers.list(this.database, campaign.event_id, [campaign.id])).filter((t) => hidden || !t.hidden);
    const progress = await this.progressOf(this.database, campaign.id);
    const room = await this.roomOf(campaign);
    return { campaign, tiers, progress, room, evaluation: await this.campaigns.evaluationOf(this.database, campaign.id) };
  }

  private async roomOf({ id, target_minor: target }: CampaignRow): Promise<Room> {
    if (target === null) return { target, left: null };
    const left = target - (await promisedTo(this.database, id));
    return { target, left: left > 0n ? left : 0n };
  }
}
