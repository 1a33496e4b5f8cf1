import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { money, newId, toWire } from '#kernel';
import { Ledger, conditionalMet } from '#ledger';
import { type ChargePlan, Payments } from '#payments';
import { Database, type Tx, UnitOfWork } from '#platform';
import { outcomeOf } from '../domain/campaign.js';
import { lapseOf } from '../domain/dunning.js';
import { PledgeMails } from '../mails/pledge-mails.js';
import { type CampaignRow, CampaignsStore } from '../store/campaigns.store.js';
import { type PledgeRow, PledgesStore } from '../store/pledges.store.js';
import { ExpectTransfer, giverOf } from './expect-transfer.js';
import { MoveCampaign } from './move-campaign.js';
import { MovePledge } from './move-pledge.js';
import { ReturnTransfer } from './return-transfer.js';

/** How long a promised transfer is waited for after the goal was met (policy). */
const TRANSFERS_ARRIVE_WITHIN_MS = 30 * 86_400_000;

/**
 * Counts a campaign after its deadline, exactly once (CAM-1): one transaction writes the count and freezes what follows
 * from it. Run from twenty workers at once it gives one record.
 */
@Injectable()
export class EvaluateCampaign {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly campaigns: CampaignsStore,
    private readonly pledges: PledgesStore,
    private readonly payments: Payments,
    private readonly ledger: Ledger,
    private readonly mails: PledgeMails,
    private readonly transfers: ExpectTransfer,
    private readonly returnTransfer: ReturnTransfer,
    private readonly moveCampaign: MoveCampaign,
    private readonly move: MovePledge,
  ) {}

  /**
   * Waits while somebody who came in time may still be on the payment page: their visit is closed at Stripe, which says
   * whether a card was saved (CAM-2). Answers whether the campaign has been counted by now.
   */
  async execute(campaignId: string): Promise<boolean> {
    if (await this.someoneIsStillPaying(campaignId)) return false;
    return this.unitOfWork.run(async (tx) => {
      const campaign = await this.campaigns.lock(tx, campaignId);
      if (campaign.state !== 'evaluating') return campaign.state !== 'live';
      const counted = await this.pledges.countedAt(tx, campaignId, campaign.deadline_at);
      const total = money(
        counted.reduce((sum, p) => sum + p.amount_minor, 0n),
        campaign.currency,
      );
      const goal = money(campaign.goal_minor, campaign.currency);
      const outcome = outcomeOf(campaign.mode, total, goal);
      const hash = createHash('sha256')
        .update(counted.map((p) => p.id).join('\n'))
        .digest();
      if (!(await this.campaigns.evaluated(tx, campaign, { id: newId(), countedMinor: total.minor, count: counted.length, hash, outcome })))
        return true;
      const body = {
        campaignId,
        counted: toWire(total).amount,
        goal: toWire(goal).amount,
        currency: campaign.currency,
        pledges: counted.length,
      };
      await tx.fact({ type: outcome === 'succeeded' ? 'CampaignSucceeded' : 'CampaignFailed', eventId: campaign.event_id, body });
      await this.moveCampaign.within(tx, campaign, outcome);
      if (outcome === 'succeeded') await this.collect(tx, { ...campaign, state: 'succeeded' }, counted);
      else await this.release(tx, { ...campaign, state: 'failed' });
      return true;
    });
  }

  private async someoneIsStillPaying(campaignId: string): Promise<boolean> {
    const begun = (await this.pledges.inStates(this.database, campaignId, ['draft', 'reserved'])).map((p) => p.id);
    const open = await this.payments.openVisits(this.database, 'pledge', begun);
    if (open > 0) await this.unitOfWork.run((tx) => this.payments.endVisits(tx, 'pledge', begun));
    return open > 0;
  }

  /** Every counted card is charged: one intent and a first attempt each, in the transaction that froze the campaign. */
  private async collect(tx: Tx, campaign: CampaignRow, counted: readonly PledgeRow[]): Promise<void> {
    await this.moveCampaign.within(tx, campaign, 'collecting');
    const cards = counted.filter((p) => p.state === 'committed');
    await this.pledges.moveMany(
      tx,
      cards.map((p) => p.id),
      'committed',
      'collecting',
      tx.now,
      lapseOf(tx.now, campaign.time_zone),
    );
    await this.payments.charge(
      tx,
      cards.map((p) => chargeFor(p, campaign)),
    );
    const transfers = await this.pledges.inStates(tx, campaign.id, ['received', 'part_received', 'awaiting_transfer']);
    for (const pledge of transfers) await this.meetCondition(tx, campaign, pledge);
  }

  /** The condition is met for what has arrived (E13b); what is still awaited gets its time to arrive. */
  private async meetCondition(tx: Tx, campaign: CampaignRow, pledge: PledgeRow): Promise<void> {
    if (campaign.mode === 'all_or_nothing' && pledge.received_minor > 0n) {
      const amount = money(pledge.received_minor, pledge.currency);
      const on = tx.now.toISOString().slice(0, 10);
      await this.ledger.post(tx, conditionalMet({ eventId: pledge.event_id, on, id: pledge.id, amount, from: giverOf(pledge) }));
    }
    if (pledge.state === 'received') {
      await this.move.to(tx, pledge, 'collected');
      return;
    }
    const lapses_at = new Date(tx.now.getTime() + TRANSFERS_ARRIVE_WITHIN_MS);
    await this.pledges.move(tx, pledge.id, pledge.state, pledge.state, { lapses_at });
  }

  /** Nobody is charged: cards are forgotten, transfers go back, places do not matter any more. */
  private async release(tx: Tx, campaign: CampaignRow): Promise<void> {
    await this.moveCampaign.within(tx, campaign, 'releasing');
    const left = await this.pledges.inStates(tx, campaign.id, ['draft', 'committed', 'awaiting_transfer', 'part_received', 'received']);
    for (const found of left) {
      const pledge = await this.pledges.lock(tx, found.id);
      const arrived = pledge.received_minor > 0n;
      await this.move.to(tx, pledge, 'released', { reason: 'the goal was not met' });
      if (pledge.method === 'transfer') await this.transfers.noMore(tx, pledge);
      if (arrived) await this.returnTransfer.owed(tx, campaign, pledge, 'the goal was not met');
      await (arrived ? this.mails.returned(tx, pledge) : this.mails.released(tx, pledge));
    }
    await this.payments.forgetMethods(
      tx,
      'pledge',
      left.map((p) => p.id),
    );
  }
}

const chargeFor = (p: PledgeRow, campaign: CampaignRow): ChargePlan => ({
  eventId: p.event_id,
  source: { kind: 'pledge', id: p.id },
  personId: p.backer_id,
  amountMinor: p.amount_minor + p.fee_cover_minor,
  coverMinor: p.fee_cover_minor,
  currency: p.currency,
  description: `Pledge to ${campaign.title}`,
  givenBy: giverOf(p),
});
