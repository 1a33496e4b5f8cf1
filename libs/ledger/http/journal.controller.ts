import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { type Id, fromCursor, pageOf } from '#kernel';
import { type Actor, Anyone, EventRoles, type EventScope, Idempotent, IdParam, InContract, MaybeCaller, Scope } from '#platform';
import type { EntryRow } from '../store/entries.query.js';
import { PostByHand } from '../use-cases/post-by-hand.js';
import { ShowJournal } from '../use-cases/show-journal.js';
import { LAST_UUID, wireNumber } from './amounts.js';
import { EntriesQuery } from './entries.query.js';
import { EntryBody, ReverseBody } from './entry.body.js';
import { EntryPageView, EntryView, PostedView } from './entry.view.js';

const view = (e: EntryRow): EntryView => ({
  id: e.id,
  on: e.booked_on,
  postedAt: e.posted_at.toISOString(),
  text: e.text,
  source: { kind: e.source_kind, id: e.source_id },
  reverses: e.reverses,
  reversedBy: e.reversed_by,
  sealedAs: e.sequence === null ? null : wireNumber(e.sequence),
  lines: e.lines.map((l) => ({
    account: l.account,
    commodity: l.commodity,
    debit: wireNumber(BigInt(l.debit)),
    credit: wireNumber(BigInt(l.credit)),
    budgetLineId: l.budget_line,
  })),
});

@InContract((api) => api.ApiTags('books'))
@Controller('api/v1/events/:slug/books')
export class JournalController {
  constructor(
    private readonly journal: ShowJournal,
    private readonly byHand: PostByHand,
  ) {}

  /** The journal, newest days first. Entries that could tell what one person gave are for those who keep the books. */
  @Get('entries')
  @Anyone()
  async list(
    @Scope() scope: EventScope,
    @MaybeCaller() actor: Actor | undefined,
    @Query() { limit, after, account }: EntriesQuery,
  ): Promise<EntryPageView> {
    const [day, id] = after === undefined ? ['9999-12-31', LAST_UUID] : fromCursor(after, 'day', 'id');
    const rows = await this.journal.list(scope, { account: account ?? null, limit: limit + 1, before: [day, id] }, actor);
    const page = pageOf(rows, limit, (e) => [e.booked_on, e.id]);
    return { items: page.items.map(view), next: page.next };
  }

  @Get('entries/:id')
  @Anyone()
  async one(
    @Scope() scope: EventScope,
    @MaybeCaller() actor: Actor | undefined,
    @IdParam('id') id: Id<'journal entry'>,
  ): Promise<EntryView> {
    return view(await this.journal.one(scope, id, actor));
  }

  /** Posts an entry by hand, in the book's currency. */
  @Post('entries')
  @EventRoles('treasurer')
  @Idempotent()
  post(@Scope() scope: EventScope, @Body() { on, text, lines }: EntryBody): Promise<PostedView> {
    return this.byHand.post(scope, {
      on,
      text,
      lines: lines.map((l) => ({
        account: l.account,
        commodity: scope.currency,
        ...(l.debit ? { debit: BigInt(l.debit) } : {}),
        ...(l.credit ? { credit: BigInt(l.credit) } : {}),
        ...(l.budgetLineId ? { budgetLineId: l.budgetLineId as Id<'budget line'> } : {}),
      })),
    });
  }

  /** Takes an entry back by posting its mirror. Once. */
  @Post('entries/:id/reverse')
  @HttpCode(200)
  @EventRoles('treasurer')
  @Idempotent()
  reverse(@Scope() scope: EventScope, @IdParam('id') id: Id<'journal entry'>, @Body() { because }: ReverseBody): Promise<PostedView> {
    return this.byHand.reverse(scope, id, because);
  }

  /** The whole journal for hledger, which checks it again without us. */
  @Get('export.hledger')
  @Header('content-type', 'text/plain; charset=utf-8')
  @InContract((api) => api.ApiProduces('text/plain'))
  @InContract((api) => api.ApiOkResponse({ schema: { type: 'string' } }))
  @EventRoles('owner', 'organiser', 'treasurer')
  hledger(@Scope() scope: EventScope): Promise<string> {
    return this.journal.hledger(scope);
  }

  /** The whole journal as a spreadsheet, one row per line. */
  @Get('export.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @InContract((api) => api.ApiProduces('text/csv'))
  @InContract((api) => api.ApiOkResponse({ schema: { type: 'string' } }))
  @EventRoles('owner', 'organiser', 'treasurer')
  csv(@Scope() scope: EventScope): Promise<string> {
    return this.journal.csv(scope);
  }
}
