import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { type Actor, Caller, EventRoles, type EventScope, Idempotent, IdParam, InContract, Member, Scope } from '#platform';
import { KeepBenefits } from '../use-cases/keep-benefits.js';
import { MoveDeal } from '../use-cases/move-deal.js';
import { OpenDeal } from '../use-cases/open-deal.js';
import { ShowDeals } from '../use-cases/show-deals.js';
import { amountIn } from './amount-in.js';
import { ListDealsQuery, MoveBenefitBody, MoveDealBody, OpenDealBody } from './deal.body.js';
import { ConfirmedBenefitView, DealPageView, WholeDealView } from './deal.view.js';
import { BenefitBody } from './package.body.js';
import { promisedIn } from './promised-in.js';
import { dealView, wholeDealView } from './to-view.js';

@InContract((api) => api.ApiTags('sponsors'))
@Controller('api/v1/events/:slug/deals')
export class DealsController {
  constructor(
    private readonly show: ShowDeals,
    private readonly openDeal: OpenDeal,
    private readonly moveDeal: MoveDeal,
    private readonly benefits: KeepBenefits,
  ) {}

  /** Deals, newest first. */
  @Get()
  @EventRoles('owner', 'organiser', 'sponsors', 'treasurer')
  async list(@Scope() { eventId }: EventScope, @Query() query: ListDealsQuery): Promise<DealPageView> {
    const page = await this.show.page(eventId, query.state, query.after, query.limit);
    return { items: page.items.map(dealView), next: page.next };
  }

  @Post()
  @EventRoles('owner', 'organiser', 'sponsors')
  async open(@Scope() scope: EventScope, @Caller() actor: Actor, @Body() body: OpenDealBody): Promise<WholeDealView> {
    const { price, ...rest } = body;
    const priceMinor = price ? amountIn(scope.currency, price, '/price') : undefined;
    return this.one(scope, await this.openDeal.execute(scope, actor, { ...rest, priceMinor }));
  }

  @Get(':id')
  @EventRoles('owner', 'organiser', 'sponsors', 'treasurer')
  async one(@Scope() { eventId }: EventScope, @IdParam('id') id: string): Promise<WholeDealView> {
    return wholeDealView(await this.show.one(eventId, id));
  }

  /** One step along the pipeline. `contracted` needs a second person, `invoiced` a treasurer; `paid` comes from the bank. */
  @Post(':id/move')
  @HttpCode(200)
  @Idempotent()
  @EventRoles('owner', 'organiser', 'sponsors', 'treasurer')
  async move(
    @Scope() scope: EventScope,
    @Caller() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: MoveDealBody,
  ): Promise<WholeDealView> {
    await this.moveDeal.execute(scope, actor, id, body);
    return this.one(scope, id);
  }

  /** Promises something beside the package. */
  @Post(':id/benefits')
  @EventRoles('owner', 'organiser', 'sponsors')
  async promise(@Scope() scope: EventScope, @IdParam('id') id: string, @Body() body: BenefitBody): Promise<WholeDealView> {
    await this.benefits.add(scope, id, promisedIn(scope, body, ''));
    return this.one(scope, id);
  }

  /** Takes a promise out of a deal that is not contracted yet. */
  @Delete(':id/benefits/:benefitId')
  @EventRoles('owner', 'organiser', 'sponsors')
  async takeOut(@Scope() scope: EventScope, @IdParam('id') id: string, @IdParam('benefitId') benefitId: string): Promise<WholeDealView> {
    await this.benefits.remove(scope, id, benefitId);
    return this.one(scope, id);
  }

  /** One step of keeping a promise; delivery needs evidence. */
  @Post(':id/benefits/:benefitId/move')
  @HttpCode(200)
  @EventRoles('owner', 'organiser', 'sponsors')
  async moveBenefit(
    @Scope() scope: EventScope,
    @Caller() actor: Actor,
    @IdParam('id') id: string,
    @IdParam('benefitId') benefitId: string,
    @Body() body: MoveBenefitBody,
  ): Promise<WholeDealView> {
    await this.benefits.move(scope, actor, id, benefitId, body.to, body.evidence, body.reason);
    return this.one(scope, id);
  }

  /** The organisation's contact says it got what was promised; the team may after 14 days of silence. */
  @Post(':id/benefits/:benefitId/confirm')
  @HttpCode(200)
  @Member()
  async confirm(
    @Scope() scope: EventScope,
    @Caller() actor: Actor,
    @IdParam('id') id: string,
    @IdParam('benefitId') benefitId: string,
  ): Promise<ConfirmedBenefitView> {
    await this.benefits.confirm(scope, actor, id, benefitId);
    return { id: benefitId, state: 'confirmed' };
  }
}
