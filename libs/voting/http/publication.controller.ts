import { Body, Controller, Get, Put, StreamableFile } from '@nestjs/common';
import { type Actor, Anyone, Caller, EventRoles, type EventScope, IdParam, InContract, MaybeCaller, Scope } from '#platform';
import { NameAuditors } from '../use-cases/name-auditors.js';
import { PublishHeads } from '../use-cases/publish-heads.js';
import { PublishRecount, type PublishedForm } from '../use-cases/publish-recount.js';
import { AuditorsBody } from './auditors.body.js';
import { AuditorsView, PublishedHeadsView, RecountKitView } from './publication.view.js';

const TEXT = { schema: { type: 'string' } } as const;

@InContract((api) => api.ApiTags('ballots'))
@Controller('api/v1/events/:slug/ballots/:id')
export class PublicationController {
  constructor(
    private readonly publication: PublishRecount,
    private readonly published: PublishHeads,
    private readonly auditors: NameAuditors,
  ) {}

  /** Rules, result, commitments and hashes for a recount. */
  @Get('publication')
  @Anyone()
  facts(@Scope() scope: EventScope, @IdParam('id') id: string, @MaybeCaller() viewer: Actor | undefined): Promise<RecountKitView> {
    return this.publication.facts(viewer, scope, id);
  }

  /** Everything to count again and to look receipts up, in one file. Withheld below five ballots and where only totals are published, but for the auditors. */
  @Get('kit.zip')
  @InContract((api) => api.ApiProduces('application/zip'))
  @InContract((api) => api.ApiOkResponse({ schema: { type: 'string', format: 'binary' } }))
  @Anyone()
  async kit(@Scope() scope: EventScope, @IdParam('id') id: string, @MaybeCaller() viewer: Actor | undefined): Promise<StreamableFile> {
    return attachment(await this.publication.zip(viewer, scope, id), 'application/zip', 'recount-kit.zip');
  }

  /** The ballots of a vote within a pot, without their voters, as a Pabulib file. */
  @Get('publication.pb')
  @InContract((api) => api.ApiProduces('text/plain'))
  @InContract((api) => api.ApiOkResponse(TEXT))
  @Anyone()
  pabulib(@Scope() scope: EventScope, @IdParam('id') id: string, @MaybeCaller() viewer: Actor | undefined): Promise<StreamableFile> {
    return this.file(viewer, scope, id, 'pb');
  }

  /** Rankings as a PrefLib file of the most restrictive type: .soc, .soi, .toc or .toi. */
  @Get('publication.preflib')
  @InContract((api) => api.ApiProduces('text/plain'))
  @InContract((api) => api.ApiOkResponse(TEXT))
  @Anyone()
  preflib(@Scope() scope: EventScope, @IdParam('id') id: string, @MaybeCaller() viewer: Actor | undefined): Promise<StreamableFile> {
    return this.file(viewer, scope, id, 'preflib');
  }

  /** Rankings as a BLT file for programs that count single transferable votes. */
  @Get('publication.blt')
  @InContract((api) => api.ApiProduces('text/plain'))
  @InContract((api) => api.ApiOkResponse(TEXT))
  @Anyone()
  blt(@Scope() scope: EventScope, @IdParam('id') id: string, @MaybeCaller() viewer: Actor | undefined): Promise<StreamableFile> {
    return this.file(viewer, scope, id, 'blt');
  }

  /** Choices without a pot, dates and consent as a PrefLib file of categories. */
  @Get('publication.cat')
  @InContract((api) => api.ApiProduces('text/plain'))
  @InContract((api) => api.ApiOkResponse(TEXT))
  @Anyone()
  categories(@Scope() scope: EventScope, @IdParam('id') id: string, @MaybeCaller() viewer: Actor | undefined): Promise<StreamableFile> {
    return this.file(viewer, scope, id, 'cat');
  }

  /** Points without a pot as CSV: a random number, then the points of each option by its number. */
  @Get('publication.csv')
  @InContract((api) => api.ApiProduces('text/csv'))
  @InContract((api) => api.ApiOkResponse(TEXT))
  @Anyone()
  points(@Scope() scope: EventScope, @IdParam('id') id: string, @MaybeCaller() viewer: Actor | undefined): Promise<StreamableFile> {
    return this.file(viewer, scope, id, 'csv');
  }

  /** Heads of the chain of commitments, published daily and at the close: who keeps one notices any later change. */
  @Get('heads')
  @Anyone()
  async heads(@Scope() scope: EventScope, @IdParam('id') id: string): Promise<PublishedHeadsView> {
    const heads = await this.published.of(scope, id);
    return { items: heads.map(({ publishedAt, ...head }) => ({ ...head, publishedAt: publishedAt.toISOString() })) };
  }

  /** Who may count the ballots where only totals are published. */
  @Get('auditors')
  @Anyone()
  async named(@Scope() scope: EventScope, @IdParam('id') id: string): Promise<AuditorsView> {
    return { names: await this.auditors.of(scope, id) };
  }

  /** Names the two auditors, in place of those before. */
  @Put('auditors')
  @EventRoles('owner')
  async name(
    @Scope() scope: EventScope,
    @IdParam('id') id: string,
    @Body() body: AuditorsBody,
    @Caller() actor: Actor,
  ): Promise<AuditorsView> {
    await this.auditors.execute(actor, scope, id, body.emails);
    return this.named(scope, id);
  }

  private async file(viewer: Actor | undefined, scope: EventScope, id: string, form: PublishedForm): Promise<StreamableFile> {
    const { name, bytes } = await this.publication.file(viewer, scope, id, form);
    return attachment(bytes, form === 'csv' ? 'text/csv; charset=utf-8' : 'text/plain; charset=utf-8', name);
  }
}

const attachment = (bytes: Uint8Array, type: string, name: string): StreamableFile =>
  new StreamableFile(bytes, { type, disposition: `attachment; filename="${name}"`, length: bytes.length });
