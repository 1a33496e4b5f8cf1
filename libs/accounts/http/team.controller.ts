import { Body, Controller, Delete, Get, HttpCode, Param, ParseEnumPipe, Post } from '@nestjs/common';
import {
  type Actor,
  Caller,
  EventRoles,
  type EventScope,
  IdParam,
  InContract,
  Member,
  type Role,
  ROLES,
  Scope,
  accessRefusals,
} from '#platform';
import { InviteToTeam } from '../use-cases/invite-to-team.js';
import { KeepInvitations } from '../use-cases/keep-invitations.js';
import { KeepTeam } from '../use-cases/keep-team.js';
import { AcceptedRoleView, AcceptedView, InvitationsView, OfferedRoleView, TeamView } from './account.view.js';
import { LinkBody } from './auth.body.js';
import { InviteBody } from './team.body.js';

const ROLE = new ParseEnumPipe(Object.fromEntries(ROLES.map((r) => [r, r])), { exceptionFactory: () => accessRefusals.NOT_FOUND() });

@InContract((api) => api.ApiTags('team'))
@Controller('api/v1')
export class TeamController {
  constructor(
    private readonly team: KeepTeam,
    private readonly inviteToTeam: InviteToTeam,
    private readonly invitations: KeepInvitations,
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
    await this.inviteToTeam.execute(scope, email, role);
    return { accepted: true };
  }

  /** Invitations that nobody has answered yet and that still work, the newest first. */
  @Get('events/:slug/invitations')
  @EventRoles('owner')
  async listInvitations(@Scope() scope: EventScope): Promise<InvitationsView> {
    const rows = await this.invitations.list(scope);
    return {
      items: rows.map(({ id, email, role, created_at, expires_at }) => ({
        id,
        email,
        role,
        invitedAt: created_at.toISOString(),
        expiresAt: expires_at.toISOString(),
      })),
    };
  }

  /** Takes an invitation back: its link stops working at once. */
  @Delete('events/:slug/invitations/:id')
  @HttpCode(200)
  @EventRoles('owner')
  async takeBack(@Scope() scope: EventScope, @IdParam('id') id: string): Promise<AcceptedView> {
    await this.invitations.takeBack(scope, id);
    return { accepted: true };
  }

  /** Says what an invitation offers to the caller; it can still be taken up. */
  @Post('invitations/look')
  @HttpCode(200)
  @Member()
  look(@Body() { token }: LinkBody, @Caller() actor: Actor): Promise<OfferedRoleView> {
    return this.invitations.look(actor, token);
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
}
