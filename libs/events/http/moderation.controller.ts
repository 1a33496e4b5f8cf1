import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { Page } from '#kernel';
import { type Actor, Caller, EventRoles, type EventScope, IdParam, InContract, ListQuery, PlatformAdmin, Scope } from '#platform';
import { type CaseShown, Moderate } from '../use-cases/moderate.js';
import { DecideBody } from './comment.body.js';
import { DoneView } from './done.view.js';
import { ModerationPageView } from './moderation.view.js';

@InContract((api) => api.ApiTags('moderation'))
@Controller('api/v1')
export class ModerationController {
  constructor(private readonly moderate: Moderate) {}

  /** What was reported in the event, oldest first. */
  @Get('events/:slug/moderation')
  @EventRoles('owner', 'organiser', 'moderator')
  async queue(@Scope() scope: EventScope, @Query() { after, limit }: ListQuery): Promise<ModerationPageView> {
    return queueView(await this.moderate.list(scope.eventId, after, limit));
  }

  @Post('events/:slug/moderation/:id/hide')
  @HttpCode(200)
  @EventRoles('owner', 'organiser', 'moderator')
  async hide(
    @Scope() scope: EventScope,
    @IdParam('id') id: string,
    @Body() { reason }: DecideBody,
    @Caller() actor: Actor,
  ): Promise<DoneView> {
    return { state: await this.moderate.decide(actor, scope.eventId, id, 'hidden', reason) };
  }

  @Post('events/:slug/moderation/:id/restore')
  @HttpCode(200)
  @EventRoles('owner', 'organiser', 'moderator')
  async restore(
    @Scope() scope: EventScope,
    @IdParam('id') id: string,
    @Body() { reason }: DecideBody,
    @Caller() actor: Actor,
  ): Promise<DoneView> {
    return { state: await this.moderate.decide(actor, scope.eventId, id, 'restored', reason) };
  }

  /** What was reported on the open wall. */
  @Get('admin/moderation')
  @PlatformAdmin()
  async openWallQueue(@Query() { after, limit }: ListQuery): Promise<ModerationPageView> {
    return queueView(await this.moderate.list(null, after, limit));
  }

  @Post('admin/moderation/:id/hide')
  @HttpCode(200)
  @PlatformAdmin()
  async hideOnOpenWall(@IdParam('id') id: string, @Body() { reason }: DecideBody, @Caller() actor: Actor): Promise<DoneView> {
    return { state: await this.moderate.decide(actor, null, id, 'hidden', reason) };
  }

  @Post('admin/moderation/:id/restore')
  @HttpCode(200)
  @PlatformAdmin()
  async restoreOnOpenWall(@IdParam('id') id: string, @Body() { reason }: DecideBody, @Caller() actor: Actor): Promise<DoneView> {
    return { state: await this.moderate.decide(actor, null, id, 'restored', reason) };
  }
}

const queueView = (page: Page<CaseShown>): ModerationPageView => ({
  items: page.items.map((c) => ({
    id: c.id,
    kind: c.subject_kind,
    subjectId: c.subject_id,
    state: c.state,
    hiddenByReports: c.hidden_by_reports,
    excerpt: c.excerpt,
    reports: c.reports.map(({ reason, count }) => ({ reason, count })),
    openedAt: c.opened_at.toISOString(),
    decidedAt: c.decided_at?.toISOString() ?? null,
    reason: c.reason,
  })),
  next: page.next,
});
