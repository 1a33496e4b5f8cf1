import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { type Id, fromCursor, idAfter, pageOf } from '#kernel';
import { EventRoles, type EventScope, Idempotent, IdParam, InContract, ListQuery, Scope, badFields } from '#platform';
import { MatchLine, type WantedPart } from '../use-cases/match-line.js';
import { ReleaseLine } from '../use-cases/release-line.js';
import { ShowBank } from '../use-cases/show-bank.js';
import { FIRST_UUID } from './amounts.js';
import { BecauseBody, MatchBody, PostLineBody } from './bank-line.body.js';
import { OpenItemPageView, SuggestionListView } from './open-item.view.js';
import { bankLineView, openItemView } from './statement-views.js';
import { BankLinePageView, BankLineView } from './statement.view.js';

function partsOf({ openItemId, parts }: MatchBody): WantedPart[] {
  if ((openItemId === undefined) === (parts === undefined))
    throw badFields([{ pointer: '/openItemId', message: 'exactly one of openItemId and parts must be given' }]);
  if (openItemId !== undefined) return [{ openItemId: openItemId as Id<'open item'> }];
  const faults = parts!.flatMap((p, i) =>
    (p.openItemId === undefined) === (p.account === undefined)
      ? [{ pointer: `/parts/${i}`, message: 'needs exactly one of openItemId and account' }]
      : [],
  );
  if (faults.length) throw badFields(faults);
  return parts!.map((p) => ({
    openItemId: p.openItemId as Id<'open item'> | undefined,
    account: p.account,
    budgetLineId: p.budgetLineId as Id<'budget line'> | undefined,
    amountMinor: BigInt(p.amount),
  }));
}

@InContract((api) => api.ApiTags('bank'))
@Controller('api/v1/events/:slug/books')
export class BankLinesController {
  constructor(
    private readonly bank: ShowBank,
    private readonly matchLine: MatchLine,
    private readonly release: ReleaseLine,
  ) {}

  /** Bank lines that nothing explains yet, oldest first. */
  @Get('lines')
  @EventRoles('owner', 'organiser', 'treasurer')
  async unexplained(@Scope() scope: EventScope, @Query() { limit, after }: ListQuery): Promise<BankLinePageView> {
    const [day, id] = after === undefined ? ['0001-01-01', FIRST_UUID] : fromCursor(after, 'day', 'id');
    const rows = await this.bank.unexplained(scope, limit + 1, [day, id]);
    const page = pageOf(rows, limit, (l) => [l.booked_on, l.id]);
    return { items: page.items.map(bankLineView), next: page.next };
  }

  /** Money that is expected at the bank, in or out. */
  @Get('open-items')
  @EventRoles('owner', 'organiser', 'treasurer')
  async expected(@Scope() scope: EventScope, @Query() { limit, after }: ListQuery): Promise<OpenItemPageView> {
    const rows = await this.bank.expected(scope, limit + 1, idAfter(after) ?? FIRST_UUID);
    const page = pageOf(rows, limit, (i) => [i.id]);
    return { items: page.items.map(openItemView), next: page.next };
  }

  /** What a bank line could be, best first, and why. */
  @Get('lines/:id/suggestions')
  @EventRoles('owner', 'organiser', 'treasurer')
  async suggestions(@Scope() scope: EventScope, @IdParam('id') id: Id<'bank line'>): Promise<SuggestionListView> {
    const found = await this.bank.suggestions(scope, id);
    return { items: found.map(({ item, score, reasons, certain }) => ({ item: openItemView(item), score, reasons, certain })) };
  }

  /** Explains a bank line by what was expected, or by parts that add up to it, and posts the entry. */
  @Post('lines/:id/match')
  @HttpCode(200)
  @EventRoles('treasurer')
  @Idempotent()
  async match(@Scope() scope: EventScope, @IdParam('id') id: Id<'bank line'>, @Body() body: MatchBody): Promise<BankLineView> {
    return bankLineView(await this.matchLine.execute(scope, id, partsOf(body), body.text));
  }

  /** Books a bank line that nobody expected on an account. */
  @Post('lines/:id/post')
  @HttpCode(200)
  @EventRoles('treasurer')
  @Idempotent()
  async post(
    @Scope() scope: EventScope,
    @IdParam('id') id: Id<'bank line'>,
    @Body() { account, budgetLineId, text }: PostLineBody,
  ): Promise<BankLineView> {
    return bankLineView(
      await this.matchLine.execute(scope, id, [{ account, budgetLineId: budgetLineId as Id<'budget line'> | undefined }], text),
    );
  }

  /** Takes back what was said about a bank line: its entry is reversed, what it settled is open again. */
  @Post('lines/:id/unmatch')
  @HttpCode(200)
  @EventRoles('treasurer')
  @Idempotent()
  async unmatch(@Scope() scope: EventScope, @IdParam('id') id: Id<'bank line'>, @Body() { reason }: BecauseBody): Promise<BankLineView> {
    return bankLineView(await this.release.undo(scope, id, reason));
  }

  /** Puts a bank line aside with a reason. */
  @Post('lines/:id/ignore')
  @HttpCode(200)
  @EventRoles('treasurer')
  @Idempotent()
  async ignore(@Scope() scope: EventScope, @IdParam('id') id: Id<'bank line'>, @Body() { reason }: BecauseBody): Promise<BankLineView> {
    return bankLineView(await this.release.ignore(scope, id, reason));
  }
}
