import { Injectable } from '@nestjs/common';
import { wire } from '#kernel';
import { Payments } from '#payments';
import type { Tx } from '#platform';
import { countsAt } from '../domain/campaign.js';
import { PledgeMails } from '../mails/pledge-mails.js';
import { CampaignsStore } from '../store/campaigns.store.js';
import { PledgesStore } from '../store/pledges.store.js';
import { MovePledge } from './move-pledge.js';

/** A pledge begins to count: its card was saved. Locks the campaign before the pledge, as everyone does. */
@Injectable()
export class CommitPledge {
  constructor(
    private readonly campaigns: CampaignsStore,
    private readonly pledges: PledgesStore,
    private readonly payments: Payments,
    private readonly mails: PledgeMails,
    private readonly move: MovePledge,
  ) {}

  /**
   * It counts by the instant Stripe dates it, whenever we hear of it (CAM-2). After the campaign was counted, or after
   * the deadline, the card is given up again and the backer told.
   */
  async withCard(tx: Tx, pledgeId: string, saved: { ceilingMinor: bigint; at: Date }): Promise<void> {
    const found = await this.pledges.byId(tx, pledgeId);
    if (!found) return;
    const campaign = await this.campaigns.hold(tx, found.campaign_id);
    const pledge = await this.pledges.lock(tx, pledgeId);
    const inTime = (campaign.state === 'live' || campaign.state === 'evaluating') && countsAt(saved.at, campaign.deadline_at);
    if (pledge.state === 'committed' && inTime) await this.raised(tx, pledge, saved.ceilingMinor);
    if (pledge.state === 'committed') return this.pledges.raising(tx, pledge.id, null);
    if (pledge.state !== 'draft' || !inTime) {
      if (pledge.state === 'draft') await this.move.to(tx, pledge, 'released', { reason: 'the card was saved after the deadline' });
      await this.payments.forgetMethods(tx, 'pledge', [pledgeId]);
      if (pledge.state === 'draft') await this.mails.tooLate(tx, pledge);
      return;
    }
    await this.move.to(tx, pledge, 'committed', { changes: { committed_at: saved.at } });
    const body = { pledgeId, campaignId: pledge.campaign_id, ...wire(pledge.amount_minor, pledge.currency) };
    await tx.fact({ type: 'PledgeCommitted', eventId: pledge.event_id, body });
    await this.mails.committed(tx, pledge);
  }

  /** A higher amount counts once its new agreement was given. */
  private async raised(tx: Tx, pledge: Awaited<ReturnType<PledgesStore['lock']>>, ceilingMinor: bigint): Promise<void> {
    const amountMinor = ceilingMinor - pledge.fee_cover_minor;
    if (amountMinor <= pledge.amount_minor) return;
    await this.move.releaseMemo(tx, pledge);
    const version = await this.pledges.change(tx, pledge.id, {
      amountMinor,
      coverMinor: pledge.fee_cover_minor,
      display: pledge.display,
      tierId: pledge.tier_id,
    });
    await this.move.commitMemo(tx, { ...pledge, amount_minor: amountMinor, version });
    await tx.audit({
      action: 'pledge raised',
      eventId: pledge.event_id,
      subjectKind: 'pledge',
      subjectId: pledge.id,
      details: { from: String(pledge.amount_minor), to: String(amountMinor) },
    });
    const body = { pledgeId: pledge.id, campaignId: pledge.campaign_id, ...wire(amountMinor, pledge.currency) };
    await tx.fact({ type: 'PledgeChanged', eventId: pledge.event_id, body });
  }
}
