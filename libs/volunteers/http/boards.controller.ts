import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { type Actor, Anyone, Caller, EventRoles, type EventScope, IdParam, InContract, MaybeCaller, Scope } from '#platform';
import { AddCard } from '../use-cases/add-card.js';
import { OpenBoard } from '../use-cases/open-board.js';
import { ShowBoards } from '../use-cases/show-boards.js';
import { LimitColumnBody, OpenBoardBody } from './board.body.js';
import { BoardListView, CardView, WholeBoardView } from './board.view.js';
import { AddCardBody } from './card.body.js';
import { boardView, cardView } from './to-view.js';

@InContract((api) => api.ApiTags('volunteers'))
@Controller('api/v1/events/:slug')
export class BoardsController {
  constructor(
    private readonly show: ShowBoards,
    private readonly boards: OpenBoard,
    private readonly addCard: AddCard,
  ) {}

  /** Boards; private ones for the team only. */
  @Get('boards')
  @Anyone()
  async list(@Scope() { eventId }: EventScope, @MaybeCaller() actor?: Actor): Promise<BoardListView> {
    return { items: await this.show.list(eventId, actor) };
  }

  /** Opens a board. Left to itself it has backlog, ready, doing, review and done. */
  @Post('boards')
  @EventRoles('owner', 'organiser', 'coordinator')
  async open(@Scope() scope: EventScope, @Caller() actor: Actor, @Body() body: OpenBoardBody): Promise<WholeBoardView> {
    const columns = body.columns?.map((c) => ({ name: c.name, stage: c.stage, wipLimit: c.wipLimit ?? null, wipHard: c.wipHard ?? false }));
    const id = await this.boards.execute(scope, actor, { name: body.name, isPublic: body.isPublic ?? false, columns });
    return this.one(scope, id, actor);
  }

  /** A board with its columns and cards. People outside the team see no names. */
  @Get('boards/:id')
  @Anyone()
  async one(@Scope() { eventId }: EventScope, @IdParam('id') id: string, @MaybeCaller() actor?: Actor): Promise<WholeBoardView> {
    return boardView(await this.show.whole(eventId, id, actor));
  }

  /** Puts a new card at the bottom of a column. */
  @Post('boards/:id/cards')
  @EventRoles('owner', 'organiser', 'coordinator', 'volunteer', 'crew')
  async add(@Scope() scope: EventScope, @Caller() actor: Actor, @IdParam('id') id: string, @Body() body: AddCardBody): Promise<CardView> {
    return cardView(await this.show.card(scope.eventId, await this.addCard.execute(scope, actor, id, body)));
  }

  /** Sets how many cards a column takes, and whether that holds or only shows. */
  @Patch('columns/:id')
  @HttpCode(200)
  @EventRoles('owner', 'organiser', 'coordinator')
  async limit(
    @Scope() scope: EventScope,
    @Caller() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: LimitColumnBody,
  ): Promise<WholeBoardView> {
    const boardId = await this.boards.limit(scope, id, body.wipLimit ?? null, body.wipHard ?? false);
    return this.one(scope, boardId, actor);
  }
}
