import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { Clock, fromWire, money, toWire, wire } from '#kernel';
import { type Actor, Anyone, Caller, EventRoles, type EventScope, IdParam, InContract, MaybeCaller, Scope } from '#platform';
import { coverFor } from '../domain/fee-cover.js';
import { CancelCampaign } from '../use-cases/cancel-campaign.js';
import { KeepTiers } from '../use-cases/keep-tiers.js';
import { MoveCampaign } from '../use-cases/move-campaign.js';
import { type CampaignWish, OpenCampaign } from '../use-cases/open-campaign.js';
import { ShowCampaigns } from '../use-cases/show-campaigns.js';
import { CampaignBody, ChangeCampaignBody, ChangeTierBody, ReasonBody, TierBody } from './campaign.body.js';
import { CampaignListView, CampaignView, ProgressView, campaignView, progressView } from './campaign.view.js';
import { CoverQuery } from './pledge.body.js';
import { CoverView } from './pledge.view.js';

/** Who prepares campaigns. */
const LEADS = ['owner', 'organiser', 'treasurer'] as const;

@InContract((api) => api.ApiTags('campaigns'))
@Controller('api/v1')
export class CampaignsController {
  constructor(
    private readonly clock: Clock,
    private readonly show: ShowCampaigns,
    private readonly open: OpenCampaign,
    private readonly move: MoveCampaign,
    private readonly tiers: KeepTiers,
    private readonly cancelCampaign: CancelCampaign,
  ) {}

  /** Campaigns of an event, newest first; the team also sees drafts. */
  @Get('events/:slug/campaigns')
  @Anyone()
  async list(@Scope() scope: EventScope, @MaybeCaller() actor?: Actor): Promise<CampaignListView> {
    const whole = await this.show.list(scope.eventId, isLead(actor, scope.eventId));
    return { items: whole.map(campaignView) };
  }

  /** Drafts a campaign. */
  @Post('events/:slug/campaigns')
  @EventRoles(...LEADS)
  async draft(@Scope() scope: EventScope, @Caller() actor: Actor, @Body() body: CampaignBody): Promise<CampaignView> {
    return this.view(await this.open.draft(scope, wishFrom(body, this.clock.now()), actor.accountId), actor);
  }

  /**
   * Changes a draft; of a live campaign only its words, its goal downwards, and the target and cap it has: never below what is promised
   * (`TARGET_BELOW_PROMISED`). A raised target takes pledges again at once.
   */
  @Patch('events/:slug/campaigns/:id')
  @EventRoles(...LEADS)
  async change(
    @Scope() scope: EventScope,
    @Caller() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: ChangeCampaignBody,
  ): Promise<CampaignView> {
    const { goal, target, backerCap, opensAt, ...rest } = body;
    await this.open.change(scope, id, {
      ...rest,
      ...(goal ? { goal: fromWire(goal) } : {}),
      ...(target === undefined ? {} : { target: target && fromWire(target) }),
      ...(backerCap === undefined ? {} : { backerCap: backerCap && fromWire(backerCap) }),
      ...(opensAt ? { opensAt: new Date(opensAt) } : {}),
    });
    return this.view(id, actor);
  }

  /** Asks for approval. */
  @Post('events/:slug/campaigns/:id/submit')
  @HttpCode(200)
  @EventRoles(...LEADS)
  async submit(@Scope() scope: EventScope, @Caller() actor: Actor, @IdParam('id') id: string): Promise<CampaignView> {
    await this.move.submit(scope.eventId, id, actor.accountId);
    return this.view(id, actor);
  }

  /** Approved by another person than the one who submitted it; goes live when its time has come. */
  @Post('events/:slug/campaigns/:id/approve')
  @HttpCode(200)
  @EventRoles(...LEADS)
  async approve(@Scope() scope: EventScope, @Caller() actor: Actor, @IdParam('id') id: string): Promise<CampaignView> {
    await this.move.approve(scope.eventId, id, actor.accountId);
    return this.view(id, actor);
  }

  /** Sent back to its author. */
  @Post('events/:slug/campaigns/:id/send-back')
  @HttpCode(200)
  @EventRoles(...LEADS)
  async sendBack(
    @Scope() scope: EventScope,
    @Caller() actor: Actor,
    @IdParam('id') id: string,
    @Body() { reason }: ReasonBody,
  ): Promise<CampaignView> {
    await this.move.sendBack(scope.eventId, id, reason);
    return this.view(id, actor);
  }

  /** Called off: nobody is charged. For what was paid by card a refund is asked for, which another treasurer approves; transfers are owed through the bank. */
  @Post('events/:slug/campaigns/:id/cancel')
  @HttpCode(200)
  @EventRoles('owner', 'treasurer')
  async cancel(
    @Scope() scope: EventScope,
    @Caller() actor: Actor,
    @IdParam('id') id: string,
    @Body() { reason }: ReasonBody,
  ): Promise<CampaignView> {
    await this.cancelCampaign.execute(scope.eventId, id, { reason, by: actor.accountId });
    return this.view(id, actor);
  }

  /** Every penny is reconciled: the campaign is closed for good. */
  @Post('events/:slug/campaigns/:id/settle')
  @HttpCode(200)
  @EventRoles('treasurer')
  async settle(@Scope() scope: EventScope, @Caller() actor: Actor, @IdParam('id') id: string): Promise<CampaignView> {
    await this.move.settle(scope.eventId, id);
    return this.view(id, actor);
  }

  /** Adds a tier. */
  @Post('events/:slug/campaigns/:id/tiers')
  @EventRoles(...LEADS)
  async addTier(
    @Scope() scope: EventScope,
    @Caller() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: TierBody,
  ): Promise<CampaignView> {
    await this.tiers.add(scope.eventId, id, {
      name: body.name,
      description: body.description ?? '',
      price_minor: fromWire(body.price).minor,
      reward_cost_minor: body.rewardCost ? fromWire(body.rewardCost).minor : 0n,
      capacity: body.capacity ?? null,
      hidden: body.hidden ?? false,
    });
    return this.view(id, actor);
  }

  /** Changes a tier within what people who chose it were told. */
  @Patch('events/:slug/campaigns/:id/tiers/:tierId')
  @EventRoles(...LEADS)
  async changeTier(
    @Scope() scope: EventScope,
    @Caller() actor: Actor,
    @IdParam('id') id: string,
    @IdParam('tierId') tierId: string,
    @Body() { price, rewardCost, ...rest }: ChangeTierBody,
  ): Promise<CampaignView> {
    await this.tiers.change(scope.eventId, id, tierId, {
      ...rest,
      ...(price ? { price_minor: fromWire(price).minor } : {}),
      ...(rewardCost ? { reward_cost_minor: fromWire(rewardCost).minor } : {}),
    });
    return this.view(id, actor);
  }

  /** One campaign. */
  @Get('campaigns/:id')
  @Anyone()
  one(@IdParam('id') id: string, @MaybeCaller() actor?: Actor): Promise<CampaignView> {
    return this.view(id, actor);
  }

  /** The figures of the thermometer at this moment. */
  @Get('campaigns/:id/progress')
  @Anyone()
  async progress(@IdParam('id') id: string, @MaybeCaller() actor?: Actor): Promise<ProgressView> {
    const { campaign, progress, room } = await this.show.one(id, (eventId) => isLead(actor, eventId));
    return progressView(money(campaign.goal_minor, campaign.currency), progress, room);
  }

  /** What covering the fee would add to an amount. */
  @Get('campaigns/:id/fee-cover')
  @Anyone()
  async feeCover(@IdParam('id') id: string, @Query() { amount }: CoverQuery, @MaybeCaller() actor?: Actor): Promise<CoverView> {
    const { campaign } = await this.show.one(id, (eventId) => isLead(actor, eventId));
    const gift = money(BigInt(amount), campaign.currency);
    const cover = coverFor(gift);
    return { cover: toWire(cover), total: wire(gift.minor + cover.minor, campaign.currency) };
  }

  private async view(id: string, actor: Actor | undefined): Promise<CampaignView> {
    return campaignView(await this.show.one(id, (eventId) => isLead(actor, eventId)));
  }
}

const isLead = (actor: Actor | undefined, eventId: string): boolean =>
  actor?.rolesIn(eventId).some((role) => (LEADS as readonly string[]).includes(role)) ?? false;

const wishFrom = (body: CampaignBody, now: Date): CampaignWish => ({
  title: body.title,
  story: body.story ?? '',
  bankDetails: body.bankDetails ?? '',
  mode: body.mode,
  goal: fromWire(body.goal),
  target: body.target ? fromWire(body.target) : null,
  backerCap: body.backerCap ? fromWire(body.backerCap) : null,
  opensAt: body.opensAt ? new Date(body.opensAt) : now,
  deadline: body.deadline,
  holdsAtTheEnd: body.holdsAtTheEnd ?? true,
});
