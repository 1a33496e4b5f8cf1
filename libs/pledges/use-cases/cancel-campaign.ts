import { Injectable } from '@nestjs/common';
import { type Id, wire } from '#kernel';
import { Payments, RefundPayment } from '#payments';
import { Job, type JobWorker, type Tx, UnitOfWork } from '#platform';
import { PAID, type PledgeState, UNDER_WAY } from '../domain/pledge.js';
import { refuse } from '../domain/pledge.refusals.js';
import { PledgeMails } from '../mails/pledge-mails.js';
import { type CampaignRow, CampaignsStore } from '../store/campaigns.store.js';
import { type PledgeRow, PledgesStore } from '../store/pledges.store.js';
import { ExpectTransfer } from './expect-transfer.js';
import { MoveCampaign } from './move-campaign.js';
import { MovePledge } from './move-pledge.js';
import { ReturnTransfer } from './return-transfer.js';

/** Promised and not paid: let go at once. What somebody is just paying waits for Stripe's word. */
const LET_GO: readonly PledgeState[] = ['draft', 'committed', 'awaiting_transfer', 'part_received', 'received'];
const BECAUSE = 'the campaign was called off';

interface Why {
  reason: string;
  by: Id<'account'>;
}

/**
 * Calls a campaign off while it runs (PBG-6). Nothing is deleted: promises end by the entry that reverses theirs, money moves back by
 * refunds that another treasurer approves, one per payment, and transfers become a debt at the bank.
 */
@Injectable()
@Job('return-cancelled')
export class CancelCampaign implements JobWorker<{ eventId: string; pledge: string } & Why> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly campaigns: CampaignsStore,
    private readonly pledges: PledgesStore,
    private readonly payments: Payments,
    private readonly refunds: RefundPayment,
    private readonly transfers: ExpectTransfer,
    private readonly returnTransfer: ReturnTransfer,
    private readonly mails: PledgeMails,
    private readonly moveCampaign: MoveCampaign,
    private readonly movePledge: MovePledge,
  ) {}

  /** Refuses CAMPAIGN_NOT_FOUND, and WRONG_STATE unless it is live. */
  execute(eventId: string, id: string, why: Why): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const campaign = await this.campaigns.lock(tx, id);
      if (campaign.event_id !== eventId) throw refuse.CAMPAIGN_NOT_FOUND();
      await this.moveCampaign.within(tx, campaign, 'cancelled', { reason: why.reason });
      const standing = await this.pledges.inStates(tx, id, [...new Set([...UNDER_WAY, ...PAID])]);
      // Who pays at this moment is decided by who holds the pledge first: what was paid before is seen here, what comes after is unwanted.
      for (const found of standing) await this.end(tx, campaign, await this.pledges.lock(tx, found.id), why);
      const ids = standing.map((p) => p.id);
      await this.payments.endVisits(tx, 'pledge', ids);
      await this.payments.forgetMethods(tx, 'pledge', ids);
    });
  }

  /** Asks for what is left of one payment to go back, in a transaction of its own: payments lock theirs before the pledge. */
  async work({ eventId, pledge, by, reason }: { eventId: string; pledge: string } & Why): Promise<void> {
    await this.refunds.requestRest({ eventId, source: { kind: 'pledge', id: pledge }, reason, by });
  }

  private async end(tx: Tx, campaign: CampaignRow, pledge: PledgeRow, why: Why): Promise<void> {
    if (LET_GO.includes(pledge.state)) return this.letGo(tx, campaign, pledge);
    if (!PAID.includes(pledge.state)) return;
    if (pledge.method === 'card') {
      await tx.enqueue('return-cancelled', { eventId: campaign.event_id, pledge: pledge.id, ...why });
      const left = pledge.amount_minor + pledge.fee_cover_minor - pledge.refunded_minor;
      return pledge.state === 'collected' || pledge.state === 'partly_refunded' ? this.mails.calledOffPaid(tx, pledge, left) : undefined;
    }
    if (pledge.state === 'collected') await this.giveBack(tx, campaign, pledge);
  }

  private async letGo(tx: Tx, campaign: CampaignRow, pledge: PledgeRow): Promise<void> {
    const arrived = pledge.received_minor > 0n;
    await this.movePledge.to(tx, pledge, 'released', { reason: BECAUSE });
    if (pledge.method === 'transfer') await this.transfers.noMore(tx, pledge);
    if (arrived) await this.returnTransfer.owed(tx, campaign, pledge, BECAUSE);
    await (arrived ? this.mails.calledOffPaid(tx, pledge, pledge.received_minor) : this.mails.calledOff(tx, pledge));
  }

  private async giveBack(tx: Tx, campaign: CampaignRow, pledge: PledgeRow): Promise<void> {
    await this.movePledge.to(tx, pledge, 'refunded', { reason: BECAUSE, changes: { refunded_minor: pledge.received_minor } });
    await this.returnTransfer.owed(tx, campaign, pledge, BECAUSE);
    const body = { pledgeId: pledge.id, campaignId: campaign.id, ...wire(pledge.received_minor, pledge.currency) };
    await tx.fact({ type: 'PledgeRefunded', eventId: campaign.event_id, body });
    await this.mails.calledOffPaid(tx, pledge, pledge.received_minor);
  }
}
