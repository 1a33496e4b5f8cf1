import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { fromWire } from '#kernel';
import { type Actor, Anyone, Caller, EventRoles, type EventScope, IdParam, InContract, ListQuery, MaybeCaller, Scope } from '#platform';
import { CloseBallot } from '../use-cases/close-ballot.js';
import type { BallotDraft } from '../rules/declaration.js';
import { DeclareBallot } from '../use-cases/declare-ballot.js';
import { OpenBallot } from '../use-cases/open-ballot.js';
import { ShowBallots } from '../use-cases/show-ballots.js';
import { VoidBallot } from '../use-cases/void-ballot.js';
import { ballotDetailView, ballotView } from './ballot-views.js';
import { CloseBallotBody, CreateBallotBody, VoidBallotBody } from './ballot.body.js';
import { BallotDetailView, BallotsPageView, DeclaredBallotView } from './ballot.view.js';

@InContract((api) => api.ApiTags('ballots'))
@Controller('api/v1/events/:slug/ballots')
export class BallotsController {
  constructor(
    private readonly declare: DeclareBallot,
    private readonly opening: OpenBallot,
    private readonly closing: CloseBallot,
    private readonly voiding: VoidBallot,
    private readonly shown: ShowBallots,
  ) {}

  /** An event's votes, newest first. */
  @Get()
  @Anyone()
  async list(
    @Scope() scope: EventScope,
    @Query() { after, limit }: ListQuery,
    @MaybeCaller() viewer: Actor | undefined,
  ): Promise<BallotsPageView> {
    const page = await this.shown.list(viewer, scope, after, limit);
    return { items: page.items.map(ballotView), next: page.next };
  }

  /** Declares a vote, as a draft. */
  @Post()
  @EventRoles('owner', 'organiser')
  async create(@Scope() scope: EventScope, @Body() body: CreateBallotBody, @Caller() actor: Actor): Promise<DeclaredBallotView> {
    return { id: await this.declare.create(actor, scope, draftOf(body)) };
  }

  @Get(':id')
  @Anyone()
  async show(@Scope() scope: EventScope, @IdParam('id') id: string, @MaybeCaller() viewer: Actor | undefined): Promise<BallotDetailView> {
    return ballotDetailView(await this.shown.one(viewer, scope, id));
  }

  /** Declares a draft anew. The rules of an opened vote are locked. */
  @Put(':id')
  @EventRoles('owner', 'organiser')
  async change(
    @Scope() scope: EventScope,
    @IdParam('id') id: string,
    @Body() body: CreateBallotBody,
    @Caller() actor: Actor,
  ): Promise<BallotDetailView> {
    await this.declare.change(scope, id, draftOf(body));
    return this.show(scope, id, actor);
  }

  /** Opens it: the electorate is taken, the lot drawn, the rules are frozen and published. */
  @Post(':id/open')
  @HttpCode(200)
  @EventRoles('owner', 'organiser')
  async open(@Scope() scope: EventScope, @IdParam('id') id: string, @Caller() actor: Actor): Promise<BallotDetailView> {
    await this.opening.execute(scope, id);
    return this.show(scope, id, actor);
  }

  /** Closes it before its time; the count follows at once. */
  @Post(':id/close')
  @HttpCode(200)
  @EventRoles('owner', 'organiser')
  async close(
    @Scope() scope: EventScope,
    @IdParam('id') id: string,
    @Body() { reason }: CloseBallotBody,
    @Caller() actor: Actor,
  ): Promise<BallotDetailView> {
    await this.closing.execute(scope, id, reason ?? 'closed by an organiser');
    return this.show(scope, id, actor);
  }

  /** Ends it without a result; its voters are told why. */
  @Post(':id/void')
  @HttpCode(200)
  @EventRoles('owner', 'organiser')
  async makeVoid(
    @Scope() scope: EventScope,
    @IdParam('id') id: string,
    @Body() { reason }: VoidBallotBody,
    @Caller() actor: Actor,
  ): Promise<BallotDetailView> {
    await this.voiding.execute(scope, id, reason);
    return this.show(scope, id, actor);
  }
}

const draftOf = ({ pot, opensAt, closesAt, increment, minSpend, options, ...body }: CreateBallotBody): BallotDraft => ({
  ...body,
  pot: pot && fromWire(pot),
  options: options?.map(({ title, startsAt }) => ({ title, startsAt: startsAt === undefined ? undefined : new Date(startsAt) })),
  opensAt: opensAt === undefined ? undefined : new Date(opensAt),
  closesAt: new Date(closesAt),
  incrementMinor: increment === undefined ? undefined : BigInt(increment),
  minSpendMinor: minSpend === undefined ? undefined : BigInt(minSpend),
});
