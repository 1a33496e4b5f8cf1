import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { fromWire } from '#kernel';
import {
  type Actor,
  Anyone,
  Caller,
  EventRoles,
  type EventScope,
  Idempotent,
  IdParam,
  InContract,
  Member,
  Scope,
  badFields,
} from '#platform';
import { KeepHours } from '../use-cases/keep-hours.js';
import { ShowHours } from '../use-cases/show-hours.js';
import { coordinates } from '../use-cases/team.js';
import { HourRateBody, HoursWishBody, ListHoursQuery, LogHoursBody, RejectHoursBody } from './hours.body.js';
import { HoursPageView, HoursSummaryView, HoursView } from './hours.view.js';
import { hoursView, summaryView } from './to-view.js';

@InContract((api) => api.ApiTags('volunteers'))
@Controller('api/v1/events/:slug/hours')
export class HoursController {
  constructor(
    private readonly show: ShowHours,
    private readonly hours: KeepHours,
  ) {}

  /** Hours, newest first: everybody's for coordinators and treasurers, their own for others. */
  @Get()
  @EventRoles(
    'owner',
    'organiser',
    'coordinator',
    'treasurer',
    'volunteer',
    'crew',
    'moderator',
    'estimator',
    'programme',
    'sponsors',
    'speaker',
  )
  async list(@Scope() { eventId }: EventScope, @Caller() actor: Actor, @Query() query: ListHoursQuery): Promise<HoursPageView> {
    const seesAll = coordinates(actor, eventId) || actor.rolesIn(eventId).includes('treasurer');
    const personId = seesAll && query.of !== 'me' ? null : actor.accountId;
    const page = await this.show.page(eventId, { state: query.state ?? null, personId }, query.after, query.limit);
    return { items: page.items.map(hoursView), next: page.next };
  }

  /** Logs hours of mine; they count once another person has confirmed them. */
  @Post()
  @EventRoles(
    'owner',
    'organiser',
    'coordinator',
    'treasurer',
    'volunteer',
    'crew',
    'moderator',
    'estimator',
    'programme',
    'sponsors',
    'speaker',
  )
  async log(@Scope() scope: EventScope, @Caller() actor: Actor, @Body() body: LogHoursBody): Promise<HoursView> {
    return this.one(scope, await this.hours.log(scope, actor, { ...body, cardId: body.cardId ?? null, shiftId: body.shiftId ?? null }));
  }

  /** Sums for everybody: beside the money, never inside it. */
  @Get('summary')
  @Anyone()
  async summary(@Scope() { eventId }: EventScope): Promise<HoursSummaryView> {
    return summaryView(await this.show.summary(eventId));
  }

  /** Whether I may be named, and my time valued. */
  @Put('wish')
  @Member()
  async wish(@Scope() scope: EventScope, @Caller() actor: Actor, @Body() body: HoursWishBody): Promise<HoursWishBody> {
    await this.hours.wish(scope, actor, body);
    return { named: body.named, valued: body.valued };
  }

  /** What an hour is worth, and who says so. */
  @Put('rate')
  @EventRoles('owner', 'organiser', 'coordinator', 'treasurer')
  async rate(@Scope() scope: EventScope, @Body() { rate, source }: HourRateBody): Promise<HoursSummaryView> {
    if (rate.currency !== scope.currency) throw badFields([{ pointer: '/rate/currency', message: `must be ${scope.currency}` }]);
    if (rate.amount < 1 || rate.amount > 1_000_000) throw badFields([{ pointer: '/rate/amount', message: 'must be from 1 to 1000000' }]);
    await this.hours.setRate(scope, { minor: fromWire(rate).minor, source });
    return this.summary(scope);
  }

  /** Confirms somebody else's hours: they become a memo in the books. */
  @Post(':id/confirm')
  @HttpCode(200)
  @Idempotent()
  @EventRoles('owner', 'organiser', 'coordinator')
  async confirm(@Scope() scope: EventScope, @Caller() actor: Actor, @IdParam('id') id: string): Promise<HoursView> {
    await this.hours.confirm(scope, actor, id);
    return this.one(scope, id);
  }

  @Post(':id/reject')
  @HttpCode(200)
  @EventRoles('owner', 'organiser', 'coordinator')
  async reject(
    @Scope() scope: EventScope,
    @Caller() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: RejectHoursBody,
  ): Promise<HoursView> {
    await this.hours.reject(scope, actor, id, body.reason);
    return this.one(scope, id);
  }

  private async one({ eventId }: EventScope, id: string): Promise<HoursView> {
    return hoursView(await this.show.one(eventId, id));
  }
}
