import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Accounts } from '#accounts';
import { type Actor, Anyone, Caller, Database, IdempotentIfKeyed, IdParam, InContract, ListQuery, Member } from '#platform';
import { Moderate } from '../use-cases/moderate.js';
import { TalkUnderSpark } from '../use-cases/talk-under-spark.js';
import { CommentBody, ReportBody } from './comment.body.js';
import { CommentsPageView, PostedCommentView } from './comment.view.js';
import { commentsPage } from './comments-page.js';
import { DoneView } from './done.view.js';

@InContract((api) => api.ApiTags('sparks'))
@Controller('api/v1')
export class SparkTalkController {
  constructor(
    private readonly talk: TalkUnderSpark,
    private readonly moderate: Moderate,
    private readonly accounts: Accounts,
    private readonly database: Database,
  ) {}

  /** What people say under a spark, oldest first. */
  @Get('sparks/:id/comments')
  @Anyone()
  async list(@IdParam('id') id: string, @Query() { after, limit }: ListQuery): Promise<CommentsPageView> {
    return commentsPage(this.database, this.accounts, await this.talk.read(id, after, limit));
  }

  @Post('sparks/:id/comments')
  @Member()
  @IdempotentIfKeyed()
  say(@IdParam('id') id: string, @Body() body: CommentBody, @Caller() actor: Actor): Promise<PostedCommentView> {
    return this.talk.say(actor, id, body);
  }

  /** Tells the moderators about a spark. */
  @Post('sparks/:id/report')
  @Member()
  async reportSpark(@IdParam('id') id: string, @Body() { reason, note }: ReportBody, @Caller() actor: Actor): Promise<DoneView> {
    return { state: await this.moderate.report(actor, 'spark', id, reason, note ?? '') };
  }

  /** Tells the moderators about a comment, wherever it stands. */
  @Post('comments/:id/report')
  @Member()
  async reportComment(@IdParam('id') id: string, @Body() { reason, note }: ReportBody, @Caller() actor: Actor): Promise<DoneView> {
    return { state: await this.moderate.report(actor, 'comment', id, reason, note ?? '') };
  }
}
