import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { type Actor, Caller, EventRoles, type EventScope, IdParam, InContract, Member, Scope } from '#platform';
import { InviteElectors } from '../use-cases/invite-electors.js';
import { InvitedAddressesBody, JoinBody, MembershipCodeBody } from './electorate.body.js';
import { InvitedView, JoinedView, MembershipCodeMadeView, MembershipCodesView } from './electorate.view.js';

@InContract((api) => api.ApiTags('ballots'))
@Controller('api/v1/events/:slug/ballots/:id')
export class ElectorateController {
  constructor(private readonly electors: InviteElectors) {}

  /** Puts addresses on the list of those invited. Only hashes are kept; fixed from the opening on. */
  @Post('invited')
  @HttpCode(200)
  @EventRoles('owner', 'organiser')
  async invite(@Scope() scope: EventScope, @IdParam('id') id: string, @Body() { addresses }: InvitedAddressesBody): Promise<InvitedView> {
    return { invited: await this.electors.invite(scope, id, addresses) };
  }

  /** How many addresses stand on the list. */
  @Get('invited')
  @EventRoles('owner', 'organiser')
  async invited(@Scope() scope: EventScope, @IdParam('id') id: string): Promise<InvitedView> {
    return { invited: await this.electors.invited(scope, id) };
  }

  /** Empties the list. */
  @Delete('invited')
  @HttpCode(200)
  @EventRoles('owner', 'organiser')
  async clear(@Scope() scope: EventScope, @IdParam('id') id: string): Promise<InvitedView> {
    await this.electors.clear(scope, id);
    return { invited: 0 };
  }

  /** Makes a code that an organisation gives its members. It is shown this once. */
  @Post('membership-codes')
  @EventRoles('owner', 'organiser')
  async makeCode(
    @Scope() scope: EventScope,
    @IdParam('id') id: string,
    @Body() { organisation, most }: MembershipCodeBody,
  ): Promise<MembershipCodeMadeView> {
    return { organisation, most, code: await this.electors.makeCode(scope, id, organisation, most) };
  }

  /** The organisations with a code, and how many joined with it. */
  @Get('membership-codes')
  @EventRoles('owner', 'organiser')
  async codes(@Scope() scope: EventScope, @IdParam('id') id: string): Promise<MembershipCodesView> {
    return { items: await this.electors.codes(scope, id) };
  }

  /** Enters an organisation's code: from then on you may vote here. */
  @Post('join')
  @HttpCode(200)
  @Member()
  async join(
    @Scope() scope: EventScope,
    @IdParam('id') id: string,
    @Body() { code }: JoinBody,
    @Caller() actor: Actor,
  ): Promise<JoinedView> {
    await this.electors.join(actor, scope, id, code);
    return { eligible: true };
  }
}
