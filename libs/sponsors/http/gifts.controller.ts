import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { type Actor, Caller, EventRoles, type EventScope, Idempotent, IdParam, InContract, ListQuery, Scope } from '#platform';
import { AcceptGift } from '../use-cases/accept-gift.js';
import { KeepGifts } from '../use-cases/keep-gifts.js';
import { ShowGifts } from '../use-cases/show-gifts.js';
import { amountIn } from './amount-in.js';
import { DeclineGiftBody, OfferGiftBody, ReceiveGiftBody, ValueGiftBody } from './gift.body.js';
import { GiftPageView, GiftView } from './gift.view.js';
import { giftView } from './to-view.js';

@InContract((api) => api.ApiTags('sponsors'))
@Controller('api/v1/events/:slug/in-kind-gifts')
export class InKindGiftsController {
  constructor(
    private readonly show: ShowGifts,
    private readonly gifts: KeepGifts,
    private readonly acceptGift: AcceptGift,
  ) {}

  /** Gifts in kind, newest first. */
  @Get()
  @EventRoles('owner', 'organiser', 'sponsors', 'treasurer')
  async list(@Scope() { eventId }: EventScope, @Query() query: ListQuery): Promise<GiftPageView> {
    const page = await this.show.page(eventId, query.after, query.limit);
    const names = await this.show.namesFor(page.items);
    return { items: page.items.map((g) => giftView(g, names)), next: page.next };
  }

  /** Notes what somebody offers to give. */
  @Post()
  @EventRoles('owner', 'organiser', 'sponsors', 'treasurer')
  async offer(@Scope() scope: EventScope, @Caller() actor: Actor, @Body() body: OfferGiftBody): Promise<GiftView> {
    const { dealId = null, budgetLineId = null, isPublic = true, ...gift } = body;
    return this.one(scope, await this.gifts.offer(scope, actor, { ...gift, dealId, budgetLineId, isPublic }));
  }

  @Get(':id')
  @EventRoles('owner', 'organiser', 'sponsors', 'treasurer')
  async one(@Scope() { eventId }: EventScope, @IdParam('id') id: string): Promise<GiftView> {
    const gift = await this.show.one(eventId, id);
    return giftView(gift, await this.show.namesFor([gift]));
  }

  /** Sets its value and what the value rests on. */
  @Post(':id/value')
  @HttpCode(200)
  @EventRoles('treasurer', 'owner')
  async value(
    @Scope() scope: EventScope,
    @Caller() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: ValueGiftBody,
  ): Promise<GiftView> {
    const { value, ...basis } = body;
    await this.gifts.value(scope, actor, id, { ...basis, minor: amountIn(scope.currency, value, '/value') });
    return this.one(scope, id);
  }

  /** Accepts it at its value: the need is met in kind and the cash goal falls. Above 1,000.00 by a second person. */
  @Post(':id/accept')
  @HttpCode(200)
  @Idempotent()
  @EventRoles('owner', 'organiser', 'treasurer', 'sponsors')
  async accept(@Scope() scope: EventScope, @Caller() actor: Actor, @IdParam('id') id: string): Promise<GiftView> {
    await this.acceptGift.execute(scope, actor, id);
    return this.one(scope, id);
  }

  @Post(':id/decline')
  @HttpCode(200)
  @EventRoles('owner', 'organiser', 'treasurer', 'sponsors')
  async decline(@Scope() scope: EventScope, @IdParam('id') id: string, @Body() body: DeclineGiftBody): Promise<GiftView> {
    await this.gifts.decline(scope, id, body.reason);
    return this.one(scope, id);
  }

  /** A day for it is fixed. */
  @Post(':id/schedule')
  @HttpCode(200)
  @EventRoles('owner', 'organiser', 'treasurer', 'sponsors')
  async schedule(@Scope() scope: EventScope, @IdParam('id') id: string): Promise<GiftView> {
    await this.gifts.schedule(scope, id);
    return this.one(scope, id);
  }

  @Post(':id/receive')
  @HttpCode(200)
  @EventRoles('owner', 'organiser', 'treasurer', 'sponsors')
  async receive(@Scope() scope: EventScope, @IdParam('id') id: string, @Body() body: ReceiveGiftBody): Promise<GiftView> {
    await this.gifts.receive(scope, id, body.receivedOn);
    return this.one(scope, id);
  }

  /** Puts it into the books: income equals expense, no cash moves. */
  @Post(':id/recognise')
  @HttpCode(200)
  @Idempotent()
  @EventRoles('treasurer', 'owner')
  async recognise(@Scope() scope: EventScope, @IdParam('id') id: string): Promise<GiftView> {
    await this.gifts.recognise(scope, id);
    return this.one(scope, id);
  }
}
