import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { Accounts } from '#accounts';
import {
  type Actor,
  Anyone,
  Caller,
  EventScopes,
  HttpConfig,
  IdParam,
  InContract,
  type KnownRequest,
  MaybeCaller,
  Member,
  Reads,
  badFields,
  networkOf,
} from '#platform';
import { ConfirmSpark } from '../use-cases/confirm-spark.js';
import { FindSimilarSparks } from '../use-cases/find-similar-sparks.js';
import { PostSpark } from '../use-cases/post-spark.js';
import { PromoteSpark } from '../use-cases/promote-spark.js';
import { ShowSpark, type SparkShown } from '../use-cases/show-spark.js';
import { ShowSparks } from '../use-cases/show-sparks.js';
import { SteerSpark } from '../use-cases/steer-spark.js';
import { SupportSpark } from '../use-cases/support-spark.js';
import { DoneView } from './done.view.js';
import { ConfirmSparkBody, PostSparkBody } from './post-spark.body.js';
import { PromoteSparkBody } from './promote-spark.body.js';
import { sparkView } from './spark-views.js';
import { PostedSparkView, PromotedView, SimilarSparksView, SparkDetailView, SparkSupportView, SparksPageView } from './spark.view.js';
import { SimilarSparksQuery, SparksQuery } from './sparks.query.js';

@InContract((api) => api.ApiTags('sparks'))
@Controller('api/v1/sparks')
export class SparksController {
  constructor(
    private readonly post: PostSpark,
    private readonly confirmSpark: ConfirmSpark,
    private readonly wall: ShowSparks,
    private readonly showSpark: ShowSpark,
    private readonly similarSparks: FindSimilarSparks,
    private readonly supports: SupportSpark,
    private readonly steer: SteerSpark,
    private readonly promotion: PromoteSpark,
    private readonly scopes: EventScopes,
    private readonly accounts: Accounts,
    private readonly reads: Reads,
    private readonly http: HttpConfig,
  ) {}

  /** The spark wall of an event, or the open wall. */
  @Get()
  @Anyone()
  async list(@Query() query: SparksQuery, @MaybeCaller() viewer: Actor | undefined): Promise<SparksPageView> {
    const page = await this.wall.execute({
      eventId: await this.eventOf(query.event),
      viewer,
      sort: query.sort,
      after: query.after,
      limit: query.limit,
    });
    const names = await this.accounts.namesOf(
      this.reads.of(viewer),
      page.items.map((row) => row.author_id),
    );
    return { items: page.items.map((row) => sparkView(row, names, this.http.publicUrl)), next: page.next };
  }

  /** Posts a spark. Guests get a mail and nothing is public before they confirm it. */
  @Post()
  @Anyone()
  async create(
    @Body() body: PostSparkBody,
    @MaybeCaller() author: Actor | undefined,
    @Req() request: KnownRequest,
  ): Promise<PostedSparkView> {
    const { email, name, locale } = body;
    const guest =
      email !== undefined
        ? { email, name: name ?? email.split('@')[0]!.slice(0, 100), locale: locale === 'fr' ? ('fr' as const) : ('en' as const) }
        : undefined;
    return this.post.execute(author, { text: body.text, eventSlug: body.eventSlug, guest, network: networkOf(request.ip) });
  }

  /** Publishes a guest's spark with the secret from the mail. */
  @Post('confirm')
  @HttpCode(200)
  @Anyone()
  async confirm(@Body() { token }: ConfirmSparkBody): Promise<PostedSparkView> {
    return { ...(await this.confirmSpark.execute(token)), waitsForConfirmation: false };
  }

  /** Up to five sparks that resemble a text, from its third word on. */
  @Get('similar')
  @Anyone()
  async similar(@Query() { text, event }: SimilarSparksQuery): Promise<SimilarSparksView> {
    return { items: await this.similarSparks.execute(await this.eventOf(event), text) };
  }

  /** A spark by its short address. */
  @Get('by-code/:code')
  @InContract((api) => api.ApiParam({ name: 'code', schema: { type: 'string', minLength: 9, maxLength: 9 } }))
  @Anyone()
  async showByCode(@Param('code') code: string, @MaybeCaller() viewer: Actor | undefined): Promise<SparkDetailView> {
    return detail(await this.showSpark.byShortCode(viewer, code.toUpperCase()), viewer);
  }

  @Get(':id')
  @Anyone()
  async show(@IdParam('id') id: string, @MaybeCaller() viewer: Actor | undefined): Promise<SparkDetailView> {
    return detail(await this.showSpark.byId(viewer, id), viewer);
  }

  /** Supports a spark; enough supporters open its conversation. */
  @Post(':id/support')
  @HttpCode(200)
  @Member()
  support(@IdParam('id') id: string, @Caller() actor: Actor): Promise<SparkSupportView> {
    return this.supports.give(actor, id);
  }

  @Delete(':id/support')
  @Member()
  withdrawSupport(@IdParam('id') id: string, @Caller() actor: Actor): Promise<SparkSupportView> {
    return this.supports.takeBack(actor, id);
  }

  /** A moderator opens the conversation before enough people support it. */
  @Post(':id/open-conversation')
  @HttpCode(200)
  @Member()
  async openConversation(@IdParam('id') id: string, @Caller() actor: Actor): Promise<DoneView> {
    return { state: await this.steer.openConversation(actor, id) };
  }

  /** Its author takes a spark back. */
  @Post(':id/withdraw')
  @HttpCode(200)
  @Member()
  async withdraw(@IdParam('id') id: string, @Caller() actor: Actor): Promise<DoneView> {
    return { state: await this.steer.withdraw(actor, id) };
  }

  /** Makes an event of a spark on the open wall; you become its owner. */
  @Post(':id/promote')
  @Member()
  promote(@IdParam('id') id: string, @Body() body: PromoteSparkBody, @Caller() actor: Actor): Promise<PromotedView> {
    return this.promotion.toEvent(actor, id, body);
  }

  private async eventOf(slug: string | undefined): Promise<string | null> {
    if (slug === undefined) return null;
    const scope = await this.scopes.resolve(slug);
    if (!scope) throw badFields([{ pointer: '/event', message: 'names no event' }]);
    return scope.eventId;
  }
}

function detail(shown: SparkShown, viewer: Actor | undefined): SparkDetailView {
  const visible = shown.row.state !== 'hidden';
  return {
    id: shown.row.id,
    event: shown.event,
    text: visible ? shown.row.text : null,
    state: shown.row.state,
    author: visible ? shown.author : null,
    postedAt: shown.row.posted_at.toISOString(),
    supports: shown.supports,
    comments: shown.comments,
    supported: shown.supported,
    shortUrl: shown.shortUrl,
    shareText: visible ? shown.shareText : shown.shortUrl,
    threshold: shown.threshold,
    promotions: shown.promotions,
    mine: viewer?.accountId === shown.row.author_id,
  };
}
