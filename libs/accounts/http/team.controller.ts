import { Body, Controller, Delete, Get, HttpCode, Param, ParseEnumPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  Caller,
  EventRoles,
  type EventScope,
  IdParam,
  Member,
  PlatformAdmin,
  ROLES,
  type Role,
  Scope,
  accessRefusals,
} from '#platform';
import { KeepTeam } from '../use-cases/keep-team.js';
import { SuspendAccount } from '../use-cases/suspend-account.js';
import { AcceptedRoleView, AcceptedView, TeamView } from './account.view.js';
import { LinkBody } from './auth.body.js';
import { InviteBody, SuspendBody } from './team.body.js';

const ROLE = new ParseEnumPipe(Object.fromEntries(ROLES.map((r) => [r, r])), { exceptionFactory: () => accessRefusals.NOT_FOUND() });

@ApiTags('team')
@Controller('api/v1')
export class TeamController {
  constructor(
    private readonly team: KeepTeam,
    private readonly suspension: SuspendAccount,
  ) {}

  /** Everyone with a role in the event. */
  @Get('events/:slug/team')
  @EventRoles('owner', 'organiser', 'coordinator', 'treasurer')
  async list(@Scope() scope: EventScope): Promise<TeamView> {
    const rows = await this.team.list(scope);
    return {
      items: rows.map((r) => ({
        accountId: r.account_id,
        name: r.name,
        email: r.email,
        role: r.role,
        grantedAt: r.granted_at.toISOString(),
      })),
    };
  }

  /** Mails an invitation to take up a role; it works once. */
  @Post('events/:slug/invitations')
  @HttpCode(202)
  @EventRoles('owner')
  async invite(@Scope() scope: EventScope, @Body() { email, role }: InviteBody): Promise<AcceptedView> {
    await this.team.invite(scope, email, role);
    return { accepted: true };
  }

  /** Takes up the role of an invitation. */
  @Post('invitations/accept')
  @HttpCode(200)
  @Member()
  accept(@Body() { token }: LinkBody, @Caller() actor: Actor): Promise<AcceptedRoleView> {
    return this.team.accept(actor, token);
  }

  @Delete('events/:slug/team/:accountId/:role')
  @HttpCode(200)
  @EventRoles('owner')
  async revoke(
    @Scope() scope: EventScope,
    @IdParam('accountId') accountId: string,
    @Param('role', ROLE) role: Role,
  ): Promise<AcceptedView> {
    await this.team.revoke(scope, accountId, role);
    return { accepted: true };
  }

  @Post('admin/accounts/:id/suspend')
  @HttpCode(200)
  @PlatformAdmin()
  async suspend(@IdParam('id') id: string, @Body() body: SuspendBody): Promise<AcceptedView> {
    await this.suspension.suspend(id, body.because, body.keepContent);
    return { accepted: true };
  }

  @Post('admin/accounts/:id/unsuspend')
  @HttpCode(200)
  @PlatformAdmin()
  async unsuspend(@IdParam('id') id: string): Promise<AcceptedView> {
    await this.suspension.unsuspend(id);
    return { accepted: true };
  }
}
