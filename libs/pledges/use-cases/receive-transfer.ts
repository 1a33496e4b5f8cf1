import { Injectable } from '@nestjs/common';
import { money, wire } from '#kernel';
import { Ledger, conditionalMet } from '#ledger';
import type { Tx } from '#platform';
import type { CampaignState } from '../domain/campaign.js';
import { PledgeMails } from '../mails/pledge-mails.js';
import { CampaignsStore } from '../store/campaigns.store.js';
import { type PledgeRow, PledgesStore } from '../store/pledges.store.js';
import { giverOf } from './expect-transfer.js';
import { MovePledge } from './move-pledge.js';

/** The goal has been met: what arrives is ours to spend. */
const MET: readonly CampaignState[] = ['succeeded', 'collecting', 'collected', 'settled'];

/** A bank line was matched to a transferred pledge, or the match taken back. */
@Injectable()
export class ReceiveTransfer {
  constructor(
    private readonly campaigns: CampaignsStore,
    private readonly pledges: PledgesStore,
    private readonly ledger: Ledger,
    private readonly mails: PledgeMails,
    private readonly move: MovePledge,
  ) {}

  async arrived(tx: Tx, pledgeId: string, amountMinor: bigint, lineId: string): Promise<void> {
    const { campaign, pledge } = await this.locked(tx, pledgeId);
    if (pledge.state !== 'awaiting_transfer' && pledge.state !== 'part_received') return;
    const received = pledge.received_minor + amountMinor;
    const met = MET.includes(campaign.state);
    if (campaign.mode === 'all_or_nothing' && met) await this.condition(tx, pledge, amountMinor, lineId);
    const whole = received >= pledge.amount_minor;
    const to = !whole ? 'part_received' : met || campaign.mode === 'keep' ? 'collected' : 'received';
    const changes = { received_minor: received, ...(whole && !pledge.committed_at ? { committed_at: tx.now } : {}) };
    if (pledge.state === to) await this.pledges.move(tx, pledge.id, to, to, changes);
    else await this.move.to(tx, pledge, to, { changes });
    if (!whole) return;
    const body = { pledgeId, campaignId: campaign.id, ...wire(pledge.amount_minor, pledge.currency) };
    await tx.fact({ type: 'PledgeCommitted', eventId: pledge.event_id, body });
    if (to === 'collected') await tx.fact({ type: 'PledgeCollected', eventId: pledge.event_id, body });
    await this.mails.receipt(tx, pledge);
  }

  /** Taken back while the campaign runs: it is awaited again. Once counted, the treasurer's correction stays in the books. */
  async takenBack(tx: Tx, pledgeId: string, amountMinor: bigint): Promise<void> {
    const { campaign, pledge } = await this.locked(tx, pledgeId);
    if (campaign.state !== 'live' || (pledge.state !== 'received' && pledge.state !== 'part_received')) return;
    const left = pledge.received_minor - amountMinor;
    const to = left > 0n ? 'part_received' : 'awaiting_transfer';
    const changes = { received_minor: left };
    if (pledge.state === to) await this.pledges.move(tx, pledge.id, to, to, changes);
    else await this.move.to(tx, pledge, to, { reason: 'the match with the bank line was taken back', changes });
  }

  private async locked(tx: Tx, pledgeId: string) {
    const found = await this.pledges.byId(tx, pledgeId);
    if (!found) throw new Error(`no pledge ${pledgeId}`);
    const campaign = await this.campaigns.hold(tx, found.campaign_id);
    return { campaign, pledge: await this.pledges.lock(tx, pledgeId) };
  }

  private async condition(tx: Tx, pledge: PledgeRow, amountMinor: bigint, lineId: string): Promise<void> {
    const on = tx.now.toISOString().slice(0, 10);
    const amount = money(amountMinor, pledge.currency);
    await this.ledger.post(
      tx,
      conditionalMet({ eventId: pledge.event_id, on, id: `${pledge.id}:${lineId}`, amount, from: giverOf(pledge) }),
    );
  }
}
