import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { type Id, fromWire, wire } from '#kernel';
import { Anyone, EventRoles, type EventScope, Idempotent, IdParam, InContract, Scope } from '#platform';
import { PlanBudget } from '../use-cases/plan-budget.js';
import { type BudgetNumbers, ShowBudget } from '../use-cases/show-budget.js';

import { BudgetLineBody, BudgetPlanBody } from './budget.body.js';
import { BudgetLineAddedView, BudgetNumbersView, BudgetPlanListView, BudgetView } from './budget.view.js';

const view = ({ planned, committed, actual, metInKind, neededInCash }: BudgetNumbers, currency: string): BudgetNumbersView => ({
  planned: wire(planned, currency),
  committed: wire(committed, currency),
  actual: wire(actual, currency),
  metInKind: wire(metInKind, currency),
  neededInCash: wire(neededInCash, currency),
});

@InContract((api) => api.ApiTags('books'))
@Controller('api/v1/events/:slug/books/budget')
export class BudgetController {
  constructor(
    private readonly budget: ShowBudget,
    private readonly plan: PlanBudget,
  ) {}

  /** Every need with what is planned, committed, paid and met in kind; the totals are the sums of the lines. */
  @Get()
  @Anyone()
  async show(@Scope() scope: EventScope): Promise<BudgetView> {
    const { lines, totals } = await this.budget.execute(scope);
    return {
      items: lines.map(({ row, numbers }) => ({
        id: row.id,
        name: row.name,
        why: row.why,
        account: row.account,
        source: { kind: row.source_kind, id: row.source_id },
        ballotId: row.ballot_id,
        ...view(numbers, row.currency),
      })),
      ...view(totals, scope.currency),
    };
  }

  /** Every plan a need has had, newest first. */
  @Get('lines/:id/plans')
  @Anyone()
  async plans(@Scope() scope: EventScope, @IdParam('id') id: Id<'budget line'>): Promise<BudgetPlanListView> {
    const plans = await this.budget.plans(scope, id);
    return {
      items: plans.map((p) => ({
        version: p.version,
        planned: wire(p.planned_minor, p.currency),
        because: p.because,
        at: p.at.toISOString(),
      })),
    };
  }

  /** Adds a need by decision of the team. */
  @Post('lines')
  @EventRoles('owner', 'organiser', 'treasurer')
  @Idempotent()
  async add(@Scope() scope: EventScope, @Body() body: BudgetLineBody): Promise<BudgetLineAddedView> {
    const id = await this.plan.add(scope, { ...body, planned: fromWire(body.planned), ownerId: body.ownerId as Id<'account'> | undefined });
    return { id };
  }

  /** Changes what is planned; what was planned before is kept. */
  @Post('lines/:id/plan')
  @HttpCode(200)
  @EventRoles('owner', 'organiser', 'treasurer')
  async change(
    @Scope() scope: EventScope,
    @IdParam('id') id: Id<'budget line'>,
    @Body() body: BudgetPlanBody,
  ): Promise<BudgetLineAddedView> {
    await this.plan.change(scope, id, fromWire(body.planned), body.because);
    return { id };
  }
}
