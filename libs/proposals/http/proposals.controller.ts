import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { DuringPhase } from '#events';
import { fromWire } from '#kernel';
import {
  type Actor,
  Anyone,
  Caller,
  EventRoles,
  type EventScope,
  IdempotentIfKeyed,
  IdParam,
  InContract,
  MaybeCaller,
  Member,
  Scope,
} from '#platform';
import { CostProposal } from '../use-cases/cost-proposal.js';
import { SetProposalBounds } from '../use-cases/set-proposal-bounds.js';
import { ShowProposals } from '../use-cases/show-proposals.js';
import { SupportProposal } from '../use-cases/support-proposal.js';
import { WriteProposal } from '../use-cases/write-proposal.js';
import { CostsBody } from './costs.body.js';
import { detailView, proposalView, stateView } from './proposal-views.js';
import { EditProposalBody, ProposalSettingsBody, WriteProposalBody } from './proposal.body.js';
import {
  ProposalDetailView,
  ProposalSettingsView,
  ProposalStateView,
  ProposalSupportView,
  ProposalVersionsView,
  ProposalsPageView,
} from './proposal.view.js';
import { ProposalsQuery } from './proposals.query.js';

@InContract((api) => api.ApiTags('proposals'))
@Controller('api/v1/events/:slug/proposals')
export class ProposalsController {
  constructor(
    private readonly write: WriteProposal,
    private readonly cost: CostProposal,
    private readonly supports: SupportProposal,
    private readonly shown: ShowProposals,
    private readonly bounds: SetProposalBounds,
  ) {}

  /** An event's proposals with your own supports marked. */
  @Get()
  @Anyone()
  async list(
    @Scope() scope: EventScope,
    @Query() query: ProposalsQuery,
    @MaybeCaller() viewer: Actor | undefined,
  ): Promise<ProposalsPageView> {
    const page = await this.shown.list(viewer, scope, query);
    return { items: page.items.map(proposalView), next: page.next };
  }

  @Post()
  @Member()
  @IdempotentIfKeyed()
  @DuringPhase('propose')
  async create(@Scope() scope: EventScope, @Body() body: WriteProposalBody, @Caller() actor: Actor): Promise<ProposalStateView> {
    return stateView(await this.write.create(actor, scope, body));
  }

  /** The event's bounds for titles and texts. */
  @Put('settings')
  @EventRoles('owner', 'organiser')
  settings(@Scope() scope: EventScope, @Body() body: ProposalSettingsBody): Promise<ProposalSettingsView> {
    return this.bounds.execute(scope, body);
  }

  @Get(':id')
  @Anyone()
  async show(@Scope() scope: EventScope, @IdParam('id') id: string, @MaybeCaller() viewer: Actor | undefined): Promise<ProposalDetailView> {
    return detailView(await this.shown.one(viewer, scope, id), scope.slug, viewer?.accountId);
  }

  /** Changes the text. Later than five minutes after publishing this makes a new version. */
  @Patch(':id')
  @Member()
  async edit(
    @Scope() scope: EventScope,
    @IdParam('id') id: string,
    @Body() body: EditProposalBody,
    @Caller() actor: Actor,
  ): Promise<ProposalStateView> {
    return stateView(await this.write.edit(actor, scope, id, body));
  }

  /** Every version that people may have supported. */
  @Get(':id/versions')
  @Anyone()
  async versions(
    @Scope() scope: EventScope,
    @IdParam('id') id: string,
    @MaybeCaller() viewer: Actor | undefined,
  ): Promise<ProposalVersionsView> {
    const versions = await this.shown.versions(viewer, scope, id);
    return { items: versions.map(({ editor, at, ...v }) => ({ ...v, editedBy: editor, at: at.toISOString() })) };
  }

  /** Puts in what it costs, in place of the sheet before. */
  @Put(':id/costs')
  @Member()
  @DuringPhase('cost')
  async putCosts(
    @Scope() scope: EventScope,
    @IdParam('id') id: string,
    @Body() { lines }: CostsBody,
    @Caller() actor: Actor,
  ): Promise<ProposalDetailView> {
    await this.cost.put(
      actor,
      scope,
      id,
      lines.map((l) => ({
        ...l,
        unitPrice: fromWire(l.unitPrice),
        min: l.min ? fromWire(l.min) : null,
        evidenceUrl: l.evidenceUrl ?? null,
      })),
    );
    return this.show(scope, id, actor);
  }

  /** Freezes the prices. Somebody else must have put them in. */
  @Post(':id/approve-costs')
  @HttpCode(200)
  @EventRoles('owner', 'organiser', 'treasurer', 'estimator')
  @DuringPhase('cost')
  async approveCosts(@Scope() scope: EventScope, @IdParam('id') id: string, @Caller() actor: Actor): Promise<ProposalStateView> {
    return stateView(await this.cost.approve(actor, scope, id));
  }

  @Post(':id/support')
  @HttpCode(200)
  @Member()
  @DuringPhase('support')
  async support(@Scope() scope: EventScope, @IdParam('id') id: string, @Caller() actor: Actor): Promise<ProposalSupportView> {
    await this.supports.give(actor, scope, id);
    return { supported: true };
  }

  @Delete(':id/support')
  @Member()
  @DuringPhase('support')
  async withdrawSupport(@Scope() scope: EventScope, @IdParam('id') id: string, @Caller() actor: Actor): Promise<ProposalSupportView> {
    await this.supports.takeBack(actor, scope, id);
    return { supported: false };
  }
}
