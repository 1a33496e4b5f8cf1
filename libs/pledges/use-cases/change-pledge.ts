import { Injectable } from '@nestjs/common';
import { type Money, money, wire } from '#kernel';
import { Payments } from '#payments';
import { type Tx, UnitOfWork, refusingOn } from '#platform';
import { refuseOutside } from '../domain/bounds.js';
import { holdsBack } from '../domain/campaign.js';
import { type Display, OPEN_TO_CHANGE } from '../domain/pledge.js';
import { refuse } from '../domain/pledge.refusals.js';
import { PledgeMails } from '../mails/pledge-mails.js';
import { type CampaignRow, CampaignsStore } from '../store/campaigns.store.js';
import { type PledgeRow, PledgesStore } from '../store/pledges.store.js';
import { TiersStore } from '../store/tiers.store.js';
import { WishesStore } from '../store/wishes.store.js';
import { ExpectTransfer, giverOf } from './expect-transfer.js';
import { MovePledge } from './move-pledge.js';

export interface PledgeChange {
  amount?: Money;
  display?: Display;
  /** Save another card. */
  newCard?: boolean;
  /** Proposals that matter to the backer from now on. */
  wishes?: readonly string[];
}

/**
 * Until the deadline a backer may raise, lower or withdraw (PLG-3). A higher amount, or another card, needs a new
 * agreement on the payment page and counts once it is given. The campaign is locked before the pledge.
 */
@Injectable()
export class ChangePledge {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly campaigns: CampaignsStore,
    private readonly pledges: PledgesStore,
    private readonly tiers: TiersStore,
    private readonly wishes: WishesStore,
    private readonly payments: Payments,
    private readonly transfers: ExpectTransfer,
    private readonly mails: PledgeMails,
    private readonly move: MovePledge,
  ) {}

  /**
   * Refuses CAMPAIGN_CLOSED, PLEDGE_HELD, PLEDGE_TOO_SMALL, TARGET_REACHED, BACKER_CAP, PLEDGE_WRONG_CURRENCY, PLEDGE_WISH_UNKNOWN and WRONG_STATE.
   * Answers whether the payment page comes next: never when only the wishes change, which no money follows.
   */
  change(pledgeId: string, wish: PledgeChange): Promise<{ visit: boolean }> {
    return this.unitOfWork.run(async (tx) => {
      const { campaign, pledge } = await this.open(tx, pledgeId);
      if (wish.wishes) {
        await this.changeWishes(tx, pledge, wish.wishes);
        if (!wish.amount && !wish.display && !wish.newCard) return { visit: false };
      }
      if (pledge.state === 'reserved') throw refuse.CAMPAIGN_NOT_LIVE({}, 'This pledge is just being paid.');
      const amount = wish.amount ?? money(pledge.amount_minor, pledge.currency);
      if (amount.currency !== pledge.currency) throw refuse.PLEDGE_WRONG_CURRENCY({ expected: pledge.currency });
      refuseOutside(amount, pledge.method, pledge.fee_cover_minor);
      await this.refuseTooSmall(tx, pledge, amount);
      const raises = amount.minor > pledge.amount_minor && pledge.state === 'committed';
      if (amount.minor < pledge.amount_minor) await this.refuseHeld(tx, campaign, pledge, pledge.amount_minor - amount.minor);
      await this.write(tx, pledge, raises ? pledge.amount_minor : amount.minor, wish.display ?? pledge.display);
      if (raises && isLimited(campaign)) await this.pledges.raising(tx, pledge.id, amount.minor);
      const visit = pledge.method === 'card' && (raises || wish.newCard === true || pledge.state === 'draft');
      if (visit) await this.planVisit(tx, pledge, amount.minor + pledge.fee_cover_minor);
      return { visit };
    });
  }

  /** Withdrawn: nothing is charged, the place is free, the card forgotten. Refuses CAMPAIGN_CLOSED, PLEDGE_HELD and WRONG_STATE. */
  withdraw(pledgeId: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const { campaign, pledge } = await this.open(tx, pledgeId);
      await this.refuseHeld(tx, campaign, pledge, pledge.amount_minor);
      await this.move.to(tx, pledge, 'withdrawn', { reason: 'withdrawn by its backer' });
      await this.payments.endVisits(tx, 'pledge', [pledgeId]);
      await this.payments.forgetMethods(tx, 'pledge', [pledgeId]);
      if (pledge.method === 'transfer') await this.transfers.noMore(tx, pledge);
      const body = { pledgeId, campaignId: campaign.id, ...wire(pledge.amount_minor, pledge.currency) };
      await tx.fact({ type: 'PledgeWithdrawn', eventId: pledge.event_id, body });
      await this.mails.withdrawn(tx, pledge);
    });
  }

  private async changeWishes(tx: Tx, pledge: PledgeRow, wishes: readonly string[]): Promise<void> {
    const details = { wishes: [await this.wishes.of(tx, pledge.id), wishes] };
    await this.wishes.replace(tx, pledge.id, wishes);
    await tx.audit({ action: 'wishes changed', eventId: pledge.event_id, subjectKind: 'pledge', subjectId: pledge.id, details });
  }

  private async open(tx: Tx, pledgeId: string): Promise<{ campaign: CampaignRow; pledge: PledgeRow }> {
    const found = await this.pledges.byId(tx, pledgeId);
    if (!found) throw refuse.PLEDGE_NOT_FOUND();
    const campaign = await this.campaigns.lock(tx, found.campaign_id);
    const pledge = await this.pledges.lock(tx, pledgeId);
    if (!OPEN_TO_CHANGE.includes(pledge.state)) throw refuse.PLEDGE_NOT_OPEN({ state: pledge.state });
    if (campaign.state !== 'live' || tx.now > campaign.deadline_at)
      throw refuse.CAMPAIGN_CLOSED({ deadline: campaign.deadline_at.toISOString() });
    return { campaign, pledge };
  }

  private async refuseHeld(tx: Tx, campaign: CampaignRow, pledge: PledgeRow, byMinor: bigint): Promise<void> {
    if (pledge.state !== 'committed' || campaign.mode === 'keep') return;
    const of = {
      deadline: campaign.deadline_at,
      counted: money(await this.pledges.counted(tx, campaign.id), campaign.currency),
      goal: money(campaign.goal_minor, campaign.currency),
      holdsAtTheEnd: campaign.holds_at_the_end,
    };
    if (holdsBack(of, money(byMinor, campaign.currency), tx.now)) throw refuse.PLEDGE_HELD({ until: campaign.deadline_at.toISOString() });
  }

  private async refuseTooSmall(tx: Tx, pledge: PledgeRow, amount: Money): Promise<void> {
    const tier = (await this.tiers.list(tx, pledge.event_id, [pledge.campaign_id])).find((t) => t.id === pledge.tier_id);
    if (amount.minor < (tier?.price_minor ?? 1n)) throw refuse.PLEDGE_TOO_SMALL({ least: String(tier?.price_minor ?? 1n) });
  }

  private async write(tx: Tx, pledge: PledgeRow, amountMinor: bigint, display: Display): Promise<void> {
    const changes = amountMinor !== pledge.amount_minor;
    if (!changes && display === pledge.display) return;
    if (changes) await this.move.releaseMemo(tx, pledge);
    const version = await this.pledges.change(tx, pledge.id, {
      amountMinor,
      coverMinor: pledge.fee_cover_minor,
      display,
      tierId: pledge.tier_id,
    });
    const now = { ...pledge, amount_minor: amountMinor, version };
    if (changes) await this.move.commitMemo(tx, now);
    if (changes && pledge.method === 'transfer') await this.transfers.of(tx, now);
    const details = { amount: [String(pledge.amount_minor), String(amountMinor)], display: [pledge.display, display] };
    await tx.audit({ action: 'pledge changed', eventId: pledge.event_id, subjectKind: 'pledge', subjectId: pledge.id, details });
    const body = { pledgeId: pledge.id, campaignId: pledge.campaign_id, ...wire(amountMinor, pledge.currency) };
    await tx.fact({ type: 'PledgeChanged', eventId: pledge.event_id, body });
  }

  /** One visit at a time: an open one has to end first, by Stripe's word. */
  private async planVisit(tx: Tx, pledge: PledgeRow, amountMinor: bigint): Promise<void> {
    await refusingOn({ checkout_session_one_open: () => refuse.VISIT_OPEN() }, () =>
      this.payments.planVisit(tx, {
        event_id: pledge.event_id,
        source_kind: 'pledge',
        source_id: pledge.id,
        person_id: pledge.backer_id,
        purpose: 'save_method',
        amount_minor: amountMinor,
        fee_cover_minor: pledge.fee_cover_minor,
        currency: pledge.currency,
        given_by: giverOf(pledge),
      }),
    );
  }
}

const isLimited = (c: CampaignRow): boolean => c.target_minor !== null || c.backer_cap_minor !== null;
