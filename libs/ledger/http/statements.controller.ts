import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { type Id, idAfter, pageOf } from '#kernel';
import { EventRoles, type EventScope, Idempotent, IdParam, InContract, ListQuery, Scope, badFields } from '#platform';
import { type BankFile, ImportStatement } from '../use-cases/import-statement.js';
import { ReconcileStatement } from '../use-cases/reconcile-statement.js';
import { ShowBank } from '../use-cases/show-bank.js';
import { LAST_UUID } from './amounts.js';
import { bankLineView, importView, statementView } from './statement-views.js';
import { StatementBody } from './statement.body.js';
import { ImportView, MappingListView, MappingView, StatementPageView, StatementView, StatementWithLinesView } from './statement.view.js';

/** Reads a body into a file. Refuses what single fields cannot say: text or bytes, one amount column or two. */
function fileOf(body: StatementBody): BankFile {
  const { csv, base64, mapping, fileName, saveMappingAs, previewHash } = body;
  if ((csv === undefined) === (base64 === undefined))
    throw badFields([{ pointer: '/csv', message: 'exactly one of csv and base64 must be given' }]);
  const oneColumn = mapping.amount !== undefined;
  const twoColumns = mapping.moneyIn !== undefined && mapping.moneyOut !== undefined;
  if (oneColumn === twoColumns || (oneColumn && (mapping.moneyIn ?? mapping.moneyOut) !== undefined)) {
    throw badFields([{ pointer: '/mapping/amount', message: 'must be given, or both moneyIn and moneyOut' }]);
  }
  const minor = (n: number | undefined): bigint | undefined => (n === undefined ? undefined : BigInt(n));
  const bytes = csv === undefined ? Buffer.from(base64!, 'base64') : Buffer.from(csv, 'utf8');
  if (bytes.includes(0) && !(bytes[0] === 0xff && bytes[1] === 0xfe))
    throw badFields([{ pointer: '/base64', message: 'is not a text file' }]);
  return {
    fileName,
    bytes,
    mapping: { ...mapping },
    opening: minor(body.openingMinor),
    closing: minor(body.closingMinor),
    saveMappingAs,
    previewHash,
  };
}

@InContract((api) => api.ApiTags('bank'))
@Controller('api/v1/events/:slug/books')
export class StatementsController {
  constructor(
    private readonly importStatement: ImportStatement,
    private readonly reconcileStatement: ReconcileStatement,
    private readonly bank: ShowBank,
  ) {}

  /** What taking in a file would do; nothing is written. */
  @Post('statements/preview')
  @HttpCode(200)
  @EventRoles('treasurer')
  async preview(@Scope() scope: EventScope, @Body() body: StatementBody): Promise<ImportView> {
    return importView(await this.importStatement.preview(scope, fileOf(body)), scope.currency, null);
  }

  /** Takes a bank's file in, wholly or not at all. Lines that are known already are not taken twice. */
  @Post('statements')
  @EventRoles('treasurer')
  @Idempotent()
  async import(@Scope() scope: EventScope, @Body() body: StatementBody): Promise<ImportView> {
    const { plan, statementId } = await this.importStatement.execute(scope, fileOf(body));
    return importView(plan, scope.currency, statementId);
  }

  @Get('statements')
  @EventRoles('owner', 'organiser', 'treasurer')
  async list(@Scope() scope: EventScope, @Query() { limit, after }: ListQuery): Promise<StatementPageView> {
    const rows = await this.bank.statements(scope, limit + 1, idAfter(after) ?? LAST_UUID);
    const page = pageOf(rows, limit, (s) => [s.id]);
    return { items: page.items.map(statementView), next: page.next };
  }

  @Get('statements/:id')
  @EventRoles('owner', 'organiser', 'treasurer')
  async one(@Scope() scope: EventScope, @IdParam('id') id: Id<'statement'>): Promise<StatementWithLinesView> {
    const { statement, lines } = await this.bank.statement(scope, id);
    return { ...statementView(statement), items: lines.map(bankLineView) };
  }

  /** Locks a statement that adds up and whose lines are all explained. */
  @Post('statements/:id/reconcile')
  @HttpCode(200)
  @EventRoles('treasurer')
  async reconcile(@Scope() scope: EventScope, @IdParam('id') id: Id<'statement'>): Promise<StatementView> {
    return statementView(await this.reconcileStatement.execute(scope, id));
  }

  /** How the event's banks write their files. */
  @Get('statement-mappings')
  @EventRoles('owner', 'organiser', 'treasurer')
  async mappings(@Scope() scope: EventScope): Promise<MappingListView> {
    const saved = await this.bank.mappings(scope);
    return { items: saved.map(({ name, mapping }) => ({ name, ...mapping }) as MappingView) };
  }
}
