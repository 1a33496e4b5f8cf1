import { Injectable } from '@nestjs/common';
import { Accounts } from '#accounts';
import { Clock, type Money, idAfter, money, pageOf, toWire, wire } from '#kernel';
import { Payments } from '#payments';
import { Database, EventScopes, type ListQuery } from '#platform';
import { isPublic } from '../domain/campaign.js';
import { coverFor } from '../domain/fee-cover.js';
import type { PledgeState } from '../domain/pledge.js';
import { refuse } from '../domain/pledge.refusals.js';
import {
  type FullPledgePageView,
  type PledgeMadeView,
  type PledgePageView,
  type PledgeView,
  type PublicPledgePageView,
  fullPledgeView,
  pledgeView,
  publicPledgeView,
} from '../http/pledge.view.js';
import { type CampaignRow, CampaignsStore } from '../store/campaigns.store.js';
import { type PledgeRow, PledgesStore } from '../store/pledges.store.js';
import { WishesStore } from '../store/wishes.store.js';
import { PledgeLinks } from './pledge-links.js';

type List = Pick<ListQuery, 'limit' | 'after'>;

/** Pledges as their backer, the treasurer and everybody may see them. */
@Injectable()
export class ShowPledges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly accounts: Accounts,
    private readonly events: EventScopes,
    private readonly campaigns: CampaignsStore,
    private readonly pledges: PledgesStore,
    private readonly wishes: WishesStore,
    private readonly payments: Payments,
    private readonly links: PledgeLinks,
  ) {}

  async view(pledge: PledgeRow): Promise<PledgeView> {
    const campaign = await this.campaigns.byId(this.database, pledge.campaign_id);
    const method = await this.payments.savedMethod(this.database, { kind: 'pledge', id: pledge.id });
    const slug = (await this.events.namesOf([pledge.event_id])).get(pledge.event_id)?.slug ?? null;
    const wishes = await this.wishes.of(this.database, pledge.id);
    const card = method ? `${method.brand} ${method.last4}` : null;
    const toConfirm = await this.payments.toConfirm(this.database, { kind: 'pledge', id: pledge.id }, this.clock.now());
    return pledgeView(pledge, { campaign: campaign!, eventSlug: slug, card, toConfirm, wishes }, this.clock.now());
  }

  async withCampaign(pledgeId: string): Promise<{ pledge: PledgeRow; campaign: CampaignRow }> {
    const pledge = await this.pledges.byId(this.database, pledgeId);
    const campaign = pledge && (await this.campaigns.byId(this.database, pledge.campaign_id));
    if (!pledge || !campaign) throw refuse.PLEDGE_NOT_FOUND();
    return { pledge, campaign };
  }

  linkOf(pledge: PledgeRow): string {
    return this.links.tokenFor(pledge);
  }

  /** The answer to a new pledge by card, made of what was asked: nothing needs to be read again. */
  madeByCard(pledgeId: string, amount: Money, coverFee: boolean, guest: boolean): PledgeMadeView {
    const link = this.links.tokenFor({ id: pledgeId, link_version: 1 });
    const cover = coverFee ? coverFor(amount) : money(0n, amount.currency);
    return {
      pledgeId,
      link: guest ? link : null,
      total: wire(amount.minor + cover.minor, amount.currency),
      feeCovered: toWire(cover),
      next: { url: this.links.checkoutPath({ id: pledgeId, link_version: 1 }, guest), transfer: null },
    };
  }

  checkoutPath(pledge: PledgeRow, withLink: boolean): string {
    return this.links.checkoutPath(pledge, withLink);
  }

  async ofBacker(backerId: string, { limit, after }: List): Promise<PledgePageView> {
    const page = pageOf(await this.pledges.ofBacker(this.database, backerId, idAfter(after), limit + 1), limit, (p) => [p.id]);
    return { items: await Promise.all(page.items.map((p) => this.view(p))), next: page.next };
  }

  async publicly(campaignId: string, { limit, after }: List): Promise<PublicPledgePageView> {
    const campaign = await this.campaigns.byId(this.database, campaignId);
    if (!campaign || !isPublic(campaign.state)) throw refuse.CAMPAIGN_NOT_FOUND();
    const page = await this.page(campaign.event_id, campaignId, false, limit, after);
    const names = await this.accounts.namesOf(
      this.database,
      page.items.filter((p) => p.display === 'public' && !p.organisation_name).map((p) => p.backer_id),
    );
    return { items: page.items.map((p) => publicPledgeView(p, names.get(p.backer_id))), next: page.next };
  }

  /** Everything, for the treasurer of the event. */
  async fully(
    eventId: string,
    campaignId: string,
    { limit, after, state }: List & { state?: PledgeState | undefined },
  ): Promise<FullPledgePageView> {
    if (!(await this.campaigns.inEvent(this.database, eventId, campaignId))) throw refuse.CAMPAIGN_NOT_FOUND();
    const page = await this.page(eventId, campaignId, true, limit, after, state);
    const names = await this.accounts.namesOf(
      this.database,
      page.items.map((p) => p.backer_id),
    );
    return { items: page.items.map((p) => fullPledgeView(p, names.get(p.backer_id))), next: page.next };
  }

  private async page(
    eventId: string,
    campaignId: string,
    everything: boolean,
    limit: number,
    after: string | undefined,
    state?: PledgeState,
  ) {
    const rows = await this.pledges.ofCampaign(this.database, { eventId, campaignId, everything, state }, idAfter(after), limit + 1);
    return pageOf(rows, limit, (p) => [p.id]);
  }
}
