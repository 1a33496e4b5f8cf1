import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { type Id, idAfter, fromWire, pageOf, wire } from '#kernel';
import { type Actor, Caller, EventRoles, type EventScope, Idempotent, IdParam, InContract, ROLES, Scope } from '#platform';
import type { ExpenseRow } from '../store/expenses.store.js';
import { DecideExpense } from '../use-cases/decide-expense.js';
import { ListExpenses } from '../use-cases/list-expenses.js';
import { SubmitExpense } from '../use-cases/submit-expense.js';
import { LAST_UUID } from './amounts.js';
import { ExpensesQuery } from './expenses.query.js';
import { ApproveBody, ExpenseBody, RejectExpenseBody } from './expense.body.js';
import { ExpensePageView, ExpenseView } from './expense.view.js';

const view = (x: ExpenseRow): ExpenseView => ({
  id: x.id,
  text: x.text,
  amount: wire(x.amount_minor, x.currency),
  spentOn: x.spent_on,
  budgetLineId: x.budget_line_id,
  budgetLine: x.budget_line,
  account: x.account,
  state: x.state,
  submittedBy: x.submitted_by,
  submittedAt: x.submitted_at.toISOString(),
  decidedBy: x.decided_by,
  decidedAt: x.decided_at?.toISOString() ?? null,
  because: x.because,
});

@InContract((api) => api.ApiTags('expenses'))
@Controller('api/v1/events/:slug/books/expenses')
export class ExpensesController {
  constructor(
    private readonly listExpenses: ListExpenses,
    private readonly submitExpense: SubmitExpense,
    private readonly decide: DecideExpense,
  ) {}

  /** One's own expenses; those who keep the books see all. */
  @Get()
  @EventRoles(...ROLES)
  async list(
    @Scope() scope: EventScope,
    @Caller() actor: Actor,
    @Query() { limit, after, state }: ExpensesQuery,
  ): Promise<ExpensePageView> {
    const rows = await this.listExpenses.execute(scope, actor, limit + 1, idAfter(after) ?? LAST_UUID, state ?? null);
    const page = pageOf(rows, limit, (x) => [x.id]);
    return { items: page.items.map(view), next: page.next };
  }

  /** Hands in what was laid out for a need. */
  @Post()
  @EventRoles(...ROLES)
  @Idempotent()
  async submit(@Scope() scope: EventScope, @Caller() actor: Actor, @Body() body: ExpenseBody): Promise<ExpenseView> {
    const { text, spentOn, receiptSha256 } = body;
    const receiptHash = receiptSha256 === undefined ? null : Buffer.from(receiptSha256, 'hex');
    return view(
      await this.submitExpense.execute(scope, actor, {
        text,
        amount: fromWire(body.amount),
        spentOn,
        budgetLineId: body.budgetLineId as Id<'budget line'>,
        receiptHash,
      }),
    );
  }

  /** Takes one's own expense back while nobody has decided on it. */
  @Post(':id/withdraw')
  @HttpCode(200)
  @EventRoles(...ROLES)
  async withdraw(@Scope() scope: EventScope, @Caller() actor: Actor, @IdParam('id') id: Id<'expense'>): Promise<ExpenseView> {
    return view(await this.submitExpense.withdraw(scope, actor, id));
  }

  /** Approves someone else's expense: it is owed from now on, and expected at the bank. */
  @Post(':id/approve')
  @HttpCode(200)
  @EventRoles('owner', 'organiser', 'treasurer')
  @Idempotent()
  async approve(
    @Scope() scope: EventScope,
    @Caller() actor: Actor,
    @IdParam('id') id: Id<'expense'>,
    @Body() body: ApproveBody,
  ): Promise<ExpenseView> {
    return view(await this.decide.approve(scope, actor, id, { because: body.because ?? '', notADuplicate: body.notADuplicate ?? false }));
  }

  @Post(':id/reject')
  @HttpCode(200)
  @EventRoles('owner', 'organiser', 'treasurer')
  @Idempotent()
  async reject(
    @Scope() scope: EventScope,
    @Caller() actor: Actor,
    @IdParam('id') id: Id<'expense'>,
    @Body() { because }: RejectExpenseBody,
  ): Promise<ExpenseView> {
    return view(await this.decide.reject(scope, actor, id, because));
  }
}
