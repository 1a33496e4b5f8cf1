import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { DuringPhase } from '#events';
import { type Actor, Caller, EventRoles, type EventScope, IdParam, InContract, Member, Scope } from '#platform';
import { SteerProposal } from '../use-cases/steer-proposal.js';
import { RejectBody, WithdrawBody } from './ending.body.js';
import { stateView } from './proposal-views.js';
import { ProposalStateView } from './proposal.view.js';

@InContract((api) => api.ApiTags('proposals'))
@Controller('api/v1/events/:slug/proposals/:id')
export class ProposalPathController {
  constructor(private readonly steer: SteerProposal) {}

  /** Its author makes a draft public. */
  @Post('publish')
  @HttpCode(200)
  @Member()
  @DuringPhase('propose')
  async publish(@Scope() scope: EventScope, @IdParam('id') id: string, @Caller() actor: Actor): Promise<ProposalStateView> {
    return stateView(await this.steer.publish(actor, scope, id));
  }

  /** Takes it into review: from here on it can be costed. */
  @Post('review')
  @HttpCode(200)
  @EventRoles('owner', 'organiser', 'estimator', 'moderator')
  @DuringPhase('review')
  async review(@Scope() scope: EventScope, @IdParam('id') id: string): Promise<ProposalStateView> {
    return stateView(await this.steer.team(scope, id, 'under_review'));
  }

  /** Costed and wanted: it may stand on a ballot. */
  @Post('shortlist')
  @HttpCode(200)
  @EventRoles('owner', 'organiser')
  @DuringPhase('shortlist')
  async shortlist(@Scope() scope: EventScope, @IdParam('id') id: string): Promise<ProposalStateView> {
    return stateView(await this.steer.team(scope, id, 'shortlisted'));
  }

  @Post('reject')
  @HttpCode(200)
  @EventRoles('owner', 'organiser')
  async reject(@Scope() scope: EventScope, @IdParam('id') id: string, @Body() { reason }: RejectBody): Promise<ProposalStateView> {
    return stateView(await this.steer.team(scope, id, 'rejected', { because: reason }));
  }

  /** Its author takes it back; once it is on a ballot only an organiser may. */
  @Post('withdraw')
  @HttpCode(200)
  @Member()
  async withdraw(
    @Scope() scope: EventScope,
    @IdParam('id') id: string,
    @Body() { reason, note }: WithdrawBody,
    @Caller() actor: Actor,
  ): Promise<ProposalStateView> {
    return stateView(await this.steer.withdraw(actor, scope, id, { because: reason, note }));
  }

  @Post('schedule')
  @HttpCode(200)
  @EventRoles('owner', 'organiser', 'programme')
  async schedule(@Scope() scope: EventScope, @IdParam('id') id: string): Promise<ProposalStateView> {
    return stateView(await this.steer.team(scope, id, 'scheduled'));
  }

  @Post('deliver')
  @HttpCode(200)
  @EventRoles('owner', 'organiser', 'programme')
  async deliver(@Scope() scope: EventScope, @IdParam('id') id: string): Promise<ProposalStateView> {
    return stateView(await this.steer.team(scope, id, 'delivered'));
  }

  @Post('drop')
  @HttpCode(200)
  @EventRoles('owner', 'organiser')
  async drop(@Scope() scope: EventScope, @IdParam('id') id: string, @Body() { reason }: RejectBody): Promise<ProposalStateView> {
    return stateView(await this.steer.team(scope, id, 'dropped', { because: reason }));
  }
}
