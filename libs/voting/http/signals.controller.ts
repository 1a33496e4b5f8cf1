import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { type Actor, Caller, EventRoles, type EventScope, IdParam, InContract, Scope } from '#platform';
import { VoidFlagged } from '../use-cases/void-flagged.js';
import { WatchSignals } from '../use-cases/watch-signals.js';
import { AskVoidingBody, DecideVoidingBody } from './signals.body.js';
import { SignsView, VoidingAskedView, VoidingsView } from './signals.view.js';

@InContract((api) => api.ApiTags('ballots'))
@Controller('api/v1/events/:slug/ballots/:id')
export class SignalsController {
  constructor(
    private readonly signals: WatchSignals,
    private readonly voiding: VoidFlagged,
  ) {}

  /** How many ballots look odd, and why: never which, and never whose. */
  @Get('flags')
  @EventRoles('owner', 'organiser')
  flags(@Scope() scope: EventScope, @IdParam('id') id: string): Promise<SignsView> {
    return this.signals.look(scope, id);
  }

  /** Asks that ballots with a sign be voided. Another person has to grant it before the vote closes. */
  @Post('voidings')
  @EventRoles('owner', 'organiser')
  ask(
    @Scope() scope: EventScope,
    @IdParam('id') id: string,
    @Body() { sign, reason }: AskVoidingBody,
    @Caller() actor: Actor,
  ): Promise<VoidingAskedView> {
    return this.voiding.ask(actor, scope, id, sign, reason);
  }

  @Get('voidings')
  @EventRoles('owner', 'organiser')
  voidings(@Scope() scope: EventScope, @IdParam('id') id: string): Promise<VoidingsView> {
    return this.shown(scope, id);
  }

  /** Grants or refuses what somebody else asked for. */
  @Post('voidings/:voiding/decide')
  @HttpCode(200)
  @EventRoles('owner', 'organiser')
  async decide(
    @Scope() scope: EventScope,
    @IdParam('id') id: string,
    @IdParam('voiding') voidingId: string,
    @Body() { granted }: DecideVoidingBody,
    @Caller() actor: Actor,
  ): Promise<VoidingsView> {
    await this.voiding.decide(actor, scope, id, voidingId, granted);
    return this.shown(scope, id);
  }

  private async shown(scope: EventScope, id: string): Promise<VoidingsView> {
    const rows = await this.voiding.list(scope, id);
    return {
      items: rows.map((r) => ({
        id: r.id,
        ballots: r.ballots,
        reason: r.reason,
        askedBy: r.asked_by,
        askedAt: r.asked_at.toISOString(),
        decidedAt: r.decided_at?.toISOString() ?? null,
        granted: r.granted,
      })),
    };
  }
}
