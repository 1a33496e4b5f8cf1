import { Body, Controller, Get, Headers, Patch, Post, Query, Sse, type MessageEvent } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { idAfter, pageOf } from '#kernel';
import { type Actor, Anyone, Caller, Database, EventRoles, type EventScope, InContract, ListQuery, PlatformAdmin, Scope } from '#platform';
import { LiveFeed } from '../live/live-feed.js';
import { CreateEvent } from '../use-cases/create-event.js';
import { EditEvent } from '../use-cases/edit-event.js';
import { ShowEvents } from '../use-cases/show-events.js';
import { EditEventBody } from './edit-event.body.js';
import { eventView } from './event-views.js';
import { EventDetailView, EventsPageView } from './event.view.js';
import { CreateEventBody } from './promote-spark.body.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@InContract((api) => api.ApiTags('events'))
@Controller('api/v1/events')
export class EventsController {
  constructor(
    private readonly events: ShowEvents,
    private readonly edit: EditEvent,
    private readonly createEvent: CreateEvent,
    private readonly live: LiveFeed,
    private readonly database: Database,
  ) {}

  /** All events, newest first. */
  @Get()
  @Anyone()
  async list(@Query() { after, limit }: ListQuery): Promise<EventsPageView> {
    const page = pageOf(await this.events.list(this.database, idAfter(after), limit + 1), limit, (row) => [row.id]);
    return { items: page.items.map(eventView), next: page.next };
  }

  /** Makes an event without a spark; you become its owner. */
  @Post()
  @PlatformAdmin()
  async create(@Body() body: CreateEventBody, @Caller() actor: Actor): Promise<EventDetailView> {
    const { eventId } = await this.createEvent.execute(actor, body);
    return this.detail(eventId);
  }

  @Get(':slug')
  @Anyone()
  show(@Scope() scope: EventScope): Promise<EventDetailView> {
    return this.detail(scope.eventId);
  }

  /** Changes what an event says about itself, and its phase. */
  @Patch(':slug')
  @EventRoles('owner', 'organiser')
  async change(@Scope() scope: EventScope, @Body() body: EditEventBody): Promise<EventDetailView> {
    const { version, date, conversationThreshold, ...rest } = body;
    await this.edit.execute(scope, version, { ...rest, startsOn: date, threshold: conversationThreshold });
    return this.detail(scope.eventId);
  }

  /** What becomes true in the event, as it happens; resumes after `Last-Event-ID`. A fact may come twice with one id. */
  @Sse(':slug/live')
  @InContract((api) => api.ApiHeader({ name: 'last-event-id', required: false, schema: { type: 'string', format: 'uuid' } }))
  @Anyone()
  follow(@Scope() scope: EventScope, @Headers('last-event-id') lastId?: string): Observable<MessageEvent> {
    return this.live.follow(scope.eventId, lastId && UUID.test(lastId) ? lastId : undefined);
  }

  private async detail(eventId: string): Promise<EventDetailView> {
    const { event, counts } = await this.events.one(this.database, eventId);
    return { ...eventView(event), version: event.version, conversationThreshold: event.conversation_threshold, counts };
  }
}
