import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Accounts } from '#accounts';
import { CommentBody, CommentsPageView, DoneView, Moderate, PostedCommentView, ReportBody, commentsPage } from '#events';
import {
  type Actor,
  Anyone,
  Caller,
  Database,
  type EventScope,
  IdempotentIfKeyed,
  IdParam,
  InContract,
  ListQuery,
  MaybeCaller,
  Member,
  Scope,
} from '#platform';
import { TalkUnderProposal } from '../use-cases/talk-under-proposal.js';

@InContract((api) => api.ApiTags('proposals'))
@Controller('api/v1/events/:slug/proposals/:id')
export class ProposalTalkController {
  constructor(
    private readonly talk: TalkUnderProposal,
    private readonly moderate: Moderate,
    private readonly accounts: Accounts,
    private readonly database: Database,
  ) {}

  /** What people say about a proposal, oldest first. */
  @Get('comments')
  @Anyone()
  async list(
    @Scope() scope: EventScope,
    @IdParam('id') id: string,
    @Query() { after, limit }: ListQuery,
    @MaybeCaller() viewer: Actor | undefined,
  ): Promise<CommentsPageView> {
    return commentsPage(this.database, this.accounts, await this.talk.read(viewer, scope, id, after, limit));
  }

  @Post('comments')
  @Member()
  @IdempotentIfKeyed()
  say(
    @Scope() scope: EventScope,
    @IdParam('id') id: string,
    @Body() body: CommentBody,
    @Caller() actor: Actor,
  ): Promise<PostedCommentView> {
    return this.talk.say(actor, scope, id, body);
  }

  /** Tells the moderators about a proposal. */
  @Post('report')
  @Member()
  async report(
    @Scope() scope: EventScope,
    @IdParam('id') id: string,
    @Body() { reason, note }: ReportBody,
    @Caller() actor: Actor,
  ): Promise<DoneView> {
    return { state: await this.moderate.report(actor, 'proposal', id, reason, note ?? '', scope.eventId) };
  }
}
