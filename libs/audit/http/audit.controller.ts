import { Controller, Get, Query } from '@nestjs/common';
import { EventRoles, type EventScope, InContract, PlatformAdmin, Scope } from '#platform';
import { ShowAudit } from '../use-cases/show-audit.js';
import { AuditPageView } from './audit.view.js';
import { ListAuditQuery } from './list-audit.query.js';

@InContract((api) => api.ApiTags('audit'))
@Controller('api/v1')
export class AuditController {
  constructor(private readonly show: ShowAudit) {}

  /** Who did what in this event, newest first. */
  @Get('events/:slug/audit')
  @EventRoles('owner', 'organiser', 'treasurer')
  ofEvent(@Scope() { eventId }: EventScope, @Query() query: ListAuditQuery): Promise<AuditPageView> {
    return this.page(eventId, query);
  }

  /** Who did what in the whole installation, newest first. */
  @Get('admin/audit')
  @PlatformAdmin()
  ofAll(@Query() query: ListAuditQuery): Promise<AuditPageView> {
    return this.page(null, query);
  }

  private async page(eventId: string | null, query: ListAuditQuery): Promise<AuditPageView> {
    const { subjectKind = null, subjectId = null, actorId = null, after, limit } = query;
    const page = await this.show.execute({ eventId, subjectKind, subjectId, actorId }, after, limit);
    return {
      items: page.items.map(({ eventId: _, at, details, ...row }) => ({ ...row, at: at.toISOString(), details: JSON.stringify(details) })),
      next: page.next,
    };
  }
}
