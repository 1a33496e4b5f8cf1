import { Body, Controller, Delete, HttpCode, Patch, Post } from '@nestjs/common';
import { type Actor, Caller, EventRoles, type EventScope, IdParam, InContract, Scope } from '#platform';
import { KeepChecklist } from '../use-cases/keep-checklist.js';
import { ShowBoards } from '../use-cases/show-boards.js';
import { CardView } from './board.view.js';
import { AddChecklistItemBody, ChangeChecklistItemBody } from './card.body.js';
import { cardView } from './to-view.js';

@InContract((api) => api.ApiTags('volunteers'))
@Controller('api/v1/events/:slug/cards/:id/checklist')
export class ChecklistsController {
  constructor(
    private readonly show: ShowBoards,
    private readonly checklist: KeepChecklist,
  ) {}

  @Post()
  @EventRoles('owner', 'organiser', 'coordinator', 'volunteer', 'crew')
  async add(@Scope() scope: EventScope, @IdParam('id') id: string, @Body() body: AddChecklistItemBody): Promise<CardView> {
    await this.checklist.add(scope, id, body.text);
    return this.card(scope, id);
  }

  /** Ticks, unticks or rewords a step. */
  @Patch(':itemId')
  @HttpCode(200)
  @EventRoles('owner', 'organiser', 'coordinator', 'volunteer', 'crew')
  async change(
    @Scope() scope: EventScope,
    @Caller() actor: Actor,
    @IdParam('id') id: string,
    @IdParam('itemId') itemId: string,
    @Body() body: ChangeChecklistItemBody,
  ): Promise<CardView> {
    await this.checklist.change(scope, actor, id, itemId, body);
    return this.card(scope, id);
  }

  @Delete(':itemId')
  @EventRoles('owner', 'organiser', 'coordinator', 'volunteer', 'crew')
  async remove(@Scope() scope: EventScope, @IdParam('id') id: string, @IdParam('itemId') itemId: string): Promise<CardView> {
    await this.checklist.remove(scope, id, itemId);
    return this.card(scope, id);
  }

  private async card({ eventId }: EventScope, id: string): Promise<CardView> {
    return cardView(await this.show.card(eventId, id));
  }
}
