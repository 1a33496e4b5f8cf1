import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { type Actor, Caller, EventRoles, type EventScope, IdParam, InContract, Scope } from '#platform';
import { ArchiveCard } from '../use-cases/archive-card.js';
import { BlockCard } from '../use-cases/block-card.js';
import { ClaimCard } from '../use-cases/claim-card.js';
import { EditCard } from '../use-cases/edit-card.js';
import { MoveCard } from '../use-cases/move-card.js';
import { ShowBoards } from '../use-cases/show-boards.js';
import { CardView } from './board.view.js';
import { BlockerBody, EditCardBody, MoveCardBody } from './card.body.js';
import { cardView } from './to-view.js';

@InContract((api) => api.ApiTags('volunteers'))
@Controller('api/v1/events/:slug/cards/:id')
export class CardsController {
  constructor(
    private readonly show: ShowBoards,
    private readonly editCard: EditCard,
    private readonly moveCard: MoveCard,
    private readonly claimCard: ClaimCard,
    private readonly blockCard: BlockCard,
    private readonly archiveCard: ArchiveCard,
  ) {}

  @Get()
  @EventRoles('owner', 'organiser', 'coordinator', 'volunteer', 'crew')
  async one(@Scope() { eventId }: EventScope, @IdParam('id') id: string): Promise<CardView> {
    return cardView(await this.show.card(eventId, id));
  }

  /** Changes fields. A field that somebody else changed since `version` is refused with both values; others are taken. */
  @Patch()
  @EventRoles('owner', 'organiser', 'coordinator', 'volunteer', 'crew')
  async edit(@Scope() scope: EventScope, @Caller() actor: Actor, @IdParam('id') id: string, @Body() body: EditCardBody): Promise<CardView> {
    const { version, ...edit } = body;
    await this.editCard.execute(scope, actor, id, version, edit);
    return this.one(scope, id);
  }

  /** Puts the card below another one; without `after` at the top of the column. */
  @Post('move')
  @HttpCode(200)
  @EventRoles('owner', 'organiser', 'coordinator', 'volunteer', 'crew')
  async move(@Scope() scope: EventScope, @Caller() actor: Actor, @IdParam('id') id: string, @Body() body: MoveCardBody): Promise<CardView> {
    await this.moveCard.execute(scope, actor, id, body.columnId, body.after ?? null);
    return this.one(scope, id);
  }

  @Post('claim')
  @HttpCode(200)
  @EventRoles('owner', 'organiser', 'coordinator', 'volunteer', 'crew')
  async claim(@Scope() scope: EventScope, @Caller() actor: Actor, @IdParam('id') id: string): Promise<CardView> {
    await this.claimCard.claim(scope, actor, id);
    return this.one(scope, id);
  }

  @Post('release')
  @HttpCode(200)
  @EventRoles('owner', 'organiser', 'coordinator', 'volunteer', 'crew')
  async release(@Scope() scope: EventScope, @Caller() actor: Actor, @IdParam('id') id: string): Promise<CardView> {
    await this.claimCard.release(scope, actor, id);
    return this.one(scope, id);
  }

  /** "Still mine": answers the question asked after seven quiet days. */
  @Post('keep')
  @HttpCode(200)
  @EventRoles('owner', 'organiser', 'coordinator', 'volunteer', 'crew')
  async keep(@Scope() scope: EventScope, @Caller() actor: Actor, @IdParam('id') id: string): Promise<CardView> {
    await this.claimCard.keep(scope, actor, id);
    return this.one(scope, id);
  }

  /** Says that this card waits for another one of its board; circles are refused. */
  @Post('blockers')
  @HttpCode(200)
  @EventRoles('owner', 'organiser', 'coordinator', 'volunteer', 'crew')
  async block(@Scope() scope: EventScope, @IdParam('id') id: string, @Body() body: BlockerBody): Promise<CardView> {
    await this.blockCard.block(scope, id, body.blockerId);
    return this.one(scope, id);
  }

  @Delete('blockers/:blockerId')
  @EventRoles('owner', 'organiser', 'coordinator', 'volunteer', 'crew')
  async unblock(@Scope() scope: EventScope, @IdParam('id') id: string, @IdParam('blockerId') blockerId: string): Promise<CardView> {
    await this.blockCard.unblock(scope, id, blockerId);
    return this.one(scope, id);
  }

  @Post('archive')
  @HttpCode(200)
  @EventRoles('owner', 'organiser', 'coordinator', 'volunteer', 'crew')
  async archive(@Scope() scope: EventScope, @Caller() actor: Actor, @IdParam('id') id: string): Promise<CardView> {
    await this.archiveCard.archive(scope, actor, id);
    return this.one(scope, id);
  }

  /** Brings an archived card back to the board's first column. */
  @Post('restore')
  @HttpCode(200)
  @EventRoles('owner', 'organiser', 'coordinator', 'volunteer', 'crew')
  async restore(@Scope() scope: EventScope, @Caller() actor: Actor, @IdParam('id') id: string): Promise<CardView> {
    await this.archiveCard.restore(scope, actor, id);
    return this.one(scope, id);
  }
}
