import { Injectable } from '@nestjs/common';
import { type Id, move, wire } from '#kernel';
import { type Tx, UnitOfWork } from '#platform';
import { CAMPAIGN_MOVES, type CampaignState } from '../domain/campaign.js';
import { refuse } from '../domain/pledge.refusals.js';
import { type CampaignRow, CampaignsStore } from '../store/campaigns.store.js';

/** The one function through which a campaign changes its state, and the moves that people ask for. */
@Injectable()
export class MoveCampaign {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly campaigns: CampaignsStore,
  ) {}

  /** Takes a campaign that the caller has locked. Refuses WRONG_STATE. */
  async within(
    tx: Tx,
    campaign: CampaignRow,
    to: CampaignState,
    why: { reason?: string; submittedBy?: string; approvedBy?: string } = {},
  ): Promise<void> {
    move(CAMPAIGN_MOVES, campaign.state, to);
    await this.campaigns.move(tx, campaign.id, campaign.state, to, why);
    await tx.audit({
      action: 'campaign moved',
      eventId: campaign.event_id,
      subjectKind: 'campaign',
      subjectId: campaign.id,
      from: campaign.state,
      to,
      reason: why.reason ?? null,
    });
    if (to !== 'live') return;
    const body = {
      campaignId: campaign.id,
      goal: wire(campaign.goal_minor, campaign.currency).amount,
      currency: campaign.currency,
    };
    await tx.fact({ type: 'CampaignLaunched', eventId: campaign.event_id, body });
  }

  submit(eventId: string, id: string, by: Id<'account'>): Promise<CampaignRow> {
    return this.inEvent(eventId, id, (tx, campaign) => this.within(tx, campaign, 'in_review', { submittedBy: by }));
  }

  /** Approved by another person than the one who submitted it; refuses CAMPAIGN_TWO_PEOPLE. Live at once if its time has come. */
  approve(eventId: string, id: string, by: Id<'account'>): Promise<CampaignRow> {
    return this.inEvent(eventId, id, async (tx, campaign) => {
      if (campaign.submitted_by === by) throw refuse.CAMPAIGN_TWO_PEOPLE();
      await this.within(tx, campaign, 'scheduled', { approvedBy: by });
      if (campaign.opens_at <= tx.now) await this.within(tx, { ...campaign, state: 'scheduled' }, 'live');
    });
  }

  sendBack(eventId: string, id: string, reason: string): Promise<CampaignRow> {
    return this.inEvent(eventId, id, (tx, campaign) => this.within(tx, campaign, 'draft', { reason }));
  }

  settle(eventId: string, id: string): Promise<CampaignRow> {
    return this.inEvent(eventId, id, (tx, campaign) => this.within(tx, campaign, 'settled'));
  }

  private inEvent(eventId: string, id: string, work: (tx: Tx, campaign: CampaignRow) => Promise<void>): Promise<CampaignRow> {
    return this.unitOfWork.run(async (tx) => {
      const campaign = await this.campaigns.lock(tx, id);
      if (campaign.event_id !== eventId) throw refuse.CAMPAIGN_NOT_FOUND();
      await work(tx, campaign);
      return this.campaigns.lock(tx, id);
    });
  }
}
