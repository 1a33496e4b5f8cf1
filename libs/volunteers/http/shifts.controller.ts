import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { type Actor, Caller, EventRoles, type EventScope, Idempotent, IdParam, InContract, Scope } from '#platform';
import { KeepShifts } from '../use-cases/keep-shifts.js';
import { ShowShifts } from '../use-cases/show-shifts.js';
import { SignUpForShift } from '../use-cases/sign-up-for-shift.js';
import { ListShiftsQuery, MoveEntryBody, MoveShiftBody, PlaceBody, PlanShiftBody, ShiftRulesBody } from './shift.body.js';
import { ShiftEntryView, ShiftPageView, ShiftView } from './shift.view.js';
import { shiftView } from './to-view.js';

@InContract((api) => api.ApiTags('volunteers'))
@Controller('api/v1/events/:slug/shifts')
export class ShiftsController {
  constructor(
    private readonly show: ShowShifts,
    private readonly shifts: KeepShifts,
    private readonly people: SignUpForShift,
  ) {}

  /** Shifts in the order of their start; drafts for coordinators only. */
  @Get()
  @EventRoles('owner', 'organiser', 'coordinator', 'volunteer', 'crew')
  async list(@Scope() { eventId }: EventScope, @Caller() actor: Actor, @Query() query: ListShiftsQuery): Promise<ShiftPageView> {
    const page = await this.show.page(eventId, actor, query.after, query.limit);
    return { items: page.items.map((s) => shiftView(s, actor.accountId)), next: page.next };
  }

  @Post()
  @EventRoles('owner', 'organiser', 'coordinator')
  async plan(@Scope() scope: EventScope, @Caller() actor: Actor, @Body() body: PlanShiftBody): Promise<ShiftView> {
    const id = await this.shifts.plan(scope, actor, {
      name: body.name,
      place: body.place ?? '',
      startsAt: new Date(body.startsAt),
      endsAt: new Date(body.endsAt),
      changeoverMinutes: body.changeoverMinutes ?? 0,
      places: body.places,
      demanding: body.demanding ?? false,
      state: body.publish ? 'published' : 'draft',
    });
    return this.one(scope, actor, id);
  }

  /** How much rest people have, and how much they may do. */
  @Put('rules')
  @EventRoles('owner', 'organiser', 'coordinator')
  async rules(@Scope() scope: EventScope, @Body() body: ShiftRulesBody): Promise<ShiftRulesBody> {
    await this.shifts.setRules(scope, body);
    return { restMinutes: body.restMinutes, dayMinutes: body.dayMinutes, demandingInRow: body.demandingInRow };
  }

  /** Publishes, starts, ends or cancels. */
  @Post(':id/move')
  @HttpCode(200)
  @EventRoles('owner', 'organiser', 'coordinator')
  async move(
    @Scope() scope: EventScope,
    @Caller() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: MoveShiftBody,
  ): Promise<ShiftView> {
    await this.shifts.move(scope, id, body.to, body.reason);
    return this.one(scope, actor, id);
  }

  /** Takes a place for me, or the end of the waiting list. */
  @Post(':id/sign-up')
  @HttpCode(200)
  @Idempotent()
  @EventRoles('owner', 'organiser', 'coordinator', 'volunteer', 'crew')
  async signUp(@Scope() scope: EventScope, @Caller() actor: Actor, @IdParam('id') id: string): Promise<ShiftEntryView> {
    return { shiftId: id, ...(await this.people.signUp(scope, actor.accountId, id)) };
  }

  /** Gives my place to the first who waits. */
  @Post(':id/leave')
  @HttpCode(200)
  @EventRoles('owner', 'organiser', 'coordinator', 'volunteer', 'crew')
  async leave(@Scope() scope: EventScope, @Caller() actor: Actor, @IdParam('id') id: string): Promise<ShiftView> {
    await this.people.leave(scope, actor.accountId, id);
    return this.one(scope, actor, id);
  }

  /** Puts a person of the team into a shift. */
  @Post(':id/place')
  @HttpCode(200)
  @Idempotent()
  @EventRoles('owner', 'organiser', 'coordinator')
  async place(@Scope() scope: EventScope, @IdParam('id') id: string, @Body() body: PlaceBody): Promise<ShiftEntryView> {
    return { shiftId: id, ...(await this.shifts.place(scope, id, body.personId)) };
  }

  /** Confirms a person, notes who came, or takes somebody out. */
  @Post(':id/entries/:entryId/move')
  @HttpCode(200)
  @EventRoles('owner', 'organiser', 'coordinator', 'crew')
  async moveEntry(
    @Scope() scope: EventScope,
    @Caller() actor: Actor,
    @IdParam('id') id: string,
    @IdParam('entryId') entryId: string,
    @Body() body: MoveEntryBody,
  ): Promise<ShiftView> {
    await this.shifts.moveEntry(scope, id, entryId, body.to);
    return this.one(scope, actor, id);
  }

  private async one({ eventId }: EventScope, actor: Actor, id: string): Promise<ShiftView> {
    return shiftView(await this.show.one(eventId, id), actor.accountId);
  }
}
