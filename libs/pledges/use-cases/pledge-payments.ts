import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Accounts } from '#accounts';
import { money, wire } from '#kernel';
import { type PaymentListener, Payments, type SessionWords, type SourceName } from '#payments';
import type { Db, Tx } from '#platform';
import { lapseOf, nextReminder, nextTry } from '../domain/dunning.js';
import { OPEN_TO_CHANGE, type PledgeState, RECOVERABLE } from '../domain/pledge.js';
import { PledgeMails } from '../mails/pledge-mails.js';
import { agreementFor } from '../mails/agreement.js';
import { CampaignsStore } from '../store/campaigns.store.js';
import { type PledgeRow, PledgesStore } from '../store/pledges.store.js';
import { CommitPledge } from './commit-pledge.js';
import { MovePledge } from './move-pledge.js';
import { PledgeLinks } from './pledge-links.js';

/** Where money for a pledge still belongs to it when it comes. */
const PAYABLE: readonly PledgeState[] = ['draft', 'reserved', 'processing', 'collecting', ...RECOVERABLE];

/** What payments tell pledges, in the transaction that makes it true: money and pledge never disagree, not for a moment. */
@Injectable()
export class PledgePayments implements PaymentListener, OnModuleInit {
  constructor(
    private readonly payments: Payments,
    private readonly campaigns: CampaignsStore,
    private readonly pledges: PledgesStore,
    private readonly accounts: Accounts,
    private readonly links: PledgeLinks,
    private readonly mails: PledgeMails,
    private readonly move: MovePledge,
    private readonly commit: CommitPledge,
  ) {}

  onModuleInit(): void {
    this.payments.listen('pledge', this);
  }

  async wordsFor(db: Db, pledgeId: string, visit: { purpose: string; amountMinor: bigint; currency: string }): Promise<SessionWords> {
    const pledge = (await this.pledges.byId(db, pledgeId))!;
    const campaign = (await this.campaigns.byId(db, pledge.campaign_id))!;
    const mail = await this.accounts.mailOf(db, pledge.backer_id);
    const words = agreementFor(mail?.locale ?? 'en', campaign, money(visit.amountMinor, visit.currency), visit.purpose === 'save_method');
    return { ...words, returnUrl: this.links.pageFor(pledge) };
  }

  async namesOf(db: Db, pledgeIds: readonly string[]): Promise<Map<string, SourceName>> {
    const pledges = await this.pledges.withTitles(db, pledgeIds);
    const people = await this.accounts.namesOf(
      db,
      pledges.map((pledge) => pledge.backer_id),
    );
    return new Map(
      pledges.map(({ id, organisation_name, backer_id, reference, title }) => [
        id,
        { payer: organisation_name ?? people.get(backer_id) ?? '', purpose: title, reference },
      ]),
    );
  }

  async methodSaved(tx: Tx, pledgeId: string, saved: { ceilingMinor: bigint; at: Date }): Promise<void> {
    await this.commit.withCard(tx, pledgeId, saved);
  }

  async paid(tx: Tx, pledgeId: string, payment: { amountMinor: bigint; at: Date }): Promise<'accepted' | 'unwanted'> {
    const pledge = await this.pledges.lock(tx, pledgeId);
    if (!PAYABLE.includes(pledge.state) || (await this.endedByCancelling(tx, pledge))) return 'unwanted';
    const changes = pledge.committed_at ? {} : { committed_at: payment.at };
    await this.move.to(tx, pledge, 'collected', { changes });
    if (!pledge.committed_at) await tx.fact({ type: 'PledgeCommitted', eventId: pledge.event_id, body: factOf(pledge) });
    await tx.fact({ type: 'PledgeCollected', eventId: pledge.event_id, body: factOf(pledge) });
    await this.payments.forgetMethods(tx, 'pledge', [pledge.id]);
    await this.mails.receipt(tx, pledge);
    return 'accepted';
  }

  async processing(tx: Tx, pledgeId: string): Promise<void> {
    const pledge = await this.pledges.lock(tx, pledgeId);
    if (pledge.state !== 'processing') await this.move.to(tx, pledge, 'processing', { changes: { lapses_at: pledge.lapses_at } });
  }

  /** A declined card: by its class tried again by plan, or its backer is asked at once (DUN-1, DUN-2). */
  async declined(
    tx: Tx,
    pledgeId: string,
    decline: { class: 'retry' | 'authenticate' | 'new_method'; code: string; tries: number },
  ): Promise<void> {
    const pledge = await this.pledges.lock(tx, pledgeId);
    const campaign = await this.campaigns.byId(tx, pledge.campaign_id);
    if (!campaign || !(pledge.state === 'collecting' || pledge.state === 'processing' || RECOVERABLE.includes(pledge.state))) return;
    if (await this.endedByCancelling(tx, pledge)) return;
    const since = pledge.collecting_since ?? tx.now;
    const next = decline.class === 'retry' ? nextTry(since, decline.tries, campaign.time_zone) : undefined;
    const to = decline.class === 'authenticate' ? 'needs_authentication' : next ? 'retrying' : 'needs_new_method';
    const changes = {
      next_try_at: next ?? null,
      lapses_at: pledge.lapses_at ?? lapseOf(since, campaign.time_zone),
      last_code: decline.code,
    };
    if (pledge.state === to) await this.pledges.move(tx, pledge.id, to, to, changes);
    else await this.move.to(tx, pledge, to, { reason: decline.code, changes });
    await this.pledges.remind(tx, pledge.id, to === 'retrying' ? null : (nextReminder(since, tx.now, campaign.time_zone) ?? null));
    if (to !== 'retrying')
      await tx.fact({ type: 'PledgeNeedsAction', eventId: pledge.event_id, body: { pledgeId, campaignId: pledge.campaign_id, kind: to } });
    await this.mails.needsAction(tx, pledge, to, changes.lapses_at);
  }

  /** Somebody was paying while the campaign was called off: the pledge ends, and what still comes goes back (PBG-6, CHG-5). */
  private async endedByCancelling(tx: Tx, pledge: PledgeRow): Promise<boolean> {
    const campaign = await this.campaigns.byId(tx, pledge.campaign_id);
    if (campaign?.state !== 'cancelled') return false;
    await this.move.to(tx, pledge, 'expired', { reason: 'the campaign was called off' });
    return true;
  }

  /** The hosted page was left. What was only begun ends; a card for a changed pledge, or a recovery, can be tried again, and a raise gives its room back. */
  async sessionEnded(tx: Tx, pledgeId: string): Promise<void> {
    const pledge = await this.pledges.lock(tx, pledgeId);
    if (pledge.state === 'draft' || pledge.state === 'reserved')
      await this.move.to(tx, pledge, 'expired', { reason: 'the payment page was left' });
    else if (pledge.raising_to_minor !== null) await this.pledges.raising(tx, pledge.id, null);
  }

  async refunded(tx: Tx, pledgeId: string, refund: { totalMinor: bigint; collectedMinor: bigint }): Promise<void> {
    const pledge = await this.pledges.lock(tx, pledgeId);
    const to = refund.totalMinor >= refund.collectedMinor ? 'refunded' : 'partly_refunded';
    if (!['collected', 'partly_refunded', 'refund_failed', 'refunded'].includes(pledge.state)) return;
    if (pledge.state === to) await this.pledges.move(tx, pledge.id, to, to, { refunded_minor: refund.totalMinor });
    else await this.move.to(tx, pledge, to, { changes: { refunded_minor: refund.totalMinor } });
    await tx.fact({
      type: 'PledgeRefunded',
      eventId: pledge.event_id,
      body: { ...factOf(pledge), ...wire(refund.totalMinor, pledge.currency) },
    });
    if (refund.totalMinor > pledge.refunded_minor) await this.mails.refunded(tx, pledge, refund.totalMinor - pledge.refunded_minor);
  }

  async refundFailed(tx: Tx, pledgeId: string): Promise<void> {
    const pledge = await this.pledges.lock(tx, pledgeId);
    if (pledge.state === 'partly_refunded' || pledge.state === 'refunded')
      await this.move.to(tx, pledge, 'refund_failed', { reason: 'the card did not take the refund' });
  }

  async disputed(
    tx: Tx,
    pledgeId: string,
    dispute: { outcome: 'opened' | 'won' | 'lost'; reason: string; dueBy: Date | null },
  ): Promise<void> {
    const pledge = await this.pledges.lock(tx, pledgeId);
    const to =
      dispute.outcome === 'opened'
        ? 'disputed'
        : dispute.outcome === 'lost'
          ? 'charged_back'
          : pledge.refunded_minor > 0n
            ? 'partly_refunded'
            : 'collected';
    if (dispute.outcome === 'opened' ? pledge.state === 'disputed' : pledge.state !== 'disputed') return;
    await this.move.to(tx, pledge, to, { reason: dispute.reason });
    await tx.fact({
      type: 'PledgeDisputed',
      eventId: pledge.event_id,
      body: {
        pledgeId,
        campaignId: pledge.campaign_id,
        outcome: dispute.outcome,
        reason: dispute.reason,
        dueBy: dispute.dueBy?.toISOString() ?? null,
      },
    });
  }
}

export const factOf = (pledge: PledgeRow): { pledgeId: string; campaignId: string; amount: number; currency: string } => ({
  pledgeId: pledge.id,
  campaignId: pledge.campaign_id,
  ...wire(pledge.amount_minor, pledge.currency),
});

/** Whether a backer may still change or withdraw it. */
export const isOpen = (state: PledgeState): boolean => OPEN_TO_CHANGE.includes(state);
